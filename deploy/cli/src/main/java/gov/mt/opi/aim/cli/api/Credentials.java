package gov.mt.opi.aim.cli.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who calls, and how that is proven. Never printed: {@code toString} says only the kind. */
public final class Credentials {

    private final String header;
    private final String refusal;

    private Credentials(String header, String refusal) {
        this.header = header;
        this.refusal = refusal;
    }

    /** A user with a password (HTTP Basic). */
    public static Credentials password(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials(
                "Basic " + Base64.getEncoder().encodeToString(pair),
                "AIM does not know the user " + user + " with this password. Check --user and --password"
                        + " (or AIM_USER and AIM_PASSWORD).");
    }

    /** A token of the sign-in service (OpenID Connect). */
    public static Credentials token(String token) {
        return new Credentials(
                "Bearer " + token, "AIM does not accept the token. It may have expired: get a new one (AIM_TOKEN).");
    }

    String header() {
        return header;
    }

    /** What to tell whoever is not let in with them. */
    String refusal() {
        return refusal;
    }

    @Override
    public String toString() {
        return header.substring(0, header.indexOf(' '));
    }
}
