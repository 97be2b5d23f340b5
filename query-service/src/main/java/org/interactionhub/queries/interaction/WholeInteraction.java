package org.interactionhub.queries.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/**
 * One contact as a whole: the item that timelines show, with what stands behind it.
 *
 * @param clients on whose timelines it stands
 * @param facts everything recorded about it, in the order of the log
 * @param originals the messages it was read from, in the order of the log
 */
public record WholeInteraction(@JsonUnwrapped TimelineItem item, List<Party> clients, List<Fact> facts,
        List<Original> originals) {

    /** A client on whose timeline the contact stands. */
    public record Party(ClientId id, String name) {}

    /**
     * One thing recorded about the contact.
     *
     * @param event what kind of fact, such as {@code message-edited}
     * @param by who said so; null for what a channel told
     * @param text what was said, or the reason given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fact(long position, String event, Instant occurredAt, Instant recordedAt, @Nullable String account,
            @Nullable String by, @Nullable String subject, @Nullable String text) {}

    /**
     * A message as it arrived.
     *
     * @param size in bytes
     * @param variant true if it came under the same report id as the first one, with other bytes
     */
    public record Original(long position, String contentType, String sha256, long size, boolean variant) {}
}
