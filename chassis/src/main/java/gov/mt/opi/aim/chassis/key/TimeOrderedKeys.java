package gov.mt.opi.aim.chassis.key;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/**
 * Opaque keys of new things: UUID version 7 (RFC 9562). They grow with time, so that what is made together lies together in
 * the indexes; and they are made here, because asking the database for some thousand of them takes longer than using them.
 */
public final class TimeOrderedKeys {

    private static final NoArgGenerator KEYS = Generators.timeBasedEpochGenerator();

    private TimeOrderedKeys() {}

    /** A key that nothing else has, anywhere. */
    public static UUID next() {
        return KEYS.generate();
    }
}
