package gov.mt.opi.aim.generator;

/** Made-up names, of syllables, so that a state of any size has enough of them. */
final class Names {

    private static final String[] BEGINNINGS = {
        "Al", "Bar", "Cor", "Dan", "El", "Fen", "Gar", "Hal", "Ing", "Jar", "Kel", "Lor", "Mar", "Nor", "Ol", "Per",
        "Quin", "Ros", "Sal", "Tor", "Ul", "Ver", "Wil", "Yar", "Zel"
    };
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "an", "en", "in", "on", "er", "ar", "el"};
    private static final String[] ENDINGS = {
        "son", "berg", "ton", "ley", "man", "field", "wood", "ford", "sen", "well", "ridge", "land", "brook", "mont",
        "dale", "worth", "stad", "quist", "lund", "vale"
    };
    private static final String[] GIRLS = {"na", "lia", "ra", "belle", "tine", "ssa", "lyn", "da"};
    private static final String[] BOYS = {"n", "ric", "ton", "bert", "vin", "mus", "rick", "do"};

    private Names() {}

    static String last(Dice dice) {
        return dice.oneOf(BEGINNINGS) + dice.oneOf(MIDDLES) + dice.oneOf(ENDINGS);
    }

    static String first(Dice dice, boolean girl) {
        return dice.oneOf(BEGINNINGS) + dice.oneOf(MIDDLES) + (girl ? dice.oneOf(GIRLS) : dice.oneOf(BOYS));
    }
}
