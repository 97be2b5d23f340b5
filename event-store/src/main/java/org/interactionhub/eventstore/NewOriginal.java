package org.interactionhub.eventstore;

import java.util.Optional;
import org.interactionhub.events.ReportedOriginal;

/** A message as it arrived, to be kept beside the fact read from it. */
public final class NewOriginal {

    private final ReportedOriginal reported;
    private final Sha256 hash;
    private final Optional<byte[]> bytes;

    /**
     * @param reported its type, hash, size and, up to {@link ReportedOriginal#MAX_INLINE}, its bytes; those of a larger
     *            one lie in the file {@code originals/<sha256>}
     * @throws IllegalArgumentException if hash, size or bytes are malformed or do not belong together; the sentence can be
     *             shown to a user
     */
    public NewOriginal(ReportedOriginal reported) {
        this.reported = reported;
        this.hash = Sha256.of(reported.sha256());
        this.bytes = reported.inline();
        if (bytes.isPresent() && bytes.get().length != reported.size()) {
            throw new IllegalArgumentException("The size of the original is not that of its bytes");
        }
        if (bytes.isPresent() && !hash.equals(Sha256.of(ReportedOriginal.sha256(bytes.get())))) {
            throw new IllegalArgumentException("The hash of the original is not that of its bytes");
        }
    }

    public ReportedOriginal reported() {
        return reported;
    }

    /** As it was declared, but for the one character that PostgreSQL cannot hold. */
    String contentType() {
        return reported.contentType().replace("\0", "");
    }

    Sha256 hash() {
        return hash;
    }

    Optional<byte[]> bytes() {
        return bytes;
    }
}
