package org.interactionhub.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the UUIDs of the hub (RFC 9562). Derived ones are version 8: 48 bits of the time that the message itself states
 * (Unix milliseconds, zero if it states none), the rest the first bits of SHA-256 over the fields, each preceded by its
 * UTF-8 length as four big-endian bytes. The same message gives the same id for ever, and ids of one day lie together
 * in an index. Fresh ones are version 7.
 */
final class DerivedUuid {

    private static final long MAX_MILLIS = (1L << 48) - 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DerivedUuid() {}

    /** @param stated the time the message states for itself, or null; times before 1970 count as none */
    static UUID of(@Nullable Instant stated, String... fields) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(fields));
        return assemble(stated == null ? 0 : stated.toEpochMilli(), 8, hash.getLong(), hash.getLong());
    }

    static UUID fresh(Instant now) {
        return assemble(now.toEpochMilli(), 7, RANDOM.nextLong(), RANDOM.nextLong());
    }

    private static UUID assemble(long millis, int version, long high, long low) {
        long time = Math.min(Math.max(millis, 0), MAX_MILLIS);
        long most = time << 16 | (long) version << 12 | high >>> 52;
        long least = low >>> 2 | 1L << 63;
        return new UUID(most, least);
    }

    private static byte[] sha256(String... fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String field : fields) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
