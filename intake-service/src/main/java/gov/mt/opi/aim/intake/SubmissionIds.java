package gov.mt.opi.aim.intake;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids of submissions: UUID version 7 (RFC 9562), which grow with time and so are kind to indexes. */
final class SubmissionIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private SubmissionIds() {}

    static UUID next(Instant now) {
        long high = now.toEpochMilli() << 16 | VERSION_7 | RANDOM.nextInt(1 << 12);
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
