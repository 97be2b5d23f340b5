package org.interactionhub.queries.console.frame;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.queries.live.NowEntry;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls or writes right now, as the strip shows her: one chip for all that she wrote in one conversation.
 *
 * @param id of the conversation, so that the chip keeps its place while it goes on
 * @param version changes when the chip looks different
 * @param stage how the call stands, or {@code message}
 * @param what how the call stands, or the newest words
 * @param count of messages
 * @param secondsLeft after which the strip should be asked for again
 * @param lasting true while it is not over
 */
public record NowChip(String id, String version, String channel, String stage, String icon, String href, String who,
        String what, int count, String counted, long secondsLeft, boolean lasting) {

    private static final long SHOWN_SECONDS = 120;
    /** An entry about something long past stays as long as the room keeps it: asked for again this often. */
    private static final long LEAST_SECONDS = 10;
    private static final int LONGEST = 120;

    /** @param said what belongs together, the newest first */
    static NowChip of(List<NowEntry> said, Visitor visitor) {
        NowEntry entry = said.getFirst();
        String stage = entry.state().value();
        long age = visitor.times().now().getEpochSecond() - entry.occurredAt().getEpochSecond();
        return new NowChip(conversation(entry), entry.position() + "-" + said.size(), entry.channel().value(),
                stage, icon(entry), href(entry), who(entry, visitor.words()), what(entry, visitor.words()),
                said.size(), visitor.words().count("exchange.messages", said.size()),
                Math.clamp(SHOWN_SECONDS - age, LEAST_SECONDS, SHOWN_SECONDS), isLasting(entry));
    }

    /** What the entry belongs to: the conversation of a message, else itself. */
    static String conversation(NowEntry entry) {
        return entry.thread() == null || entry.state() != NowEntry.State.MESSAGE
                ? entry.interactionId().toString()
                : entry.thread().toString();
    }

    private static boolean isLasting(NowEntry entry) {
        return entry.state() == NowEntry.State.RINGING || entry.state() == NowEntry.State.ANSWERED;
    }

    private static String icon(NowEntry entry) {
        return switch (entry.state()) {
            case RINGING -> "phone-ringing";
            case MISSED -> "phone-missed";
            case ANSWERED, ENDED, MESSAGE -> entry.channel().value();
        };
    }

    private static String href(NowEntry entry) {
        if (entry.clientId() != null) {
            String call = entry.state() == NowEntry.State.MESSAGE ? "" : entry.interactionId().toString();
            return Addresses.with(Addresses.client(entry.clientId()), Map.of("call", call));
        }
        return entry.contactPoint() == null ? "/" : Addresses.with("/", Map.of("q", entry.contactPoint().value()));
    }

    private static String who(NowEntry entry, Wording words) {
        if (entry.clientName() != null) {
            return Point.name(entry.clientName());
        }
        return entry.contactPoint() == null ? words.say("now.unknown") : Point.of(entry.contactPoint()).value();
    }

    private static String what(NowEntry entry, Wording words) {
        if (entry.state() != NowEntry.State.MESSAGE) {
            return words.say("now." + entry.state().value());
        }
        return said(entry.channel(), Stream.of(entry.subject(), entry.snippet())
                .filter(Objects::nonNull).filter(text -> !text.isBlank()).findFirst().orElse(null), words);
    }

    private static String said(Channel channel, @Nullable String text, Wording words) {
        String key = "now." + channel.value();
        if (text == null) {
            return words.say(key + ".bare");
        }
        return words.say(key, text.length() <= LONGEST ? text : text.substring(0, LONGEST).stripTrailing() + "…");
    }
}
