package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.intake.outcome.Sink;
import gov.mt.opi.aim.intake.outcome.StateIdLedger;
import gov.mt.opi.aim.intake.outcome.StateIdLine;
import gov.mt.opi.aim.intake.outcome.StateIdSegment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** State IDs as they are read; long lists a few segments at a time, so that no query stays open for a slow caller. */
@ApplicationScoped
class StateIdTable implements StateIdLedger {

    private static final int SLICE_SEGMENTS = 8;
    private static final String SLICE =
            """
            SELECT t.segment, t.state_ids, s.district_number, 0 AS lines_before
            FROM state_id_segment AS t JOIN submission AS s ON s.id = t.submission_id
            WHERE t.submission_id = :id AND t.segment > :after ORDER BY t.segment LIMIT :slice
            """;
    private static final String OF_PAGE =
            """
            SELECT t.segment, t.state_ids, s.district_number, t.lines_before
            FROM (SELECT *, sum(lines) OVER (ORDER BY segment) - lines AS lines_before
                FROM state_id_segment WHERE submission_id = :id) AS t JOIN submission AS s ON s.id = t.submission_id
            WHERE t.lines_before < :end AND t.lines_before + t.lines > :offset ORDER BY t.segment
            """;

    private final Jdbi jdbi;

    @Inject
    StateIdTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Page<StateIdLine> page(UUID submissionId, PageRequest page) {
        return jdbi.inTransaction(handle -> {
            long total = handle.createQuery(
                            "SELECT coalesce(sum(lines), 0) FROM state_id_segment WHERE submission_id = :id")
                    .bind("id", submissionId)
                    .mapTo(Long.class)
                    .one();
            List<Segment> segments = handle.createQuery(OF_PAGE)
                    .bind("id", submissionId)
                    .bind("offset", page.offset())
                    .bind("end", page.offset() + page.size())
                    .map((row, context) -> segment(row))
                    .list();
            long before = segments.isEmpty() ? 0 : segments.get(0).linesBefore();
            List<StateIdLine> items = segments.stream()
                    .flatMap(segment -> segment.lines().stream())
                    .skip(page.offset() - before)
                    .limit(page.size())
                    .toList();
            return new Page<>(items, page.page(), page.size(), total);
        });
    }

    @Override
    public void forEach(UUID submissionId, Sink<StateIdLine> sink) throws IOException {
        int after = -1;
        while (true) {
            int from = after;
            List<Segment> slice = jdbi.withHandle(handle -> handle.createQuery(SLICE)
                    .bind("id", submissionId)
                    .bind("after", from)
                    .bind("slice", SLICE_SEGMENTS)
                    .map((row, context) -> segment(row))
                    .list());
            for (Segment segment : slice) {
                for (StateIdLine line : segment.lines()) {
                    sink.accept(line);
                }
            }
            if (slice.size() < SLICE_SEGMENTS) {
                return;
            }
            after = slice.get(SLICE_SEGMENTS - 1).number();
        }
    }

    /** One segment as it is read; the SD lines in the segments before it are counted for a page only. */
    private record Segment(int number, List<StateIdLine> lines, long linesBefore) {}

    private static Segment segment(ResultSet row) throws SQLException {
        List<StateIdLine> lines = StateIdSegment.of(row.getBytes("state_ids")).list(row.getString("district_number"));
        return new Segment(row.getInt("segment"), lines, row.getLong("lines_before"));
    }
}
