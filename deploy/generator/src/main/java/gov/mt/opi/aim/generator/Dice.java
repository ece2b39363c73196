package gov.mt.opi.aim.generator;

import java.util.Random;

/** Chances that depend on nothing but the seed and what they are thrown for. */
final class Dice {

    private final Random random;

    Dice(long seed, long what, int purpose) {
        // Neighbouring numbers must not have neighbouring fates.
        long mixed = (seed * 0x9E3779B97F4A7C15L + what) * 0xBF58476D1CE4E5B9L + purpose * 0x94D049BB133111EBL;
        random = new Random(mixed ^ (mixed >>> 31));
    }

    boolean chance(double part) {
        return random.nextDouble() < part;
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double part() {
        return random.nextDouble();
    }

    String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }
}
