package gov.mt.opi.aim.statestore.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /**
     * Questions about one moment, asked in one round trip: on a busy machine each would wait for its turn at both ends.
     */
    static final class OneMoment {
        private final List<Question<?>> questions = new ArrayList<>();

        <T> Question<T> question(String sql, List<?> parameters, Reading<T> reading) {
            Question<T> question = new Question<>(sql, parameters, reading);
            questions.add(question);
            return question;
        }

        /** Asks; from then on every question has its answer. */
        void ask(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            String all = questions.stream().map(question -> question.sql).collect(Collectors.joining("; "));
            try (PreparedStatement statement = connection.prepareStatement(ONE_MOMENT + all)) {
                bind(
                        statement,
                        questions.stream()
                                .flatMap(question -> question.parameters.stream())
                                .toList());
                statement.execute();
                for (Question<?> question : questions) {
                    statement.getMoreResults();
                    question.read(statement.getResultSet());
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** One of several questions about one moment. */
    static final class Question<T> {
        private final String sql;
        private final List<?> parameters;
        private final Reading<T> reading;
        private List<T> answer = List.of();

        private Question(String sql, List<?> parameters, Reading<T> reading) {
            this.sql = sql;
            this.parameters = parameters;
            this.reading = reading;
        }

        private void read(ResultSet row) throws SQLException {
            try (row) {
                answer = rows(row, reading);
            }
        }

        List<T> answer() {
            return answer;
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
