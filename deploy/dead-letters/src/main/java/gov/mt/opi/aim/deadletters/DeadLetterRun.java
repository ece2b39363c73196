package gov.mt.opi.aim.deadletters;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code ./deploy/dead-letters/run}: lists the dead letters, or sends their messages again. */
public final class DeadLetterRun {

    static final String USAGE =
            """
            usage: ./deploy/dead-letters/run [--broker HOST:PORT] [--service NAME] [--topic NAME] [--since TIME] [--again]

            Lists the messages that a service could not process: where they are and why, never what they hold.

              --broker HOST:PORT   the Kafka broker (127.0.0.1:9092)
              --service NAME       only those of a service, such as state-store-service
              --topic NAME         only those of a topic, such as aim.record.accepted.v1
              --since TIME         only those given up on from then on, UTC, such as 2027-03-13T08:00
              --again              send the messages to their topics again: after the mend, not before
            """;

    private DeadLetterRun() {}

    public static void main(String[] words) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.of(List.of(words));
        } catch (IllegalArgumentException notUnderstood) {
            out.println(notUnderstood.getMessage());
            out.print(USAGE);
            System.exit(2);
            return;
        }
        try (DeadLetters deadLetters = new DeadLetters(options.broker())) {
            List<Letter> letters =
                    deadLetters.all().stream().filter(options::wants).toList();
            letters.forEach(letter -> out.printf(
                    "%s  %-20s %s:%d:%d  %s%n",
                    letter.at(),
                    letter.service(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.reason()));
            out.println(letters.size() + " dead letters");
            if (options.again()) {
                List<Letter> gone = deadLetters.sendAgain(letters);
                out.println("sent again; " + gone.size() + " of the messages are not on their topic any more");
            }
        }
    }

    /**
     * What the command line says.
     *
     * @param broker host and port
     * @param service name of a service; empty for all
     * @param topic name of a topic; empty for all
     * @param since ISO 8601, UTC; empty for all
     * @param again whether to send the messages again
     */
    record Options(String broker, String service, String topic, String since, boolean again) {

        /** @throws IllegalArgumentException at a word that is not understood */
        static Options of(List<String> words) {
            Options options = new Options("127.0.0.1:9092", "", "", "", false);
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word.equals("--again")) {
                    options = new Options(options.broker, options.service, options.topic, options.since, true);
                    continue;
                }
                if (i + 1 == words.size()) {
                    throw new IllegalArgumentException(word + " is not understood, or lacks its value.");
                }
                options = options.with(word, words.get(++i));
            }
            return options;
        }

        private Options with(String word, String value) {
            return switch (word) {
                case "--broker" -> new Options(value, service, topic, since, again);
                case "--service" -> new Options(broker, value, topic, since, again);
                case "--topic" -> new Options(broker, service, value, since, again);
                case "--since" -> new Options(broker, service, topic, value, again);
                default -> throw new IllegalArgumentException(word + " is not understood.");
            };
        }

        boolean wants(Letter letter) {
            return (service.isEmpty() || service.equals(letter.service()))
                    && (topic.isEmpty() || topic.equals(letter.topic()))
                    && letter.at().compareTo(since) >= 0;
        }
    }
}
