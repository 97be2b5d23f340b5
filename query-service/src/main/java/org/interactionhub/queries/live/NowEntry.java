package org.interactionhub.queries.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ThreadId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls or writes right now. A later entry of the same interaction replaces the earlier one.
 *
 * @param clientId whose timeline to open; null if nobody knows whose contact point it is
 * @param contactPoint from where; null if the sender is not recognisable
 * @param snippet the beginning of what was said, at most {@value #SNIPPET} characters in one line
 * @param thread the conversation that it belongs to, null if to none
 * @param position the fact that this entry tells of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NowEntry(InteractionId interactionId, Channel channel, State state, @Nullable ClientId clientId,
        @Nullable String clientName, @Nullable ContactPoint contactPoint, @Nullable String subject,
        @Nullable String snippet, @Nullable ThreadId thread, Instant occurredAt, long position) {

    static final int SNIPPET = 160;

    /** How a call stands, or {@link #MESSAGE} for everything written. */
    public enum State {
        RINGING, ANSWERED, ENDED, MISSED, MESSAGE;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
