package gov.mt.opi.aim.chassis.registry;

import gov.mt.opi.aim.chassis.security.RegisteredDistricts;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Districts, schools and calendars in memory: some thousand entries, read by many threads. Filled by
 * {@link RegistryFollower}, or by hand in tests.
 */
public class RegistryView implements RegisteredDistricts {

    private final Map<String, District> districts = new ConcurrentHashMap<>();
    private final Map<String, School> schools = new ConcurrentHashMap<>();
    private final Map<String, Calendar> calendars = new ConcurrentHashMap<>();
    /** Districts of which any calendar is loaded, with how many: derived, because it is asked for every line. */
    private final Map<String, Set<String>> calendarKeysByDistrict = new ConcurrentHashMap<>();

    @Override
    public boolean isRegistered(String districtNumber) {
        return districts.containsKey(districtNumber);
    }

    public Optional<District> district(String districtNumber) {
        return Optional.ofNullable(districts.get(districtNumber));
    }

    public Optional<School> school(String districtNumber, String schoolNumber) {
        return Optional.ofNullable(schools.get(School.key(districtNumber, schoolNumber)));
    }

    public Optional<Calendar> calendar(String districtNumber, String schoolNumber, String calendarNumber, int year) {
        return Optional.ofNullable(
                calendars.get(School.key(districtNumber, schoolNumber) + "/" + calendarNumber + "/" + year));
    }

    /** The years for which a school has a calendar of that number. */
    public Set<Integer> calendarYears(String districtNumber, String schoolNumber, String calendarNumber) {
        String prefix = School.key(districtNumber, schoolNumber) + "/" + calendarNumber + "/";
        return calendarKeysByDistrict.getOrDefault(districtNumber, Set.of()).stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> Integer.valueOf(key.substring(prefix.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when OPI has loaded any calendar of the district. */
    public boolean hasCalendars(String districtNumber) {
        return !calendarKeysByDistrict.getOrDefault(districtNumber, Set.of()).isEmpty();
    }

    public Collection<District> districts() {
        return districts.values();
    }

    public Collection<School> schools() {
        return schools.values();
    }

    public Collection<Calendar> calendars() {
        return calendars.values();
    }

    public void put(District district) {
        districts.put(district.key(), district);
    }

    public void put(School school) {
        schools.put(school.key(), school);
    }

    public void put(Calendar calendar) {
        calendars.put(calendar.key(), calendar);
        calendarKeysByDistrict
                .computeIfAbsent(calendar.districtNumber(), district -> ConcurrentHashMap.newKeySet())
                .add(calendar.key());
    }

    void removeDistrict(String key) {
        districts.remove(key);
    }

    void removeSchool(String key) {
        schools.remove(key);
    }

    void removeCalendar(String key) {
        Calendar gone = calendars.remove(key);
        if (gone != null) {
            calendarKeysByDistrict.getOrDefault(gone.districtNumber(), Set.of()).remove(key);
        }
    }
}
