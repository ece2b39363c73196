package gov.mt.opi.aim.reporting.snapshot;

import java.time.LocalDate;

/**
 * The count date of a calendar.
 *
 * @param district district number
 * @param school school number
 * @param calendar calendar number
 * @param year school year by its last year
 * @param day the day that is counted
 */
public record CountDay(String district, String school, String calendar, int year, LocalDate day) {}
