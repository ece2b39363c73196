package gov.mt.opi.aim.contracts.topic;

import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.DeadLetter;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordHeld;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.event.SnapshotTaken;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.event.SubmissionChanged;
import java.util.Arrays;
import java.util.List;

/**
 * What whoever reads a topic must know of it, beside the schema of its event.
 *
 * @param topic the topic
 * @param event name of its event, also that of the schema
 * @param type what the event is in Java
 * @param types the CloudEvents types that occur
 * @param from the services that write it
 * @param key what the key is
 * @param keyExample a key
 * @param ordering what is in order
 * @param gone what a message without a value means
 */
public record TopicPage(
        Topic topic,
        String event,
        Class<?> type,
        List<String> types,
        List<String> from,
        String key,
        String keyExample,
        String ordering,
        String gone) {

    private static final String DISTRICT_KEY = "The district number, 1 to 4 digits without leading zeros.";
    private static final String NO_DELETE = "Does not occur: events are facts and are not taken back.";

    /** The page of a topic. */
    public static TopicPage of(Topic topic) {
        return switch (topic) {
            case SUBMISSION ->
                events(
                        topic,
                        "submission-changed",
                        SubmissionChanged.class,
                        List.of("aim.submission.received", "aim.submission.completed", "aim.submission.refused"),
                        List.of("intake-service"),
                        DISTRICT_KEY,
                        "63",
                        "The submissions of one district in the order in which they were received; of one submission,"
                                + " RECEIVED before COMPLETED.");
            case RECORD_SUBMITTED ->
                events(
                        topic,
                        "record-submitted",
                        RecordSubmitted.class,
                        List.of("aim.record.submitted"),
                        List.of("intake-service"),
                        DISTRICT_KEY,
                        "63",
                        "The lines of a file in the order of the file, one file of a district after the other. After a"
                                + " restart some lines come again, with the same ce_id.");
            case RECORD_ACCEPTED ->
                events(
                        topic,
                        "record-accepted",
                        RecordAccepted.class,
                        List.of("aim.record.accepted"),
                        List.of("validation-service"),
                        DISTRICT_KEY,
                        "63",
                        "The records of a file as SD, EN, PP, AT, one file of a district after the other.");
            case RECORD_OUTCOME ->
                events(
                        topic,
                        "record-outcome",
                        RecordOutcome.class,
                        List.of("aim.record.outcome"),
                        List.of("validation-service", "state-store-service"),
                        "The submission id, a UUID.",
                        "01957b2e-8f30-7c1a-9d42-5b0f6a7e1c33",
                        "None between lines. Of one line a later outcome replaces an earlier one (HELD becomes ACCEPTED"
                                + " or REJECTED), except that a word of VALIDATION never replaces one of STATE_STORE.");
            case RECORD_HELD ->
                new TopicPage(
                        topic,
                        "record-held",
                        RecordHeld.class,
                        List.of("aim.record.held"),
                        List.of("state-store-service"),
                        "The line: submission id, a colon, number of the line.",
                        "01957b2e-8f30-7c1a-9d42-5b0f6a7e1c33:3",
                        "What is said of one line in the order in which it came to be; the last one holds. None between"
                                + " lines.",
                        "The line waits no longer: its outcome says what became of it.");
            case STATE_STUDENT -> state(topic, "student");
            case STATE_ENROLLMENT -> state(topic, "enrollment");
            case STATE_PROGRAM_PARTICIPATION -> state(topic, "program-participation");
            case STATE_TEST_WINDOW_ATTENDANCE -> state(topic, "test-window-attendance");
            case REGISTRY_DISTRICT -> registry(topic, "district", District.class, DISTRICT_KEY, "63");
            case REGISTRY_SCHOOL ->
                registry(topic, "school", School.class, "District and school: district/school.", "63/733");
            case REGISTRY_CALENDAR ->
                registry(
                        topic,
                        "calendar",
                        Calendar.class,
                        "District, school, calendar and school year: district/school/calendar/year.",
                        "63/733/101/2007");
            case SNAPSHOT ->
                events(
                        topic,
                        "snapshot-taken",
                        SnapshotTaken.class,
                        List.of("aim.snapshot.taken"),
                        List.of("reporting-service"),
                        "The snapshot id, a UUID.",
                        "01957b30-11aa-7d0e-8c55-2f9be04d7a10",
                        "None between snapshots.");
            case DEAD_LETTER ->
                events(
                        topic,
                        "dead-letter",
                        DeadLetter.class,
                        List.of("aim.dead-letter"),
                        List.of("validation-service", "state-store-service", "reporting-service", "intake-service"),
                        "As the message that could not be processed; none where its key may not be repeated.",
                        "63",
                        "None.");
        };
    }

    public static List<TopicPage> all() {
        return Arrays.stream(Topic.values()).map(TopicPage::of).toList();
    }

    private static TopicPage events(
            Topic topic,
            String event,
            Class<?> type,
            List<String> types,
            List<String> from,
            String key,
            String keyExample,
            String ordering) {
        return new TopicPage(topic, event, type, types, from, key, keyExample, ordering, NO_DELETE);
    }

    private static TopicPage state(Topic topic, String thing) {
        return new TopicPage(
                topic,
                thing,
                StateChanged.class,
                List.of("aim.state.changed"),
                List.of("state-store-service"),
                "An opaque UUID, the same for the life of the thing; it says nothing about the student.",
                "01957b2f-02c4-7b6d-a1f0-3c8e5d9b7f21",
                "The states of one thing by their version, which only grows; keep the one with the greatest version."
                        + " Between things and topics there is no order: an enrollment may come before its student.",
                "The thing is gone (voided, or moved to another key): forget it. ce_id says the version with which it"
                        + " went, as key:version.");
    }

    private static TopicPage registry(Topic topic, String event, Class<?> type, String key, String keyExample) {
        return new TopicPage(
                topic,
                event,
                type,
                List.of("aim.registry.changed"),
                List.of("state-store-service"),
                key,
                keyExample,
                "The entries of one key in the order in which they were loaded; the last one holds.",
                "The entry is no longer in the registry.");
    }
}
