package gov.mt.opi.aim.statestore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/**
 * Opaque keys of new things: UUID version 7 (RFC 9562). They grow with time, so that what is made together lies together in
 * the indexes; and they are made here, because asking the database for some thousand of them takes longer than using them.
 */
public final class ThingKeys {

    private static final NoArgGenerator KEYS = Generators.timeBasedEpochGenerator();

    private ThingKeys() {}

    /** A key that nothing else has, anywhere. */
    public static UUID next() {
        return KEYS.generate();
    }
}
