package gov.mt.opi.aim.load.machine;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The time that PostgreSQL spends in each kind of statement, as its extension {@code pg_stat_statements} counts it. */
public final class Statements {

    /** The library that the server must load. */
    public static final String LIBRARY = "pg_stat_statements";

    private static final int SHOWN_LENGTH = 110;
    private static final String BENCHMARK_FLOOR = "benchmark_floor";

    private final String jdbcUrl;

    /** Installs the extension if need be. */
    public Statements(String jdbcUrl) throws SQLException {
        this.jdbcUrl = jdbcUrl + "?ApplicationName=benchmark";
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS " + LIBRARY + " SCHEMA public");
        }
    }

    /** Milliseconds in statements up to now, by their text with parameters for values, shortened. */
    public Map<String, Double> millis() throws IOException {
        Map<String, Double> millis = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT query, total_exec_time FROM public." + LIBRARY)) {
            while (rows.next()) {
                String query = shortened(rows.getString(1));
                if (!query.contains(BENCHMARK_FLOOR) && !query.contains(LIBRARY)) {
                    millis.merge(query, rows.getDouble(2), Double::sum);
                }
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not say what its statements took", e);
        }
        return millis;
    }

    /** A statement on one line, not longer than a line of a table can be. */
    static String shortened(String query) {
        String line = query.replaceAll("\\s+", " ").replace("|", "/").strip();
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "…";
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
    }
}
