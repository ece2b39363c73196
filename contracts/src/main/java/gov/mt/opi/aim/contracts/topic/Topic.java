package gov.mt.opi.aim.contracts.topic;

import java.time.Duration;

/** Every topic of AIM, named by the fact that it carries. Keys and names never hold personal data. */
public enum Topic {
    /** A submission was received, completed or refused. Key: district number. */
    SUBMISSION("aim.submission.v1", Kind.EVENTS),
    /** One per data line, as submitted. Key: district number. */
    RECORD_SUBMITTED("aim.record.submitted.v1", Kind.EVENTS),
    /** A line that passed validation, typed and normalised. Key: district number. */
    RECORD_ACCEPTED("aim.record.accepted.v1", Kind.EVENTS),
    /** The outcome of a line, with its findings. Key: submission id. */
    RECORD_OUTCOME("aim.record.outcome.v1", Kind.EVENTS),
    /** Lines that wait now. Key: submission id and line. */
    RECORD_HELD("aim.record.held.v1", Kind.COMPACTED),
    /** Students of the statewide view. Key: opaque UUID of the student. */
    STATE_STUDENT("aim.state.student.v1", Kind.COMPACTED),
    /** Enrollments of the statewide view. Key: opaque UUID of the enrollment. */
    STATE_ENROLLMENT("aim.state.enrollment.v1", Kind.COMPACTED),
    /** Program participation of the statewide view. Key: opaque UUID of the participation. */
    STATE_PROGRAM_PARTICIPATION("aim.state.program-participation.v1", Kind.COMPACTED),
    /** Test-window attendance of the statewide view. Key: opaque UUID of the attendance. */
    STATE_TEST_WINDOW_ATTENDANCE("aim.state.test-window-attendance.v1", Kind.COMPACTED),
    /** Districts of the registry. Key: district number. */
    REGISTRY_DISTRICT("aim.registry.district.v1", Kind.COMPACTED),
    /** Schools of the registry. Key: district/school. */
    REGISTRY_SCHOOL("aim.registry.school.v1", Kind.COMPACTED),
    /** Calendars of the registry. Key: district/school/calendar/year. */
    REGISTRY_CALENDAR("aim.registry.calendar.v1", Kind.COMPACTED),
    /** A snapshot was taken. Key: snapshot id. */
    SNAPSHOT("aim.snapshot.v1", Kind.EVENTS),
    /** What could not be processed: source topic, partition, offset, reason; no payload. Key: as the source. */
    DEAD_LETTER("aim.dead-letter.v1", Kind.EVENTS);

    /** How long events can be read again: longer than a collection window. */
    public static final Duration EVENT_RETENTION = Duration.ofDays(30);

    private final String topicName;
    private final Kind kind;

    Topic(String topicName, Kind kind) {
        this.topicName = topicName;
        this.kind = kind;
    }

    public String topicName() {
        return topicName;
    }

    public Kind kind() {
        return kind;
    }

    /** How the broker keeps a topic. */
    public enum Kind {
        /** Kept for the retention time. */
        EVENTS,
        /** The newest value of every key is kept for ever. */
        COMPACTED
    }
}
