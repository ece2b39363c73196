package gov.mt.opi.aim.reporting.completeness;

/**
 * What is tolerated before a district certifies.
 *
 * @param identityCasesPercentMax open identity cases below this share of the members do not block (COL-003); 0 tolerates
 *     none
 * @param changePercentMax a count that differs from last year's by more is worth a look (COL-006)
 * @param changeStudentsMin groups that had fewer students last year are not compared (COL-006)
 * @param dropoutsMembersMin districts with fewer members may well have no dropouts (COL-007)
 */
public record CompletenessConfig(
        int identityCasesPercentMax, int changePercentMax, int changeStudentsMin, int dropoutsMembersMin) {}
