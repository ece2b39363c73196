package gov.mt.opi.aim.reporting.completeness;

import gov.mt.opi.aim.reporting.collection.Collection;
import gov.mt.opi.aim.reporting.snapshot.CountDay;
import java.time.LocalDate;
import java.util.List;

/**
 * What a district's completeness is looked at in.
 *
 * @param collection the collection
 * @param district the district
 * @param countDays count dates of its calendars that differ from the one for all
 * @param testWindows test-window dates of its calendars
 * @param calendarEnds last days of its calendars
 * @param openSchools numbers of its schools that are open on the count date
 * @param today the day it is in Montana
 */
public record Scope(
        Collection collection,
        String district,
        List<CountDay> countDays,
        List<CountDay> testWindows,
        List<CountDay> calendarEnds,
        List<String> openSchools,
        LocalDate today) {}
