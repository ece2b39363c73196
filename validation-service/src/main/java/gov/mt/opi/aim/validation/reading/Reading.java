package gov.mt.opi.aim.validation.reading;

import gov.mt.opi.aim.contracts.layout.RecordType;
import java.util.Optional;

/**
 * What a line was read as.
 *
 * @param type the record type, empty when the line has none that is collected
 * @param record the record, empty when the line's structure is wrong, which its findings say
 */
public record Reading(Optional<RecordType> type, Optional<DataRecord> record) {}
