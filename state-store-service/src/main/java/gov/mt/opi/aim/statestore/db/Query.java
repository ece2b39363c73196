package gov.mt.opi.aim.statestore.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A statement with some parameters, for what is seldom asked or done. */
final class Query {

    /** Has an answer of its own, without rows, before those of the queries. */
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; ";

    private Query() {}

    /** Reads one row. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, List<?> parameters, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                return rows(row, reading);
            }
        }
    }

    private static <T> List<T> rows(ResultSet row, Reading<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        while (row.next()) {
            rows.add(reading.read(row));
        }
        return rows;
    }

    /** Reads the answers of several queries that make one thing. */
    @FunctionalInterface
    interface AnswersReading<T> {
        T read(Answers answers) throws SQLException;
    }

    /**
     * Asks several queries about one moment, in one round trip: on a busy machine each would wait for its turn at both ends.
     *
     * @param parameters those of all queries, one after the other
     */
    static <T> T ofOneMoment(Connection connection, List<String> queries, List<?> parameters, AnswersReading<T> reading)
            throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(ONE_MOMENT + String.join("; ", queries))) {
            bind(statement, parameters);
            statement.execute();
            return reading.read(new Answers(statement));
        } finally {
            connection.rollback();
        }
    }

    /** The answers of queries, each to be read once, in their order. */
    static final class Answers {
        private final PreparedStatement statement;

        private Answers(PreparedStatement statement) {
            this.statement = statement;
        }

        <T> List<T> next(Reading<T> reading) throws SQLException {
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return rows(row, reading);
            }
        }
    }

    /** Changes rows. */
    static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, Arrays.asList(parameters));
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof UUID[] keys) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", keys));
            } else {
                statement.setObject(i + 1, parameters.get(i));
            }
        }
    }
}
