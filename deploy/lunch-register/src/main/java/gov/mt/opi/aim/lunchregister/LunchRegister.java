package gov.mt.opi.aim.lunchregister;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the register: reads the state topics from the beginning, writes the file when it has caught up, and again whenever
 * something changed.
 */
public final class LunchRegister {

    private static final ZoneId MONTANA = ZoneId.of("America/Denver");
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String USAGE =
            """
            Keeps a free and reduced lunch register from AIM's state topics.

              --broker HOST:PORT   the Kafka broker (127.0.0.1:9092)
              --out FILE           the register (lunch-register.csv)
              --on DATE            the day, like 2007-03-13 (today in Montana, whatever day it becomes)
              --once               stop when all is read that is there

            """;

    private final Register register = new Register();
    private final Options options;
    private final PrintStream out;

    LunchRegister(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * What the command line says.
     *
     * @param broker host and port
     * @param file where the register goes
     * @param day its day; empty for the day that it is
     * @param once whether to stop when all is read
     */
    record Options(String broker, Path file, Optional<LocalDate> day, boolean once) {

        static Options of(String... words) {
            Options options = new Options("127.0.0.1:9092", Path.of("lunch-register.csv"), Optional.empty(), false);
            for (int i = 0; i < words.length; i++) {
                String word = words[i];
                if (word.equals("--once")) {
                    options = new Options(options.broker, options.file, options.day, true);
                    continue;
                }
                if (i + 1 == words.length) {
                    throw new IllegalArgumentException(word + " is not understood, or lacks its value.");
                }
                String value = words[++i];
                options = switch (word) {
                    case "--broker" -> new Options(value, options.file, options.day, options.once);
                    case "--out" -> new Options(options.broker, Path.of(value), options.day, options.once);
                    case "--on" -> new Options(options.broker, options.file, Optional.of(day(value)), options.once);
                    default -> throw new IllegalArgumentException(word + " is not understood.");
                };
            }
            return options;
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("--on takes a date like 2007-03-13.");
            }
        }
    }

    /** Reads on until it is interrupted, or until all is read when it is to read once. */
    void run() throws IOException {
        RegisterFile file = new RegisterFile(options.file());
        LocalDate written = null;
        boolean news = true;
        try (StateTopics topics = new StateTopics(options.broker())) {
            while (!Thread.currentThread().isInterrupted()) {
                for (StateTopics.Message message : topics.next(PATIENCE)) {
                    news |= register.take(message);
                }
                LocalDate day = options.day().orElseGet(() -> LocalDate.now(MONTANA));
                if (topics.isCaughtUp() && (news || !day.equals(written))) {
                    List<Register.Entry> entries = register.on(day);
                    file.write(entries);
                    out.println(entries.size() + " students on " + day + " in " + options.file());
                    written = day;
                    news = false;
                }
                if (options.once() && written != null) {
                    return;
                }
            }
        }
    }

    /** Starts from the command line. */
    public static void main(String[] words) throws IOException {
        try {
            new LunchRegister(Options.of(words), System.out).run();
        } catch (IllegalArgumentException e) {
            System.err.print(USAGE);
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
