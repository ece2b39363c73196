package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.util.ArrayList;
import java.util.List;

/** Puts the records of a batch together as they were sent. */
final class SentFiles {

    private SentFiles() {}

    /** Neighbouring records of one file together; the order of files stays. */
    static List<List<RecordAccepted>> of(List<RecordAccepted> records) {
        List<List<RecordAccepted>> files = new ArrayList<>();
        List<RecordAccepted> current = new ArrayList<>();
        for (RecordAccepted record : records) {
            if (!current.isEmpty() && !current.get(0).submissionId().equals(record.submissionId())) {
                files.add(current);
                current = new ArrayList<>();
            }
            current.add(record);
        }
        if (!current.isEmpty()) {
            files.add(current);
        }
        return files;
    }
}
