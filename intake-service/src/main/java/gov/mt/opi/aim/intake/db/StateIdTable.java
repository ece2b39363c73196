package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.intake.outcome.Sink;
import gov.mt.opi.aim.intake.outcome.StateIdLedger;
import gov.mt.opi.aim.intake.outcome.StateIdLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** State IDs as they are read; long lists in slices, so that no query stays open for a slow caller. */
@ApplicationScoped
class StateIdTable implements StateIdLedger {

    private static final int SLICE = 5_000;
    private static final String SELECT =
            """
            SELECT t.line, s.district_number, t.local_id, t.state_id, t.outcome
            FROM state_id AS t JOIN submission AS s ON s.id = t.submission_id
            WHERE t.submission_id = :id AND t.line > :after ORDER BY t.line LIMIT :slice
            """;

    private final Jdbi jdbi;

    @Inject
    StateIdTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Page<StateIdLine> page(UUID submissionId, PageRequest page) {
        return jdbi.inTransaction(handle -> {
            long total = handle.createQuery("SELECT count(*) FROM state_id WHERE submission_id = :id")
                    .bind("id", submissionId)
                    .mapTo(Long.class)
                    .one();
            List<StateIdLine> items = handle.createQuery(SELECT + " OFFSET :offset")
                    .bind("id", submissionId)
                    .bind("after", 0)
                    .bind("slice", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> stateId(row))
                    .list();
            return new Page<>(items, page.page(), page.size(), total);
        });
    }

    @Override
    public void forEach(UUID submissionId, Sink<StateIdLine> sink) throws IOException {
        int after = 0;
        while (true) {
            int from = after;
            List<StateIdLine> slice = jdbi.withHandle(handle -> handle.createQuery(SELECT)
                    .bind("id", submissionId)
                    .bind("after", from)
                    .bind("slice", SLICE)
                    .map((row, context) -> stateId(row))
                    .list());
            for (StateIdLine line : slice) {
                sink.accept(line);
            }
            if (slice.size() < SLICE) {
                return;
            }
            after = slice.get(SLICE - 1).line();
        }
    }

    private static StateIdLine stateId(ResultSet row) throws SQLException {
        return new StateIdLine(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
}
