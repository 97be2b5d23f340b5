package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What another system keeps its books on: money, and what it was for.
 *
 * @param money never zero
 * @param reference by which the other system knows it: the number of a contract, an invoice, a transfer
 * @param client whose it is, if the other system knows her by the hub's own id; else null, and whoever the contact point
 *            of the report belongs to
 * @param campaign that it is owed to, null if nobody knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Booking(Money money, String reference, @Nullable ClientId client, @Nullable String campaign) {

    /** Longer than any number of a document. */
    public static final int LONGEST_REFERENCE = 200;

    /** @throws IllegalArgumentException in a sentence, if there is no money in it or no reference */
    public Booking {
        if (money.isZero()) {
            throw new IllegalArgumentException("The amount is zero.");
        }
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("A reference has 1 to " + LONGEST_REFERENCE + " characters.");
        }
    }
}
