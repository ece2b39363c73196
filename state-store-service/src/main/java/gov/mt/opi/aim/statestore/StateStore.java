package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.record.RecordMerge;
import gov.mt.opi.aim.statestore.student.StudentMerge;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What happens to accepted records: those that were applied before are left alone; the others are applied to the statewide
 * view, file by file in the order in which they came, and within a file students first, then enrollments, programs,
 * attendance. View, outcomes and events are one transaction.
 */
public final class StateStore {

    /** Applies the records of one type and one file to the view. */
    public interface Merge {
        Applied apply(List<RecordAccepted> records, StatewideView view);
    }

    private final StateTransactions transactions;
    private final Map<RecordType, Merge> merges = new EnumMap<>(RecordType.class);

    public StateStore(StateTransactions transactions, StudentMerge students, List<RecordMerge> records) {
        this.transactions = transactions;
        merges.put(RecordType.SD, students);
        records.forEach(merge -> merges.put(merge.recordType(), merge));
    }

    /** Applies a batch. Doing it again, in whole or in part, changes nothing. */
    public void apply(List<RecordAccepted> batch) {
        transactions.apply(view -> {
            Applied applied = new Applied();
            for (List<RecordAccepted> file : byFile(view.undecided(batch))) {
                boolean kept = file.get(0).mode() == Mode.SUBMIT;
                applied.add(kept ? applyFile(file, view) : view.rehearse(() -> applyFile(file, view)), kept);
            }
            view.remember(applied.decisions());
            return applied;
        });
    }

    private Applied applyFile(List<RecordAccepted> file, StatewideView view) {
        Applied applied = new Applied();
        for (RecordType type : RecordType.values()) {
            List<RecordAccepted> records =
                    file.stream().filter(record -> record.recordType() == type).toList();
            if (!records.isEmpty()) {
                applied.add(merges.get(type).apply(records, view), true);
            }
        }
        return applied;
    }

    /** Neighbouring records of one file together; the order of files stays. */
    private static List<List<RecordAccepted>> byFile(List<RecordAccepted> records) {
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
