package gov.mt.opi.aim.load.floor;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.format.DistrictOfTheFile;
import gov.mt.opi.aim.validation.format.FieldChecks;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.reading.InfoTally;
import gov.mt.opi.aim.validation.reading.LineReader;
import gov.mt.opi.aim.validation.reading.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file, parses each line and checks its fields with the product's own field rules. */
final class FloorFile {

    /** Takes what is clean. */
    interface Sink {
        void take(DataRecord record) throws IOException;
    }

    private int records;
    private int wrong;

    void read(Path file, Sink sink) throws IOException {
        String name = file.getFileName().toString();
        String district = name.substring(0, name.indexOf('_'));
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.readLine();
            InfoTally tally = new InfoTally();
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                records++;
                Findings findings = Findings.counting(number, Optional.of(tally));
                Reading reading = LineReader.read(line, number, findings);
                if (reading.record().isPresent()) {
                    DataRecord record = reading.record().get();
                    RecordType type = record.type();
                    DistrictOfTheFile.check(record, district, findings);
                    FieldChecks.of(type).check(record, findings);
                }
                if (findings.hasError()) {
                    wrong++;
                } else {
                    sink.take(reading.record().orElseThrow());
                }
            }
        }
    }

    int records() {
        return records;
    }

    int wrong() {
        return wrong;
    }
}
