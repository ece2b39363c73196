package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A made-up file of accepted records, line by line. */
public final class Records {

    public final UUID submissionId = UUID.randomUUID();
    private final String district;
    private final long sequence;
    private final LocalDateTime header;
    private final Mode mode;
    private final boolean adopt;
    private final List<RecordAccepted> records = new ArrayList<>();

    private Records(String district, long sequence, LocalDateTime header, Mode mode, boolean adopt) {
        this.district = district;
        this.sequence = sequence;
        this.header = header;
        this.mode = mode;
        this.adopt = adopt;
    }

    /** A file of a district, the day of March 2007 being its header date and its sequence. */
    public static Records file(String district, int day) {
        return new Records(district, day, LocalDateTime.of(2007, 3, day, 16, 0), Mode.SUBMIT, false);
    }

    public Records validating() {
        return new Records(district, sequence, header, Mode.VALIDATE, adopt);
    }

    public Records adopting() {
        return new Records(district, sequence, header, mode, true);
    }

    /** An SD line: local ID, last, first, gender, birth date; State ID empty when blank. */
    public Records sd(String stateId, String localId, String last, String first, String gender, String birthDate) {
        return sd(stateId, localId, last, first, "", gender, birthDate);
    }

    /** An SD line with a middle name. */
    public Records sd(
            String stateId, String localId, String last, String first, String middle, String gender, String birthDate) {
        return add(
                RecordType.SD,
                "stateId",
                stateId,
                "localId",
                localId,
                "lastName",
                last,
                "firstName",
                first,
                "middleName",
                middle,
                "gender",
                gender,
                "birthDate",
                birthDate,
                "raceEthnicity",
                "05");
    }

    /** An EN line of school 733 or another, calendar 101 of 2007. */
    public Records en(String stateId, String school, String serviceType, String start, String end) {
        return en(stateId, "", school, serviceType, start, end);
    }

    /** An EN line with a local ID. */
    public Records en(String stateId, String localId, String school, String serviceType, String start, String end) {
        return add(
                RecordType.EN,
                "schoolNumber",
                school,
                "calendarNumber",
                "101",
                "year",
                2007,
                "stateId",
                stateId,
                "localId",
                localId,
                "serviceType",
                serviceType,
                "startDate",
                start,
                "startStatus",
                "02",
                "endDate",
                end,
                "endStatus",
                end.isEmpty() ? "" : "120",
                "grade",
                "06");
    }

    public Records pp(String stateId, String lunch) {
        Object[] fields = {
            "schoolNumber", "733", "calendarNumber", "101", "lastName", "Doe", "stateId", stateId, "year", 2007
        };
        Records added = add(RecordType.PP, fields);
        Map<String, Object> values = added.records.get(added.records.size() - 1).fields();
        RecordType.PP.layout().dataFields().forEach(field -> field.defaultValue()
                .ifPresent(value -> values.putIfAbsent(field.property(), value)));
        values.put("freeReducedLunch", lunch);
        return added;
    }

    public Records at(String stateId, String absent) {
        return add(
                RecordType.AT,
                "schoolNumber",
                "733",
                "calendarNumber",
                "101",
                "stateId",
                stateId,
                "testWindowCountAbsent",
                new java.math.BigDecimal(absent),
                "aggregateHoursOfInstruction",
                "F");
    }

    /** The same lines, each with a finding of validation. */
    public Records findingOnAll(String ruleId) {
        return findingOn(ruleId, record -> true);
    }

    /** The same lines, some with a finding of validation. */
    public Records findingOn(String ruleId, Predicate<RecordAccepted> which) {
        records.replaceAll(record -> which.test(record) ? withFinding(ruleId, record) : record);
        return this;
    }

    private static RecordAccepted withFinding(String ruleId, RecordAccepted record) {
        return new RecordAccepted(
                record.contractVersion(),
                record.submissionId(),
                record.districtNumber(),
                record.sequence(),
                record.line(),
                record.headerTimestamp(),
                record.mode(),
                record.adoptStateIds(),
                record.recordType(),
                record.fields(),
                List.of(Finding.ofRecord(
                        RuleCatalogue.get(ruleId),
                        record.line(),
                        record.recordType().name(),
                        "")),
                record.info());
    }

    public List<RecordAccepted> all() {
        return List.copyOf(records);
    }

    private Records add(RecordType type, Object... fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("districtNumber", district);
        for (int i = 0; i < fields.length; i += 2) {
            if (!"".equals(fields[i + 1])) {
                values.put((String) fields[i], fields[i + 1]);
            }
        }
        records.add(new RecordAccepted(
                1,
                submissionId,
                district,
                sequence,
                records.size() + 2,
                header,
                mode,
                adopt,
                type,
                values,
                List.of(),
                Map.of()));
        return this;
    }
}
