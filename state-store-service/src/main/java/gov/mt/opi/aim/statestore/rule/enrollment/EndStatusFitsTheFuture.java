package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * XS-028: whoever left for another district of Montana (140) is enrolled there within some days; whoever left the state or
 * the country (180, 190) does not start next in another district with a status that says: from within Montana.
 *
 * <p>The days must be over on the day of the header: before, the other district has time. It may also send later than this
 * file, so the same file sent again can have one finding less.
 */
final class EndStatusFitsTheFuture extends ViewRule {

    private static final Set<String> FROM_WITHIN_MONTANA = Set.of("04", "05", "08", "09");

    private final int transferDays;

    EndStatusFitsTheFuture(int transferDays) {
        super("XS-028", "endStatus");
        this.transferDays = transferDays;
    }

    @Override
    protected boolean holds(Line line) {
        return switch (line.enrollment().endStatus()) {
            case "140" -> hasArrived(line);
            case "180", "190" -> hasNotArrived(line);
            default -> true;
        };
    }

    private boolean hasArrived(Line line) {
        LocalDate lastDay = line.enrollment().end().plusDays(transferDays);
        return !line.headerDate().isAfter(lastDay)
                || afterwards(line).anyMatch(other -> !other.start().isAfter(lastDay));
    }

    private static boolean hasNotArrived(Line line) {
        return afterwards(line)
                .min(Comparator.comparing(Enrollment::start))
                .filter(next -> FROM_WITHIN_MONTANA.contains(next.startStatus()))
                .isEmpty();
    }

    /** Where the student came to in other districts; the own one is told on the line that starts there. */
    private static Stream<Enrollment> afterwards(Line line) {
        Enrollment own = line.enrollment();
        return line.others().stream()
                .filter(other -> !other.inDistrictOf(own) && !other.start().isBefore(own.end()));
    }
}
