package gov.mt.opi.aim.cli.terminal;

/** What a colour says; the codes are those of every terminal (ECMA-48). */
public enum Colour {
    GOOD("32"),
    BAD("31"),
    DOUBTFUL("33"),
    QUIET("2"),
    STRONG("1");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
