package org.interactionhub.queries.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ThreadId;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a contact, as the history holds it.
 *
 * @param event such as {@code message-edited}
 * @param channel null for the fate of a plan
 * @param ours which of us the account is, null if nobody said
 * @param text what was said, or why a plan came to nothing
 * @param thread which the contact belongs to, null if to none
 */
public record FactRow(long position, UUID interactionId, String event, @Nullable Channel channel,
        @Nullable String account, @Nullable Ours ours, @Nullable Direction direction, Instant occurredAt,
        Instant recordedAt,
        @Nullable String actor, @Nullable String subject, @Nullable String text, @Nullable String reply,
        Map<String, Object> attributes, List<Attachment> attachments, List<Participant> participants,
        List<ContactPoint> stated, @Nullable ThreadId thread) {

    boolean is(String kind) {
        return event.equals(kind);
    }
}
