package org.interactionhub.queries.arrival;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was received.
 *
 * @param channel as told, {@code unknown} if a dead letter does not say
 * @param event which kind of fact it became, null if it did not
 * @param step of a call, as the exchange calls it; null for everything else
 * @param party who sent it, or to whom we did; null if nobody is known
 * @param beginning of what was said
 * @param clientId whose timeline holds it, null if nobody's
 * @param position in the log, null if it is not there
 * @param letter its dead letter, null if it was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Arrival(Instant receivedAt, String channel, String account, Verdict verdict,
        @Nullable String direction, @Nullable String event, @Nullable String step, @Nullable Party party,
        @Nullable String subject, @Nullable String beginning, @Nullable InteractionId interactionId,
        @Nullable ClientId clientId, @Nullable String clientName, @Nullable Long position,
        @Nullable DeadLetter letter) {

    /** Who took part, as the message says. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(String type, String value, @Nullable String name) {}

    /**
     * Why it did not become a fact.
     *
     * @param open false once it was read again with success
     */
    public record DeadLetter(UUID id, String code, String sentence, boolean open) {}
}
