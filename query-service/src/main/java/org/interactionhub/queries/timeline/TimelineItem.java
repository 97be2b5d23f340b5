package org.interactionhub.queries.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ThreadId;
import org.jspecify.annotations.Nullable;

/**
 * One contact as the timeline shows it: all facts about it, folded.
 *
 * @param occurredAt the world's clock; of a planned contact, when it is to be
 * @param recordedAt when the hub first heard of it
 * @param account which of our mailboxes, forms, exchanges or bots heard it first; null for what staff told
 * @param ours which of us that account is; null if nobody said
 * @param text as last edited; null if nothing was said
 * @param reply the sender's own words of a reply, null if the text is all hers
 * @param attributes of a call always {@code answered}, and once it is over {@code missed} and {@code durationSeconds}
 *            (whole seconds of talk), with {@code agent} if somebody took it
 * @param notes what staff noted at the contact
 * @param by who of us told of it, by the name given; null for what a channel heard
 * @param edits how often the sender changed her words
 * @param deleted true if the sender took her words back
 * @param copies how many copies of it arrived, as of a mail to two of our mailboxes; 0 for what staff told
 * @param thread which conversation of a chat, or which mails that answer each other, it belongs to; null if to none. It
 *            becomes another one when the mail that an answer was to comes late; the earlier one still finds it
 * @param position the last fact that it is made of
 * @param highlights where the words stand that were sought; empty if none were
 */
public record TimelineItem(InteractionId interactionId, Channel channel, Direction direction, State state,
        Instant occurredAt, Instant recordedAt, @Nullable String account, @Nullable Ours ours,
        @Nullable String subject, @Nullable String text, @Nullable String reply, List<Participant> participants,
        Map<String, Object> attributes,
        List<Attachment> attachments, List<Decision> decisions, List<Note> notes, @Nullable String by, int edits,
        boolean deleted, int copies, @Nullable ThreadId thread, long position, List<Highlight> highlights) {

    /** The same with the words that were sought. */
    TimelineItem highlighted(List<Highlight> found) {
        return new TimelineItem(interactionId, channel, direction, state, occurredAt, recordedAt, account, ours,
                subject, text, reply, participants, attributes, attachments, decisions, notes, by, edits, deleted,
                copies, thread,
                position, found);
    }

    /** How a contact stands. {@link #RECORDED} is what a channel heard or staff noted; the others are plans' fates. */
    public enum State {
        RECORDED, PLANNED, HELD, MISSED, CANCELLED;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was decided at a contact.
     *
     * @param options what could have been chosen, the choice among them; empty if nobody wrote them down
     * @param by who decided, by the name given; null if unknown
     * @param takenAt the last position of the log that the decider could have seen
     * @param occurredAt when it was decided
     */
    public record Decision(String decision, List<String> options, @Nullable String reason, @Nullable String by,
            long takenAt, Instant occurredAt, Instant recordedAt, long position) {}

    /**
     * What somebody of ours noted at a contact.
     *
     * @param by who noted it, by the name given; null if unknown
     */
    public record Note(String text, @Nullable String by, Instant occurredAt, long position) {}
}
