package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files as they come, one after the other, into a view in memory. */
public final class History {

    private final MemoryView view;
    private final StateStore stateStore;

    public History(MemoryView view) {
        this(view, Map.of());
    }

    /** A history under other settings of the rules. */
    public History(MemoryView view, Map<String, String> settings) {
        this.view = view;
        this.stateStore = new StateStore(view, Merges.all(Settings.with(settings)));
    }

    public void send(Records file) {
        stateStore.apply(file.all());
    }

    /** Files in one batch. */
    public void sendTogether(List<Records> files) {
        List<RecordAccepted> batch = new ArrayList<>();
        files.forEach(file -> batch.addAll(file.all()));
        stateStore.apply(batch);
    }

    /** All that was said of a line, the last word last. */
    public List<Decision> toldAbout(Records file, int line) {
        return view.decisions.stream()
                .filter(decision -> decision.record().submissionId().equals(file.submissionId)
                        && decision.record().line() == line)
                .toList();
    }
}
