package gov.mt.opi.aim.reporting.kafka;

import java.util.UUID;

/** A UUID as it is written: 36 characters, four of them dashes. */
final class UuidText {

    private UuidText() {}

    /**
     * The UUID that a text is.
     *
     * @throws IllegalArgumentException when it is none; the library's own reader takes digits that are missing for zeros
     */
    static UUID read(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("no UUID");
        }
        return uuid;
    }
}
