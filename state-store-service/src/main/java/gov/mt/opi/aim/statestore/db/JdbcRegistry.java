package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.registry.Registry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The registry in PostgreSQL; what changed goes through the outbox to the registry topics. */
public final class JdbcRegistry implements Registry {

    /** How long a caller waits for the topics to have a change: then files sent next are judged by it. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);

    private static final String BY_NUMBER = " ORDER BY district_number::integer";

    private final DataSource database;
    private final Outbox outbox;

    public JdbcRegistry(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public boolean hasDistrict(String districtNumber) {
        return !districts(Optional.of(districtNumber)).isEmpty();
    }

    @Override
    public int putDistricts(List<District> districts) {
        ArrayColumns rows = new ArrayColumns("text", "text");
        districts.forEach(district -> rows.add(district.districtNumber(), district.name()));
        return put(
                rows,
                "INSERT INTO district (district_number, name) SELECT * FROM " + rows.unnest()
                        + " ON CONFLICT (district_number) DO UPDATE SET name = EXCLUDED.name",
                districts.stream()
                        .map(district -> told(Topic.REGISTRY_DISTRICT, district.key(), district))
                        .toList());
    }

    @Override
    public int putSchools(List<School> schools) {
        ArrayColumns rows = new ArrayColumns("text", "text", "text", "text", "text", "date", "date");
        schools.forEach(school -> rows.add(
                school.districtNumber(),
                school.schoolNumber(),
                school.name(),
                school.lowGrade(),
                school.highGrade(),
                school.openedOn(),
                school.closedOn()));
        return put(
                rows,
                "INSERT INTO school (district_number, school_number, name, low_grade, high_grade, opened_on,"
                        + " closed_on) SELECT * FROM " + rows.unnest()
                        + " ON CONFLICT (district_number, school_number) DO UPDATE SET (name, low_grade, high_grade,"
                        + " opened_on, closed_on) = (EXCLUDED.name, EXCLUDED.low_grade, EXCLUDED.high_grade,"
                        + " EXCLUDED.opened_on, EXCLUDED.closed_on)",
                schools.stream()
                        .map(school -> told(Topic.REGISTRY_SCHOOL, school.key(), school))
                        .toList());
    }

    @Override
    public int putCalendars(List<Calendar> calendars) {
        ArrayColumns rows = new ArrayColumns("text", "text", "text", "integer", "date", "date", "date");
        calendars.forEach(calendar -> rows.add(
                calendar.districtNumber(),
                calendar.schoolNumber(),
                calendar.calendarNumber(),
                calendar.year(),
                calendar.startDate(),
                calendar.endDate(),
                calendar.testWindowDate()));
        return put(
                rows,
                "INSERT INTO calendar (district_number, school_number, calendar_number, school_year, start_date,"
                        + " end_date, test_window_date) SELECT * FROM " + rows.unnest()
                        + " ON CONFLICT (district_number, school_number, calendar_number, school_year) DO UPDATE SET"
                        + " (start_date, end_date, test_window_date) = (EXCLUDED.start_date, EXCLUDED.end_date,"
                        + " EXCLUDED.test_window_date)",
                calendars.stream()
                        .map(calendar -> told(Topic.REGISTRY_CALENDAR, calendar.key(), calendar))
                        .toList());
    }

    @Override
    public List<District> districts(Optional<String> districtNumber) {
        return list(
                "SELECT * FROM district",
                BY_NUMBER,
                districtNumber,
                row -> new District(row.getString("district_number"), row.getString("name")));
    }

    @Override
    public List<School> schools(Optional<String> districtNumber) {
        return list(
                "SELECT * FROM school",
                BY_NUMBER + ", school_number::integer",
                districtNumber,
                row -> new School(
                        row.getString("district_number"),
                        row.getString("school_number"),
                        row.getString("name"),
                        row.getString("low_grade"),
                        row.getString("high_grade"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class)));
    }

    @Override
    public List<Calendar> calendars(Optional<String> districtNumber) {
        return list(
                "SELECT * FROM calendar",
                BY_NUMBER + ", school_number::integer, school_year, calendar_number::integer",
                districtNumber,
                row -> new Calendar(
                        row.getString("district_number"),
                        row.getString("school_number"),
                        row.getString("calendar_number"),
                        row.getInt("school_year"),
                        row.getObject("start_date", LocalDate.class),
                        row.getObject("end_date", LocalDate.class),
                        row.getObject("test_window_date", LocalDate.class)));
    }

    private int put(ArrayColumns rows, String upsert, List<OutgoingEvent> events) {
        if (rows.isEmpty()) {
            return 0;
        }
        return rethrown(() -> {
            int changed;
            long told;
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (PreparedStatement statement = connection.prepareStatement(upsert)) {
                    rows.bind(statement);
                    changed = statement.executeUpdate();
                    told = outbox.write(connection, events);
                    connection.commit();
                } catch (SQLException | RuntimeException failed) {
                    connection.rollback();
                    throw failed;
                }
            }
            outbox.committed();
            outbox.awaitSent(told, TOLD_WITHIN);
            return changed;
        });
    }

    private static OutgoingEvent told(Topic topic, String key, Object entry) {
        return new OutgoingEvent(
                topic, key, UUID.randomUUID().toString(), "aim.registry.changed", EventJson.write(entry));
    }

    private <T> List<T> list(String select, String order, Optional<String> districtNumber, Query.Reading<T> reading) {
        return rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                return Query.list(
                        connection,
                        select + (districtNumber.isPresent() ? " WHERE district_number = ?" : "") + order,
                        districtNumber.map(List::of).orElse(List.of()),
                        reading);
            }
        });
    }
}
