package org.interactionhub.readers.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail of ours that did not arrive.
 *
 * @param hard whether there is no such recipient, so that nothing should be sent there again
 * @param recipients the addresses that it did not reach, as far as the mail system names them
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; null if none was given
 * @param reason what the mail system says, in its own words; null if it says nothing
 * @param messageId of the mail that did not arrive, null if it was not returned
 */
public record Bounce(boolean hard, List<String> recipients, @Nullable String status, @Nullable String reason,
        @Nullable String messageId) {

    public Bounce {
        recipients = List.copyOf(recipients);
    }
}
