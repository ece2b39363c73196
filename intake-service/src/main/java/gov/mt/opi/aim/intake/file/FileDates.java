package gov.mt.opi.aim.intake.file;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Whether the dates of name and header are plausible: the WARNING rules FILE-017, FILE-018, HDR-024, HDR-025, HDR-045. */
public final class FileDates {

    /** The day on which MT1.3 came into effect (spec 1.1, AMB-05). */
    private static final LocalDate EFFECTIVE = LocalDate.of(2007, 3, 6);

    private static final DateTimeFormatter AS_WRITTEN = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    private FileDates() {}

    /**
     * Checks the dates that could be read.
     *
     * @param today day of receipt, Mountain time
     * @param ageDaysMax from which age a header is old, in days; empty when no age is
     */
    public static List<Finding> check(FileName name, Header header, LocalDate today, OptionalInt ageDaysMax) {
        List<Finding> findings = new ArrayList<>();
        name.date().ifPresent(named -> {
            header.date()
                    .filter(date -> !date.equals(named))
                    .ifPresent(date -> findings.add(
                            Finding.ofRecord(RuleCatalogue.get("FILE-017"), null, null, date.format(AS_WRITTEN))));
            if (named.isAfter(today)) {
                findings.add(Finding.ofRecord(RuleCatalogue.get("FILE-018"), null, null, name.text()));
            }
        });
        header.date().ifPresent(date -> {
            if (date.isAfter(today)) {
                findings.add(ofHeader("HDR-024", date));
            }
            if (ageDaysMax.isPresent() && date.plusDays(ageDaysMax.getAsInt()).isBefore(today)) {
                findings.add(ofHeader("HDR-025", date));
            }
            if (date.isBefore(EFFECTIVE)) {
                findings.add(ofHeader("HDR-045", date));
            }
        });
        return findings;
    }

    private static Finding ofHeader(String ruleId, LocalDate date) {
        return Finding.of(RuleCatalogue.get(ruleId), 1, "HD", 2, "Date", date.format(AS_WRITTEN));
    }
}
