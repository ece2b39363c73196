package gov.mt.opi.aim.reporting.report;

/**
 * A number of a table report.
 *
 * @param name its name in answers
 * @param kind what kind of number
 * @param expression how it is computed from the rows of the report's relation, in SQL
 */
public record Measure(String name, Kind kind, String expression) {

    /** Kinds of numbers; who must not see small ones is shown each in another way. */
    public enum Kind {
        /** A number of children. */
        COUNT,
        /** A part of a number of children, 0 to 1 with four decimals; null without any. */
        RATE,
        /** A sum over children that is neither. */
        SUM
    }

    public static Measure count(String name, String expression) {
        return new Measure(name, Kind.COUNT, expression);
    }

    /** Children of whom a condition holds. */
    public static Measure countWhere(String name, String condition) {
        return count(name, "count(*) FILTER (WHERE " + condition + ")");
    }

    public static Measure rate(String name, String expression) {
        return new Measure(name, Kind.RATE, "round(" + expression + ", 4)");
    }

    public static Measure sum(String name, String expression) {
        return new Measure(name, Kind.SUM, "coalesce(" + expression + ", 0)");
    }
}
