package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Measure;
import gov.mt.opi.aim.reporting.report.ReportTable;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.subgroups.SubgroupsReport.Group;
import gov.mt.opi.aim.reporting.suppression.Published;
import gov.mt.opi.aim.reporting.suppression.PublishedGroups;
import gov.mt.opi.aim.reporting.suppression.PublishedTable;
import gov.mt.opi.aim.reporting.suppression.Suppression;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * For whom an answer is meant. {@code audience=public} is what may be published of the whole state, small cells hidden:
 * every district may ask for it, and OPI sees with it what others see.
 */
@ApplicationScoped
class Audience {

    static final String PARAMETER = "audience";

    /** More would hide nearly everything, and take long to find out. */
    private static final int DIMENSIONS_MAX = 3;

    private static final int ROWS_MAX = 10_000;

    private final Suppression suppression;

    @Inject
    Audience(SuppressionConfig config) {
        this.suppression = new Suppression(config.threshold());
    }

    /**
     * True when the answer is for everybody.
     *
     * @throws Problem 400 for an audience that there is not
     */
    static boolean isPublic(String audience) {
        return switch (QueryParameters.text(audience).orElse("own")) {
            case "own" -> false;
            case "public" -> true;
            default ->
                throw Problem.badRequest("bad-parameter", PARAMETER + " must be own or public, not " + audience + ".");
        };
    }

    Published of(String audience, Slice slice, Counts counts) {
        if (!isPublic(audience)) {
            return Published.open(counts);
        }
        check(slice, counts.rows().size());
        return suppression.published(counts);
    }

    PublishedTable of(String audience, Slice slice, List<Measure> measures, ReportTable table) {
        if (!isPublic(audience)) {
            return PublishedTable.open(table);
        }
        check(slice, table.rows().size());
        return PublishedTable.suppressed(table, measures, suppression);
    }

    List<Optional<Long>> of(String audience, List<Group> groups) {
        return isPublic(audience)
                ? PublishedGroups.suppressed(groups, suppression)
                : groups.stream().map(group -> Optional.of(group.students())).toList();
    }

    private static void check(Slice slice, int rows) {
        if (slice.by().size() > DIMENSIONS_MAX || rows > ROWS_MAX) {
            throw Problem.badRequest(
                    "too-many-rows",
                    "For the public audience there are up to " + DIMENSIONS_MAX + " dimensions and " + ROWS_MAX
                            + " rows; with more, nearly all of them would be hidden.");
        }
    }
}
