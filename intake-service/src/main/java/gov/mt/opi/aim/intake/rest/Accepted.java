package gov.mt.opi.aim.intake.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Which of two media types a caller asked for. */
final class Accepted {

    private Accepted() {}

    /** Whether the caller names one type before, or instead of, the usual one; who takes anything gets the usual. */
    static boolean prefers(HttpHeaders headers, MediaType other, MediaType usual) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(usual)) {
                return false;
            }
            if (accepted.isCompatible(other)) {
                return true;
            }
        }
        return false;
    }
}
