package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.chassis.key.TimeOrderedKeys;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.Excerpt;
import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.StatewideView;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.held.WaitsFor;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Applies the records of one kind and one file: each is inserted, replaces what its key had, changes nothing, comes too
 * late, or is kept out by a rule.
 *
 * <p>What refuses a line is judged when the line's turn comes; an unchanged line is not refused for what the view already
 * says. Warnings are judged when all lines of the file that came with this batch are applied, for unchanged lines too: the
 * same file sent twice has the same warnings as long as the facts are the same. So that a batch's border does not change
 * them, a warning between enrollments is told on the later one, and enrollments take their turn by start date.
 */
public final class RecordMerge implements StateStore.Merge {

    /** From this many records on it pays to read them on every core. */
    private static final int MANY = 500;

    private static final Comparator<Incoming> BY_STUDENT_AND_START = Comparator.comparing(
                    (Incoming incoming) -> incoming.record().text("stateId"))
            .thenComparing(incoming -> incoming.enrollment().orElseThrow().start())
            .thenComparing(incoming -> !incoming.enrollment().orElseThrow().isPrimary())
            .thenComparing(incoming -> incoming.record().line());

    private final RecordKind kind;
    private final LineRules rules;

    public RecordMerge(RecordKind kind, LineRules rules) {
        this.kind = kind;
        this.rules = rules;
    }

    /** The rules that are enforced here. */
    public static Set<String> ruleIds() {
        return Set.of("XS-001", "XS-035", "XS-036");
    }

    @Override
    public RecordType recordType() {
        return kind.recordType();
    }

    @Override
    public List<Decision> apply(List<RecordAccepted> records, Excerpt excerpt) {
        Work work = new Work(excerpt, records.size());
        List<Incoming> open = inOrder(records);
        // A record may wait for another of its file to make room: go round until a round applies nothing.
        int before;
        do {
            before = open.size();
            open = open.stream().filter(incoming -> !work.apply(incoming)).toList();
        } while (!open.isEmpty() && open.size() < before);
        open.forEach(work::refuse);
        work.settle();
        return work.decisions;
    }

    @Override
    public List<StateChange> save(Excerpt excerpt, StatewideView view) {
        Collection<Dossiers.Changed> changed = excerpt.dossiers().changed(kind);
        if (changed.isEmpty()) {
            return List.of();
        }
        view.save(
                kind,
                changed.stream()
                        .filter(change -> !change.gone())
                        .map(Dossiers.Changed::record)
                        .toList());
        Instant now = view.now();
        return changed.stream()
                .map(change -> Announcement.of(kind, change, now))
                .toList();
    }

    private List<Incoming> inOrder(List<RecordAccepted> records) {
        // Reading a record depends on nothing else, so every core may help.
        Stream<Incoming> incoming = (records.size() < MANY ? records.stream() : records.parallelStream())
                .map(record -> Incoming.read(kind, record));
        return (kind == RecordKind.ENROLLMENT ? incoming.sorted(BY_STUDENT_AND_START) : incoming).toList();
    }

    /** The records of one file on their way into the view; later ones meet what earlier ones changed. */
    private final class Work {
        private final Excerpt excerpt;
        private final Dossiers dossiers;
        private final List<Decision> decisions;
        private final List<Settled> settled;

        Work(Excerpt excerpt, int records) {
            this.excerpt = excerpt;
            this.dossiers = excerpt.dossiers();
            this.decisions = new ArrayList<>(records);
            this.settled = new ArrayList<>(records);
        }

        /** False when the record cannot be applied as long as others stand in its way. */
        boolean apply(Incoming incoming) {
            RecordAccepted record = incoming.record();
            String stateId = record.text("stateId");
            Optional<StudentFacts> student = excerpt.student(stateId);
            if (student.isEmpty()) {
                decisions.add(Decision.rejected(record, Decision.finding("XS-001", record, "stateId", stateId)));
                return true;
            }
            UUID studentKey = student.get().key();
            Optional<StoredRecord> stored = dossiers.of(studentKey).findOrVoided(kind, incoming.naturalKey());
            if (stored.isPresent() && stored.get().contentHash().equals(incoming.contentHash())) {
                excerpt.confirmations().add(stored.get().key(), stored.get().source(), record);
                // An older line of the same thing that waits is outdated now.
                dossiers.stir(studentKey);
                settled.add(new Settled(incoming, student.get(), Outcome.UNCHANGED));
                return true;
            }
            SourceVersion source = SourceVersion.of(record);
            if (stored.isPresent()
                    && excerpt.confirmations()
                            .isOutdated(stored.get().key(), stored.get().source(), record)) {
                decisions.add(Decision.stale(record));
                return true;
            }
            if (!rules.refusals(line(incoming, student.get(), false)).isEmpty()) {
                return false;
            }
            dossiers.put(
                    kind,
                    next(incoming, studentKey, stored, source),
                    student.get().stateId());
            settled.add(new Settled(incoming, student.get(), Outcome.ACCEPTED));
            return true;
        }

        /** Decides about a record that something keeps out. What is wrong with it outranks what it waits for. */
        void refuse(Incoming incoming) {
            RecordAccepted record = incoming.record();
            StudentFacts student = excerpt.student(record.text("stateId")).orElseThrow();
            Line line = line(incoming, student, false);
            List<Finding> refusals = rules.refusals(line);
            List<Finding> errors = refusals.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
            if (errors.isEmpty()) {
                WaitsFor waitsFor = waitsFor(line);
                decisions.add(Decision.held(record, refusals, waitsFor));
                dossiers.hold(new HeldLine(record, student.key(), waitsFor));
            } else {
                decisions.add(Decision.of(record, Outcome.REJECTED, errors));
            }
        }

        /** Looks once more at all that is in the view now. */
        void settle() {
            for (Settled line : settled) {
                decisions.add(Decision.of(
                        line.incoming().record(),
                        line.outcome(),
                        rules.warnings(line(line.incoming(), line.student(), line.outcome() == Outcome.UNCHANGED))));
            }
        }

        private Line line(Incoming incoming, StudentFacts student, boolean unchanged) {
            return new Line(
                    incoming.record(),
                    student,
                    dossiers,
                    incoming.enrollment(),
                    kind == RecordKind.TEST_WINDOW_ATTENDANCE
                            ? dossiers.countDate(Line.calendar(incoming.record()))
                            : Optional.empty(),
                    unchanged);
        }

        /** The record as it stands in the view from now on. */
        private StoredRecord next(
                Incoming incoming, UUID student, Optional<StoredRecord> before, SourceVersion source) {
            return new StoredRecord(
                    before.map(StoredRecord::key).orElseGet(TimeOrderedKeys::next),
                    student,
                    incoming.naturalKey(),
                    incoming.enrollment(),
                    incoming.fields(),
                    incoming.contentHash(),
                    before.map(known -> known.version() + 1).orElse(1L),
                    source);
        }
    }

    /** Who must act before the line can be applied. Programs and attendance wait for whom their enrollment waits. */
    private WaitsFor waitsFor(Line line) {
        boolean enrollment = kind == RecordKind.ENROLLMENT;
        Optional<String> district =
                enrollment ? line.primaryElsewhere().map(Enrollment::districtNumber) : line.whereItsEnrollmentWaits();
        return new WaitsFor(
                enrollment
                        ? "the end date of the enrollment in district " + district.orElseThrow()
                        : "the student's enrollment at this school, which waits itself",
                district,
                Optional.of(line.student().key()));
    }

    /** A record that the view holds now, or held before. */
    private record Settled(Incoming incoming, StudentFacts student, Outcome outcome) {}
}
