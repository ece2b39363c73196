package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.api.Credentials;
import gov.mt.opi.aim.cli.terminal.Terminal;
import java.util.Optional;

/** Finds out who calls: command line before environment before file, a token before a user, and who is missing is asked. */
final class SignIn {

    private final Optional<String> user;
    private final Optional<String> password;
    private final Optional<String> token;

    SignIn(Optional<String> user, Optional<String> password, Optional<String> token) {
        this.user = user;
        this.password = password;
        this.token = token;
    }

    /** @throws CallFailure when something is missing and nobody can be asked */
    Credentials credentials(Defaults defaults, String url, Terminal terminal) {
        Optional<String> nearestToken = token.or(() -> user.isPresent() ? none() : defaults.fromEnvironment("token"))
                .or(() -> user.or(() -> defaults.fromEnvironment("user")).isPresent()
                        ? none()
                        : defaults.fromFile("token"));
        if (nearestToken.isPresent()) {
            return Credentials.token(nearestToken.get());
        }
        String name = user.or(() -> defaults.get("user"))
                .or(() -> terminal.ask("User at " + url + ": "))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> CallFailure.askedWrong("Say who you are: --user, or AIM_USER, or AIM_TOKEN."));
        String secret = password.or(() -> defaults.get("password"))
                .or(() -> terminal.askSecretly("Password of " + name + ": "))
                .orElseThrow(() -> CallFailure.askedWrong("The password of " + name + " is missing: AIM_PASSWORD, or"
                        + " password in the file of settings, or --password."));
        return Credentials.password(name, secret);
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
