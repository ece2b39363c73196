package gov.mt.opi.aim.cli.api;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * A file to be sent.
 *
 * @param file where it is on this machine
 * @param fileName the name that it is sent under
 * @param validate true when it is only to be checked
 * @param again true when it is to be processed although it was sent before
 * @param adoptStateIds true when the State IDs that it brings are to be taken over (opi only)
 * @param expectedRecords how many records the sender knows to be in it
 * @param sent is told how many bytes are on their way, also when the file is sent a second time after trouble
 */
public record Upload(
        Path file,
        String fileName,
        boolean validate,
        boolean again,
        boolean adoptStateIds,
        OptionalLong expectedRecords,
        LongConsumer sent) {}
