package gov.mt.opi.aim.cli.api;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of sending a file. */
public sealed interface Sent {

    /** It is with AIM: just now, or since it was sent before ({@link Submission#isDuplicate}). */
    record Taken(Submission submission) implements Sent {}

    /** It was not taken; the problem document says why in its {@code findings}. */
    record Refused(JsonNode problem) implements Sent {}
}
