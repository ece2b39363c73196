package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.StatewideView;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Applies the records of one kind and one file: each is inserted, replaces what its key had, changes nothing, or comes too
 * late. A Primary enrollment that would cover a day twice is refused inside a district and held between districts.
 */
public final class RecordMerge implements StateStore.Merge {

    /** Told beside the fields, because every thing of the view has it. */
    private static final String DISTRICT = "districtNumber";

    private final RecordKind kind;
    private final Clock clock;

    public RecordMerge(RecordKind kind, Clock clock) {
        this.kind = kind;
        this.clock = clock;
    }

    public RecordType recordType() {
        return kind.recordType();
    }

    @Override
    public Applied apply(List<RecordAccepted> records, StatewideView view) {
        Map<String, UUID> students =
                view.studentKeys(records.stream().map(r -> r.text("stateId")).collect(Collectors.toSet()));
        Work work = new Work(view, students, records.size());
        // Reading a record depends on nothing else, so every core may help.
        List<Incoming> open = records.parallelStream().map(this::read).toList();
        // A record may wait for another of its file to make room, whatever the order of lines: go round until a round
        // applies nothing.
        int before;
        do {
            before = open.size();
            open = open.stream().filter(incoming -> !work.apply(incoming)).toList();
        } while (!open.isEmpty() && open.size() < before);
        open.forEach(work::refuse);
        work.save();
        return work.applied;
    }

    /** The records of one file on their way into the view; later ones meet what earlier ones changed. */
    private final class Work {
        private final StatewideView view;
        private final Map<String, UUID> students;
        private final Map<UUID, Map<List<String>, StoredRecord>> current = new HashMap<>();
        private final Map<UUID, StoredRecord> changed = new LinkedHashMap<>();
        private final Map<UUID, String> stateIds = new HashMap<>();
        private final Applied applied = new Applied();
        private final Deque<UUID> keys;

        Work(StatewideView view, Map<String, UUID> students, int records) {
            this.view = view;
            this.students = students;
            view.recordsOf(kind, new HashSet<>(students.values())).forEach((student, stored) -> {
                Map<List<String>, StoredRecord> byKey = new HashMap<>();
                stored.forEach(record -> byKey.put(record.naturalKey(), record));
                current.put(student, byKey);
            });
            this.keys = new ArrayDeque<>(view.newKeys(records));
        }

        /** False when the record cannot be applied as long as others stand in its way. */
        boolean apply(Incoming incoming) {
            RecordAccepted record = incoming.record();
            UUID student = students.get(record.text("stateId"));
            if (student == null) {
                applied.decide(Decision.rejected(
                        record, Decision.finding("XS-001", record, "stateId", record.text("stateId"))));
                return true;
            }
            StoredRecord next = next(incoming, student);
            Optional<StoredRecord> stored = stored(student, next.naturalKey());
            if (stored.filter(known -> known.contentHash().equals(next.contentHash()))
                    .isPresent()) {
                applied.decide(Decision.of(record, Outcome.UNCHANGED));
                return true;
            }
            if (stored.filter(known -> known.source().isNewerThan(next.source()))
                    .isPresent()) {
                applied.decide(Decision.of(record, Outcome.STALE)
                        .with(Decision.finding("XS-035", record, "stateId", record.text("stateId"))));
                return true;
            }
            if (!inTheWay(next).isEmpty()) {
                return false;
            }
            keep(next, record.text("stateId"));
            applied.decide(Decision.of(record, Outcome.ACCEPTED));
            return true;
        }

        /** Decides about a record that others keep out. */
        void refuse(Incoming incoming) {
            RecordAccepted record = incoming.record();
            Collection<PrimaryPeriod> others = inTheWay(next(incoming, students.get(record.text("stateId"))));
            Optional<PrimaryPeriod> ownDistrict = others.stream()
                    .filter(other -> other.districtNumber().equals(record.districtNumber()))
                    .findFirst();
            applied.decide(ownDistrict
                    .map(other ->
                            Decision.rejected(record, Decision.finding("XS-021", record, "startDate", other.inWords())))
                    .orElseGet(() -> Decision.held(
                            record,
                            Decision.finding("XS-022", record, "startDate", record.text("startDate")),
                            "the end date of the enrollment in district "
                                    + others.iterator().next().districtNumber())));
        }

