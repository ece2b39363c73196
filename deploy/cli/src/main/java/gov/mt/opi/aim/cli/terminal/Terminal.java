package gov.mt.opi.aim.cli.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command speaks: results on the standard output, all else (progress, notes, what went wrong) on the standard
 * error, so that a pipe or a program gets results only.
 */
public final class Terminal {

    private static final int WIDTH_DEFAULT = 80;

    private final OutputStream raw;
    private final PrintStream out;
    private final PrintStream err;
    private final Optional<Console> console;
    private final boolean interactive;
    private final boolean colours;
    private final int width;

    private Terminal(
            OutputStream raw,
            OutputStream err,
            Charset charset,
            Optional<Console> console,
            boolean interactive,
            Map<String, String> environment) {
        this.raw = raw;
        this.out = new PrintStream(raw, true, charset);
        this.err = new PrintStream(err, true, charset);
        this.console = console;
        this.interactive = interactive;
        // https://no-color.org: any value but none
        this.colours = interactive
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        this.width = width(environment.getOrDefault("COLUMNS", ""));
    }

    /** The one that this program was started in. What goes to a file or a program is UTF-8. */
    public static Terminal ofThisProcess(Map<String, String> environment) {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Terminal::isATerminal);
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                console.map(Console::charset).orElse(StandardCharsets.UTF_8),
                console,
                console.isPresent(),
                environment);
    }

    /** One that writes elsewhere. */
    public static Terminal of(
            OutputStream out, OutputStream err, boolean interactive, Map<String, String> environment) {
        return new Terminal(out, err, StandardCharsets.UTF_8, Optional.empty(), interactive, environment);
    }

    /** Writes a line of the result. */
    public void say(String line) {
        out.println(line);
    }

    /** Writes a line that is not the result. */
    public void note(String line) {
        err.println(line);
    }

    /** The standard output for bytes. */
    public OutputStream raw() {
        return raw;
    }

    /** For what wants to print by itself. */
    public PrintStream out() {
        return out;
    }

    /** For what wants to print by itself. */
    public PrintStream err() {
        return err;
    }

    /** Whether a person sits there. */
    public boolean isInteractive() {
        return interactive;
    }

    /** The text in a colour, where colours are welcome. */
    public String paint(Colour colour, String text) {
        return colours ? colour.on(text) : text;
    }

    /** Asks for a line; empty when nobody sits there. */
    public Optional<String> ask(String question) {
        return console.map(there -> there.readLine("%s", question)).map(String::strip);
    }

    /** Asks for a word that is not shown; empty when nobody sits there. */
    public Optional<String> askSecretly(String question) {
        return console.map(there -> there.readPassword("%s", question)).map(String::new);
    }

    /** Columns of the screen. */
    int width() {
        return width;
    }

    /**
     * Text from a file or a service without the characters that would steer a terminal.
     *
     * @param text may be anything
     */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> printable.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c));
        return printable.toString();
    }

    /** From Java 22 on there is a console even where nobody sits; then it knows better itself. */
    private static boolean isATerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    private static int width(String columns) {
        return columns.matches("[0-9]{2,4}") ? Integer.parseInt(columns) : WIDTH_DEFAULT;
    }
}
