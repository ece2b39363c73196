package gov.mt.opi.aim.statestore.changes;

import gov.mt.opi.aim.contracts.topic.Topic;

/** The kinds of things that the view is made of, each with the topic that tells of it. */
public enum ThingKind {
    STUDENT(Topic.STATE_STUDENT, "student"),
    ENROLLMENT(Topic.STATE_ENROLLMENT, "enrollment"),
    PROGRAM_PARTICIPATION(Topic.STATE_PROGRAM_PARTICIPATION, "program-participation"),
    TEST_WINDOW_ATTENDANCE(Topic.STATE_TEST_WINDOW_ATTENDANCE, "test-window-attendance");

    private static final ThingKind[] BY_CODE = values();

    private final Topic topic;
    private final String word;

    ThingKind(Topic topic, String word) {
        this.topic = topic;
        this.word = word;
    }

    public Topic topic() {
        return topic;
    }

    /** The word for it in answers, which is also that of its topic and its schema. */
    public String word() {
        return word;
    }

    /** Its number in stored rows; never another. */
    public int code() {
        return ordinal();
    }

    public static ThingKind of(int code) {
        return BY_CODE[code];
    }

    public static ThingKind of(Topic topic) {
        for (ThingKind kind : BY_CODE) {
            if (kind.topic == topic) {
                return kind;
            }
        }
        throw new IllegalArgumentException(topic + " tells of no thing of the view");
    }
}
