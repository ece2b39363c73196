package gov.mt.opi.aim.intake.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The media types that answers come in, and which of them a caller asked for. */
final class Accepted {

    static final String CSV = "text/csv";
    static final String TSV = "text/tab-separated-values";
    static final MediaType CSV_TYPE = new MediaType("text", "csv", "UTF-8");
    static final MediaType TSV_TYPE = new MediaType("text", "tab-separated-values", "UTF-8");

    private Accepted() {}

    /** The type that the caller likes best; who takes anything gets the usual, which is the first. */
    static MediaType best(HttpHeaders headers, MediaType usual, MediaType... others) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(usual)) {
                return usual;
            }
            for (MediaType other : others) {
                if (accepted.isCompatible(other)) {
                    return other;
                }
            }
        }
        return usual;
    }
}
