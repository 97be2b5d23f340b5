package org.interactionhub.readers.listing;

import org.interactionhub.events.Party;
import org.jspecify.annotations.Nullable;

/**
 * What a row tells of a client beside her name.
 *
 * @param party null if the row does not say
 * @param taxNumber as {@link org.interactionhub.readers.TaxNumbers} has it, null if the row has none
 * @param city null if the row names none
 */
public record Particulars(@Nullable Party party, @Nullable String taxNumber, @Nullable String city) {

    static final Particulars NONE = new Particulars(null, null, null);

    /** Whether it says anything. */
    public boolean isAny() {
        return !equals(NONE);
    }
}
