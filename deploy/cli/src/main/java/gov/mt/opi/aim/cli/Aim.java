package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.api.Intake;
import gov.mt.opi.aim.cli.terminal.Colour;
import gov.mt.opi.aim.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code aim}: what all commands share, and the way from the words of a command line to an exit code. */
@Command(
        name = "aim",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        versionProvider = Aim.Version.class,
        description = "Sends files to AIM, Montana's student-data collection, and says what became of them.",
        subcommands = {
            SubmitCommand.class,
            ValidateCommand.class,
            StatusCommand.class,
            FindingsCommand.class,
            StateIdsCommand.class,
            RejectedCommand.class,
            ReplayCommand.class,
            HistoryCommand.class,
            GenerateCompletion.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was rejected (held is not rejected), or what was asked for was brought",
            "1:at least one record was rejected",
            "2:the command is wrong, or AIM knows no such user or submission",
            "3:a file was refused and not taken at all",
            "4:AIM cannot be reached, failed, or took too long"
        },
        footerHeading = "%n",
        footer = {
            "What stays can stand in a file, ~/.aim: url, user, password, token, timeout,",
            "patience. The environment (AIM_URL, AIM_USER, AIM_PASSWORD, AIM_TOKEN) comes",
            "before the file, the command line before both."
        })
public final class Aim {

    private static final String URL = "http://127.0.0.1:8081";
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path home;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Address of AIM's intake (AIM_URL); " + URL + " if not given")
    private String url;

    @Option(names = "--user", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "Who you are (AIM_USER)")
    private String user;

    @Option(
            names = "--password",
            paramLabel = "WORD",
            scope = ScopeType.INHERIT,
            description = "Better in AIM_PASSWORD, where nobody else sees it; asked for on a terminal")
    private String password;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            scope = ScopeType.INHERIT,
            description = "Bearer token instead of user and password (AIM_TOKEN)")
    private String token;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File of settings instead of ~/.aim")
    private Path config;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "Longest wait for the outcomes of a file, such as 90s, 30m, 2h; 30m if not given")
    private Duration timeout;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "How long to try again while AIM starts or is away; 30s if not given")
    private Duration patience;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Results as JSON on the standard output, and nothing else there")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No progress")
    private boolean quiet;

    private Aim(Terminal terminal, Map<String, String> environment, Path home) {
        this.terminal = terminal;
        this.environment = environment;
        this.home = home;
    }

    public static void main(String[] words) {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        System.exit(run(Terminal.ofThisProcess(environment), environment, home, words));
    }

    /** Runs a command line and returns its exit code. */
    static int run(Terminal terminal, Map<String, String> environment, Path home, String... words) {
        Aim aim = new Aim(terminal, environment, home);
        CommandLine commandLine = new CommandLine(aim)
                .registerConverter(Duration.class, Aim::length)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(aim::cannotBeUnderstood)
                .setExecutionExceptionHandler(aim::cannotBeDone);
        commandLine
                .getSubcommands()
                .get("generate-completion")
                .getCommandSpec()
                .usageMessage()
                .hidden(true);
        return commandLine.execute(words);
    }

    /** What a command works with, from options, environment and settings. */
    Session session() {
        Defaults defaults = Defaults.of(environment, Optional.ofNullable(config), home, terminal);
        URI address =
                address(Optional.ofNullable(url).or(() -> defaults.get("url")).orElse(URL));
        Duration longest = length("timeout", timeout, defaults, TIMEOUT);
        Duration tries = length("patience", patience, defaults, PATIENCE);
        SignIn signIn =
                new SignIn(Optional.ofNullable(user), Optional.ofNullable(password), Optional.ofNullable(token));
        Intake intake = new Intake(
                address, signIn.credentials(defaults, address.toString(), terminal), longest, tries, terminal::note);
        if (address.getScheme().equals("http") && !THIS_MACHINE.contains(address.getHost())) {
            terminal.note("The connection to " + address.getHost()
                    + " is not encrypted: others can read the password and the students' data. Use https.");
        }
        return new Session(terminal, intake, longest, tries, json, quiet);
    }

    private int cannotBeUnderstood(ParameterException wrong, String[] words) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        wrong.getMessage().lines().forEach(this::say);
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            terminal.note("Perhaps: " + String.join(", ", unmatched.getSuggestions()));
        }
        terminal.note("See " + name + " --help");
        return ExitCode.ASKED_WRONG.number();
    }

    private int cannotBeDone(Exception thrown, CommandLine command, CommandLine.ParseResult words) {
        CallFailure failure = thrown instanceof CallFailure known ? known : unknown(thrown);
        ExitCode code = ExitCode.of(failure);
        if (json) {
            terminal.say(Json.error(failure, code).toString());
        }
        say(failure.getMessage());
        return code.number();
    }

    private void say(String message) {
        terminal.note(terminal.paint(Colour.BAD, "aim: ") + Terminal.printable(message));
    }

    private static CallFailure unknown(Exception thrown) {
        return CallFailure.notAvailable(
                thrown instanceof IOException
                        ? "Reading or writing failed: " + thrown.getMessage()
                        : "This is a mistake in aim itself ("
                                + thrown.getClass().getSimpleName() + " at " + thrown.getStackTrace()[0]
                                + "). Please report it.");
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text.replaceFirst("/+$", ""));
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            // Said below, as for an address of another kind.
        }
        throw CallFailure.askedWrong("'" + text + "' is not an address for --url; write it like " + URL + ".");
    }

    private static Duration length(String name, Duration option, Defaults defaults, Duration otherwise) {
        if (option != null) {
            return option;
        }
        try {
            return defaults.get(name).map(Times::length).orElse(otherwise);
        } catch (IllegalArgumentException notALength) {
            throw CallFailure.askedWrong("The setting " + name + ": " + notALength.getMessage() + ".");
        }
    }

    private static Duration length(String text) {
        try {
            return Times.length(text);
        } catch (IllegalArgumentException notALength) {
            throw new CommandLine.TypeConversionException(notALength.getMessage());
        }
    }

    /** The version stands in the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "aim "
                        + Optional.ofNullable(Aim.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}
