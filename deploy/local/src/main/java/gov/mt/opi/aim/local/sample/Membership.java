package gov.mt.opi.aim.local.sample;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The students who must be counted on the test day, by district and grade. */
public final class Membership {

    private final SortedMap<String, Integer> members = new TreeMap<>();

    void count(String district, String grade) {
        members.merge(key(district, grade), 1, Integer::sum);
    }

    /** Students by {@link #key}. */
    public SortedMap<String, Integer> byDistrictAndGrade() {
        return Collections.unmodifiableSortedMap(members);
    }

    public int total() {
        return members.values().stream().mapToInt(Integer::intValue).sum();
    }

    public static String key(String district, String grade) {
        return district + " " + grade;
    }
}
