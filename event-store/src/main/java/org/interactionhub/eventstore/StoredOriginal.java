package org.interactionhub.eventstore;

import java.util.Optional;

/**
 * A message as it arrived, as kept beside the fact at a position.
 *
 * @param position the fact it belongs to
 * @param sha256 in lower-case hex
 * @param size in bytes
 * @param variant true if it came under the same report id as the first one, with other bytes
 * @param bytes its bytes, or nothing if they lie in the file {@code originals/<sha256>}
 */
public record StoredOriginal(long position, String contentType, String sha256, long size, boolean variant,
        Optional<byte[]> bytes) {}
