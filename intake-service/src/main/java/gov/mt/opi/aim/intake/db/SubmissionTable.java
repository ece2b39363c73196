package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.contracts.event.SubmissionChanged;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.intake.Arrival;
import gov.mt.opi.aim.intake.Offer;
import gov.mt.opi.aim.intake.Receipt;
import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.SubmissionLedger;
import gov.mt.opi.aim.intake.SubmissionStatus;
import gov.mt.opi.aim.intake.file.FileSurvey;
import gov.mt.opi.aim.intake.history.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Submissions: how they enter, and how they are found. */
@ApplicationScoped
class SubmissionTable implements SubmissionLedger {

    /** Name space of the advisory locks of districts, so that they meet no other locks. */
    private static final int DISTRICT_LOCKS = 0x41494D;

    private static final String INSERT =
            """
            INSERT INTO submission (id, district_number, file_name, mode, adopt_state_ids, again, sha256, size_bytes,
                encoding, header_timestamp, format_version, received_at, received_by, status, lines, last_line,
                rule_set_version, replay_of)
            VALUES (:id, :district, :fileName, :mode, :adopt, :again, :sha256, :size, :encoding, :header, :version,
                :receivedAt, :receivedBy, :status, :lines, :lastLine, :ruleSet, :replayOf)
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Perseverance perseverance;
    private final SubmissionRows rows;

    @Inject
    SubmissionTable(Jdbi jdbi, Outbox outbox, Perseverance perseverance) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.perseverance = perseverance;
        this.rows = new SubmissionRows(jdbi);
    }

    @Override
    public Receipt take(Arrival arrival) {
        Optional<UUID> earlier =
                perseverance.until("taking a file", () -> jdbi.inTransaction(handle -> enterOnce(handle, arrival)));
        outbox.committed();
        return earlier.<Receipt>map(id -> new Receipt.Duplicate(existing(id)))
                .orElseGet(() -> new Receipt.Taken(existing(arrival.id())));
    }

    @Override
    public Submission refuse(Arrival arrival) {
        perseverance.until(
                "refusing a file",
                () -> jdbi.inTransaction(handle -> {
                    if (!isEntered(handle, arrival.id())) {
                        insert(handle, arrival, SubmissionStatus.REFUSED);
                        enterFindings(handle, arrival, false);
                        remember(handle, arrival, Happening.REFUSED, Optional.empty());
                        announce(handle, arrival, SubmissionStatus.REFUSED);
                    }
                    return true;
                }));
        outbox.committed();
        return existing(arrival.id());
    }

    @Override
    public Optional<Submission> find(UUID id) {
        return rows.find(id);
    }

    @Override
    public List<Submission> findAll(Collection<UUID> ids) {
        return rows.findAll(ids);
    }

    @Override
    public Set<UUID> known(Collection<UUID> ids) {
        return perseverance.until("reading submissions", () -> rows.known(ids));
    }

    @Override
    public Page<Submission> page(Optional<String> districtNumber, Optional<SubmissionStatus> status, PageRequest page) {
        return rows.page(districtNumber, status, page);
    }

    /** Enters the arrival; answers with the earlier submission instead when the same bytes are there. */
    private Optional<UUID> enterOnce(Handle handle, Arrival arrival) throws SQLException {
        String district = arrival.districtNumber().orElseThrow();
        // One receipt of a district at a time: so its numbers are committed in their order, and the second of the same
        // bytes finds the first.
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:space, :district)")
                .bind("space", DISTRICT_LOCKS)
                .bind("district", Integer.parseInt(district))
                .mapTo(Integer.class)
                .one();
        Standing standing = standing(handle, arrival, district);
        if (standing.entered()) {
            return Optional.empty(); // the commit of an earlier attempt went through after all
        }
        Optional<UUID> earlier = standing.sameBytes();
        if (earlier.isPresent() && !arrival.offer().again()) {
            HistoryTable.append(
                    handle,
                    earlier.get(),
                    arrival.receivedAt(),
                    arrival.offer().sender(),
                    Happening.DUPLICATE,
                    arrival.id(),
                    "sent as " + arrival.fileName());
            return earlier;
        }
        insert(handle, arrival, SubmissionStatus.RECEIVED);
        insertCounts(handle, arrival);
        enterFindings(handle, arrival, standing.unfinished());
        remember(handle, arrival, Happening.RECEIVED, earlier);
        announce(handle, arrival, SubmissionStatus.RECEIVED);
        return Optional.empty();
    }

    private static boolean isEntered(Handle handle, UUID id) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM submission WHERE id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * What is known of an arrival and its district before it is entered.
     *
     * @param entered it is there already
     * @param sameBytes the latest submission of the same bytes for the same purpose
     * @param unfinished a file of the district is still under way
     */
    private record Standing(boolean entered, Optional<UUID> sameBytes, boolean unfinished) {}

    private static Standing standing(Handle handle, Arrival arrival, String district) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM submission WHERE id = :id) AS entered,
                            (SELECT id FROM submission
                                WHERE district_number = :district AND sha256 = :sha256 AND mode = :mode
                                    AND status <> 'REFUSED' AND replay_of IS NULL
                                ORDER BY sequence DESC LIMIT 1) AS same_bytes,
                            EXISTS (SELECT FROM submission WHERE district_number = :district
                                AND status IN ('RECEIVED', 'PROCESSING', 'FAILED')) AS unfinished
                        """)
                .bind("id", arrival.id())
                .bind("district", district)
                .bind("sha256", arrival.sha256())
                .bind("mode", arrival.offer().mode().name())
                .map((row, context) -> new Standing(
                        row.getBoolean("entered"),
                        Optional.ofNullable(row.getObject("same_bytes", UUID.class)),
                        row.getBoolean("unfinished")))
                .one();
    }

    private static void insert(Handle handle, Arrival arrival, SubmissionStatus status) {
        FileSurvey survey = arrival.survey();
        handle.createUpdate(INSERT)
                .bind("id", arrival.id())
                .bind("district", arrival.districtNumber())
                .bind("fileName", arrival.fileName())
                .bind("mode", arrival.offer().mode().name())
                .bind("adopt", arrival.offer().adoptStateIds())
                .bind("again", arrival.offer().again())
                .bind("sha256", arrival.sha256())
                .bind("size", arrival.sizeBytes())
                .bind("encoding", survey.encoding().name())
                .bind("header", survey.header().timestamp())
                .bind("version", survey.header().version().map(StoredText::of))
                .bind("receivedAt", arrival.receivedAt())
                .bind("receivedBy", arrival.offer().sender())
                .bind("status", status.name())
                .bind("lines", survey.lines())
                .bind("lastLine", survey.lastLine())
                .bind("ruleSet", RuleCatalogue.VERSION)
                .bind("replayOf", arrival.offer().replayOf())
                .execute();
    }

    /** Tells the submission's own history, and that of the one it came of. */
    private static void remember(Handle handle, Arrival arrival, Happening what, Optional<UUID> earlier) {
        Offer offer = arrival.offer();
        String detail = offer.replayOf()
                .map(original -> "a re-run of the kept file of submission " + original)
                .or(() -> earlier.map(first -> "the same bytes as submission " + first))
                .orElse("");
        HistoryTable.append(handle, arrival.id(), arrival.receivedAt(), offer.sender(), what, arrival.id(), detail);
        Happening there = offer.replayOf().isPresent() ? Happening.REPLAYED : Happening.AGAIN;
        offer.replayOf()
                .or(() -> earlier)
                .ifPresent(other -> HistoryTable.append(
                        handle, other, arrival.receivedAt(), offer.sender(), there, arrival.id(), ""));
    }

    private static void insertCounts(Handle handle, Arrival arrival) throws SQLException {
        ArrayColumns counts = new ArrayColumns("uuid", "text", "int4");
        Stream.concat(Stream.of(RecordType.values()).map(Enum::name), Stream.of(FileSurvey.OTHER))
                .forEach(type -> counts.add(
                        arrival.id(), type, arrival.survey().linesByType().getOrDefault(type, 0)));
        counts.execute(
                handle.getConnection(), "INSERT INTO line_count (submission_id, record_type, total) SELECT * FROM %s");
    }

    private static void enterFindings(Handle handle, Arrival arrival, boolean follows) throws SQLException {
        FindingRows findings = new FindingRows();
        findings.addFile(arrival.id(), arrival.findings());
        if (!arrival.isRefused()) {
            Map<String, Integer> info = new TreeMap<>(arrival.survey().info());
            if (follows) {
                info.put("FILE-019", 1);
            }
            info.forEach((rule, count) -> findings.addInfo(arrival.id(), rule, count));
        }
        findings.write(handle.getConnection());
    }

    /** A refused file that tells no district has nobody to tell: such events would have no key. */
    private void announce(Handle handle, Arrival arrival, SubmissionStatus status) throws SQLException {
        List<SubmissionChanged> changes = new ArrayList<>();
        arrival.districtNumber()
                .ifPresent(district -> changes.add(new SubmissionChanged(
                        1,
                        arrival.id(),
                        district,
                        arrival.offer().mode(),
                        status.name(),
                        arrival.fileName(),
                        arrival.sha256(),
                        arrival.survey().lines(),
                        null,
                        arrival.receivedAt())));
        outbox.write(
                handle.getConnection(),
                changes.stream().map(SubmissionEvents::of).toList());
    }

    private Submission existing(UUID id) {
        return perseverance
                .until("reading a submission", () -> rows.find(id))
                .orElseThrow(() -> new IllegalStateException("submission " + id + " is gone"));
    }
}
