package gov.mt.opi.aim.intake.db;

/** Text as PostgreSQL can store it. */
final class StoredText {

    private StoredText() {}

    /** The text with its NUL characters replaced, which no text column takes; null stays null. */
    static String of(String text) {
        return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
