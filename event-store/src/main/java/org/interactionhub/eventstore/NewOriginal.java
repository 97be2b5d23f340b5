package org.interactionhub.eventstore;

import java.util.Optional;
import org.interactionhub.events.ReportedOriginal;

/**
 * A message as it arrived, to be kept beside the fact read from it.
 *
 * @param reported its type, hash, size and, up to {@link ReportedOriginal#MAX_INLINE}, its bytes; those of a larger one
 *            lie in the file {@code originals/<sha256>}
 */
public record NewOriginal(ReportedOriginal reported) {

    Optional<byte[]> bytes() {
        return reported.inline();
    }
}
