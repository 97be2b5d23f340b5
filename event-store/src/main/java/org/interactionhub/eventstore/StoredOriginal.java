package org.interactionhub.eventstore;

import java.util.Optional;

/** A message as it arrived, as kept beside the fact at a position. */
public interface StoredOriginal {

    /** The fact it belongs to. */
    long position();

    String contentType();

    /** In lower-case hex. */
    String sha256();

    /** In bytes. */
    long size();

    /** True if it came under the same report id as the first one, with other bytes. */
    boolean variant();

    /** Its bytes, or nothing if they lie in the file {@code originals/<sha256>}. */
    Optional<byte[]> bytes();
}
