package gov.mt.opi.aim.statestore.registry;

import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import java.util.List;
import java.util.Optional;

/** The registry as it is kept. What is put is also told to everybody before the call returns. */
public interface Registry {

    boolean hasDistrict(String districtNumber);

    /** Inserts or replaces by key, all in one transaction. Returns how many were new or changed. */
    int putDistricts(List<District> districts);

    int putSchools(List<School> schools);

    int putCalendars(List<Calendar> calendars);

    /** Districts in order of their numbers; one or all. */
    List<District> districts(Optional<String> districtNumber);

    List<School> schools(Optional<String> districtNumber);

    List<Calendar> calendars(Optional<String> districtNumber);
}
