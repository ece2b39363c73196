package gov.mt.opi.aim.local;

import java.util.List;

/**
 * What the command line asks for; the script answers {@code --help} itself.
 *
 * @param empty start without samples
 * @param fresh forget the data of earlier runs first
 * @param exit end after the printout
 */
record Options(boolean empty, boolean fresh, boolean exit) {

    /** @throws UsageException at a word that is not an option */
    static Options of(List<String> words) {
        for (String word : words) {
            if (!List.of("--empty", "--fresh", "--exit").contains(word)) {
                throw new UsageException("unknown option " + word + "; ./deploy/run --help shows what there is");
            }
        }
        return new Options(words.contains("--empty"), words.contains("--fresh"), words.contains("--exit"));
    }
}
