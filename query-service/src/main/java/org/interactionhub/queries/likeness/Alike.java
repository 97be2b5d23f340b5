package org.interactionhub.queries.likeness;

import java.util.UUID;
import org.interactionhub.readers.matching.Likeness;

/** Two clients resemble each other; the first is the one of the smaller id, as PostgreSQL orders them. */
record Alike(UUID client, UUID other, Likeness likeness) {

    static boolean isSmaller(UUID one, UUID other) {
        int upper = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return upper < 0 || upper == 0
                && Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
    }
}
