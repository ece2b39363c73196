package gov.mt.opi.aim.faults;

import java.util.List;
import java.util.stream.Stream;

/** Every fault that AIM must survive. */
final class Faults {

    private Faults() {}

    static List<Fault> all() {
        return Stream.of(
                        Crashes.all(),
                        Servers.all(),
                        Instances.all(),
                        Messages.all(),
                        Uploads.all(),
                        Limits.all(),
                        Replays.all(),
                        Restores.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Faults as a command line asks for them.
     *
     * @param words {@code all}, {@code quick} for those of every build, or names between commas
     */
    static List<Fault> chosen(String words) {
        return switch (words) {
            case "all" -> all();
            case "quick" -> quick();
            default -> named(List.of(words.split(",")));
        };
    }

    private static List<Fault> named(List<String> names) {
        List<Fault> all = all();
        return names.stream()
                .map(name -> all.stream()
                        .filter(fault -> fault.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no fault " + name + "; there are "
                                + all.stream().map(Fault::name).toList())))
                .toList();
    }

    /** Those that run with every build. */
    static List<Fault> quick() {
        return all().stream().filter(Fault::quick).toList();
    }
}
