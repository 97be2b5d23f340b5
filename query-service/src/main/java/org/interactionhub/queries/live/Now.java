package org.interactionhub.queries.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.live.LiveTable.Sender;
import org.interactionhub.queries.timeline.CallFold;
import org.interactionhub.queries.timeline.FactRow;
import org.interactionhub.queries.timeline.TimelineFold;
import org.interactionhub.queries.timeline.TimelineItem;
import org.interactionhub.queries.timeline.TimelineTable;
import org.interactionhub.queries.timeline.TimelineTable.Contact;
import org.jspecify.annotations.Nullable;

/** Answers who is calling or writing right now: what was recorded within the last two minutes. */
public final class Now {

    private static final Duration RECENT = Duration.ofMinutes(2);
    /** A call that was over for so long when the hub heard of it is history: a call log was read in. */
    private static final Duration LONG_OVER = Duration.ofMinutes(15);
    /** So is a message that was written hours before: an archive was read in. A mail may be held up for a while. */
    private static final Duration LONG_AGO = Duration.ofHours(3);
    private static final int MOST = 20;

    private final LiveTable table;
    private final TimelineTable timeline;
    private final Clock clock;

    Now(LiveTable table, TimelineTable timeline, Clock clock) {
        this.table = table;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Newest first, one entry per interaction, at most 20. */
    public List<NowEntry> recent() {
        List<InteractionId> ids = table.inbound((int) RECENT.toSeconds());
        return ids.isEmpty()
                ? List.of()
                : entries(timeline.contacts(ids)).stream()
                        .sorted(Comparator.comparingLong(NowEntry::position).reversed()).limit(MOST).toList();
    }

    /** Those of these contacts that somebody began just now. */
    List<NowEntry> entries(Collection<Contact> contacts) {
        Instant now = clock.instant();
        List<TimelineItem> items = new ArrayList<>();
        for (Contact contact : contacts) {
            TimelineFold.item(contact.facts(), contact.decisions())
                    .filter(item -> item.direction() == Direction.INBOUND && isNews(item, contact.facts(), now))
                    .ifPresent(items::add);
        }
        Map<InteractionId, Sender> senders = items.isEmpty()
                ? Map.of()
                : table.senders(items.stream().map(TimelineItem::interactionId).toList());
        return items.stream().map(item -> entry(item, Optional.ofNullable(senders.get(item.interactionId()))))
                .toList();
    }

    private static boolean isNews(TimelineItem item, List<FactRow> facts, Instant now) {
        Instant told = facts.stream().filter(fact -> fact.account() != null).map(FactRow::recordedAt)
                .max(Comparator.naturalOrder()).orElse(Instant.MIN);
        Duration longAgo = item.channel() == Channel.PHONE ? LONG_OVER : LONG_AGO;
        boolean longOver = item.occurredAt().isBefore(item.recordedAt().minus(longAgo));
        return told.isAfter(now.minus(RECENT)) && !longOver && !item.deleted();
    }

    private static NowEntry entry(TimelineItem item, Optional<Sender> sender) {
        return new NowEntry(item.interactionId(), item.channel(), state(item),
                sender.map(Sender::client).orElse(null), sender.map(Sender::name).orElse(null),
                sender.map(Sender::point).orElse(null), item.subject(), snippet(item), item.thread(),
                item.occurredAt(), item.position());
    }

    private static NowEntry.State state(TimelineItem item) {
        if (item.channel() != Channel.PHONE) {
            return NowEntry.State.MESSAGE;
        }
        return switch (CallFold.stage(item.attributes())) {
            case RINGING -> NowEntry.State.RINGING;
            case ANSWERED -> NowEntry.State.ANSWERED;
            case OVER -> Boolean.TRUE.equals(item.attributes().get("missed"))
                    ? NowEntry.State.MISSED
                    : NowEntry.State.ENDED;
        };
    }

    private static @Nullable String snippet(TimelineItem item) {
        String reply = item.reply();
        String words = reply == null ? item.text() : reply;
        if (words == null) {
            return null;
        }
        String line = words.substring(0, Math.min(words.length(), 4 * NowEntry.SNIPPET)).strip().replaceAll("\\s+",
                " ");
        return line.length() <= NowEntry.SNIPPET ? line : cut(line) + "…";
    }

    /** Never between the two halves of a character. */
    private static String cut(String line) {
        int end = NowEntry.SNIPPET - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }
}