        void save() {
            if (changed.isEmpty()) {
                return;
            }
            view.save(kind, List.copyOf(changed.values()));
            Instant now = clock.instant();
            changed.values().forEach(record -> applied.change(announce(record, stateIds.get(record.key()), now)));
        }

        /** The record as it would stand in the view. A new thing takes the next free key when it is kept. */
        private StoredRecord next(Incoming incoming, UUID student) {
            Optional<StoredRecord> before = stored(student, incoming.naturalKey());
            return new StoredRecord(
                    before.map(StoredRecord::key).orElseGet(keys::peek),
                    student,
                    incoming.naturalKey(),
                    incoming.primary(),
                    incoming.fields(),
                    incoming.contentHash(),
                    before.map(known -> known.version() + 1).orElse(1L),
                    SourceVersion.of(incoming.record()));
        }

        private void keep(StoredRecord next, String stateId) {
            if (next.key().equals(keys.peek())) {
                keys.pop();
            }
            current.computeIfAbsent(next.studentKey(), student -> new HashMap<>())
                    .put(next.naturalKey(), next);
            changed.put(next.key(), next);
            stateIds.put(next.key(), stateId);
        }

        private Optional<StoredRecord> stored(UUID student, List<String> naturalKey) {
            return Optional.ofNullable(current.getOrDefault(student, Map.of()).get(naturalKey));
        }

        private List<PrimaryPeriod> inTheWay(StoredRecord next) {
            return next.primary()
                    .map(period -> current.getOrDefault(next.studentKey(), Map.of()).values().stream()
                            .filter(other -> !other.naturalKey().equals(next.naturalKey()))
                            .flatMap(other -> other.primary().stream())
                            .filter(period::overlaps)
                            .toList())
                    .orElse(List.of());
        }
    }

    /** A record as this kind reads it. */
    private record Incoming(
            RecordAccepted record,
            Map<String, Object> fields,
            List<String> naturalKey,
            Optional<PrimaryPeriod> primary,
            UUID contentHash) {}

    private Incoming read(RecordAccepted record) {
        Map<String, Object> fields = fields(record);
        List<String> naturalKey = kind.naturalKey().stream()
                .map(property -> fields.get(property).toString())
                .toList();
        return new Incoming(record, fields, naturalKey, primary(record), contentHash(fields));
    }

    /** The record's own fields; AT records name no year, so theirs is that of the file. */
    private static Map<String, Object> fields(RecordAccepted record) {
        if (record.fields().containsKey(RecordKind.YEAR)) {
            return record.fields();
        }
        Map<String, Object> fields = new HashMap<>(record.fields());
        fields.put(RecordKind.YEAR, schoolYear(record.headerTimestamp()));
        return fields;
    }

    private Optional<PrimaryPeriod> primary(RecordAccepted record) {
        if (kind != RecordKind.ENROLLMENT || !"P".equals(record.text("serviceType"))) {
            return Optional.empty();
        }
        String end = record.text("endDate");
        return Optional.of(new PrimaryPeriod(
                record.districtNumber(),
                LocalDate.parse(record.text("startDate")),
                end == null ? LocalDate.MAX : LocalDate.parse(end)));
    }

    private StateChange announce(StoredRecord record, String stateId, Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String property : kind.properties()) {
            Object value = record.fields().get(property);
            if (value != null && !property.equals(DISTRICT)) {
                fields.put(property, value);
            }
        }
        String district = record.fields().get(DISTRICT).toString();
        return new StateChange(
                kind.topic(),
                record.key(),
                new StateChanged(
                        1,
                        record.studentKey(),
                        stateId,
                        district,
                        now,
                        record.version(),
                        new Source(
                                record.source().submissionId(), record.source().line()),
                        fields));
    }

    /** The school year of a date, by its last year: 1 July to 30 June. */
    static int schoolYear(LocalDateTime date) {
        return date.getMonthValue() >= 7 ? date.getYear() + 1 : date.getYear();
    }

    /** Of the values in the order of the layout; blanks at the end do not count, so that a layout may grow. */
    private UUID contentHash(Map<String, Object> fields) {
        StringBuilder content = new StringBuilder(128);
        int end = 0;
        for (String property : kind.properties()) {
            Object value = fields.get(property);
            if (value != null) {
                content.append(value);
                end = content.length();
            }
            content.append('\t');
        }
        content.setLength(end);
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }
}
