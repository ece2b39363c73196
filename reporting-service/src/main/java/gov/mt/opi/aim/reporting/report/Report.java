package gov.mt.opi.aim.reporting.report;

import java.util.List;

/**
 * A report that can be asked for.
 *
 * @param id short name
 * @param title what people call it
 * @param definition what exactly is counted, as every answer of it repeats
 * @param path where it is asked for
 * @param dimensions what it can be counted by and narrowed to
 */
public record Report(String id, String title, String definition, String path, List<String> dimensions) {}
