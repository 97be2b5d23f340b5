package org.interactionhub.queries.timeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Participant;
import org.interactionhub.queries.timeline.TimelineItem.Decision;
import org.interactionhub.queries.timeline.TimelineItem.Note;
import org.interactionhub.queries.timeline.TimelineItem.State;
import org.jspecify.annotations.Nullable;

/** Folds all facts about one contact into what the timeline shows. In whichever order they come, the item is the same. */
public final class TimelineFold {

    static final String RECORDED = "interaction-recorded";
    static final String EDITED = "message-edited";
    static final String DELETED = "message-deleted";
    static final String PLANNED = "interaction-planned";
    static final String HELD = "interaction-held";
    static final String MISSED = "interaction-missed";
    static final String CANCELLED = "interaction-cancelled";
    static final String NOTE = "note-added";
    static final String DEAL = "deal-won";
    static final String PAYMENT = "payment-received";

    private static final Comparator<FactRow> BY_POSITION = Comparator.comparingLong(FactRow::position);
    private static final Comparator<FactRow> BY_TIME = Comparator.comparing(FactRow::occurredAt)
            .thenComparing(BY_POSITION);
    /** What channels keep for themselves: it says how the message travelled, not what it is. */
    private static final Set<String> INTERNAL = Set.of("envelope");

    private TimelineFold() {}

    /** @param facts of one contact; nothing comes of those that name no channel, such as the fate of an unknown plan */
    public static Optional<TimelineItem> item(Collection<FactRow> facts, Collection<Decision> decisions) {
        List<FactRow> ordered = facts.stream().sorted(BY_POSITION).toList();
        return base(ordered).map(base -> item(base, ordered, decisions));
    }

    private static TimelineItem item(FactRow base, List<FactRow> facts, Collection<Decision> decisions) {
        List<FactRow> told = facts.stream().filter(fact -> fact == base || !fact.is(NOTE)).toList();
        FactRow words = words(base, told);
        Channel channel = base.channel() == null ? Channel.NOTE : base.channel();
        return new TimelineItem(new InteractionId(base.interactionId()), channel,
                base.direction() == null ? Direction.INTERNAL : base.direction(),
                state(facts), base.occurredAt(), facts.getFirst().recordedAt(), base.account(), base.ours(),
                first(List.of(words, base), told, FactRow::subject), text(words, base, told), words.reply(),
                participants(facts), attributes(channel, base, facts), attachments(facts),
                decisions.stream().sorted(Comparator.comparingLong(Decision::position)).toList(),
                notes(base, facts), base.actor(), count(facts, EDITED), count(facts, DELETED) > 0,
                count(facts, RECORDED), base.thread(), last(facts, decisions), List.of());
    }

    /** Notes at a contact stand beside it; a note by itself is the contact. */
    private static List<Note> notes(FactRow base, List<FactRow> facts) {
        return facts.stream().filter(fact -> fact != base && fact.is(NOTE))
                .map(fact -> new Note(fact.text() == null ? "" : fact.text(), fact.actor(), fact.occurredAt(),
                        fact.position()))
                .toList();
    }

    /** The most telling fact: the contact itself, a step of it, a plan, a note; of several the earliest. */
    private static Optional<FactRow> base(List<FactRow> facts) {
        return facts.stream().filter(fact -> fact.channel() != null)
                .min(Comparator.comparingInt(TimelineFold::distance).thenComparing(BY_POSITION));
    }

    private static int distance(FactRow fact) {
        return switch (fact.event()) {
            case RECORDED, HELD, DEAL, PAYMENT -> 0;
            case PLANNED -> 2;
            case NOTE -> 3;
            default -> 1;
        };
    }

    /** The fact with the words that hold: the latest edit by the sender's clock, else the contact itself. */
    private static FactRow words(FactRow base, List<FactRow> facts) {
        return facts.stream().filter(fact -> fact.is(EDITED)).max(BY_TIME).orElse(base);
    }

    private static @Nullable String text(FactRow words, FactRow base, List<FactRow> facts) {
        if (words.text() != null) {
            return words.text();
        }
        return first(List.of(base), facts.stream().filter(fact -> fact.channel() != null).toList(), FactRow::text);
    }

    private static State state(List<FactRow> facts) {
        if (count(facts, HELD) > 0) {
            return State.HELD;
        }
        if (count(facts, CANCELLED) > 0) {
            return State.CANCELLED;
        }
        if (count(facts, MISSED) > 0) {
            return State.MISSED;
        }
        return count(facts, PLANNED) > 0 ? State.PLANNED : State.RECORDED;
    }

    private static List<Participant> participants(List<FactRow> facts) {
        Map<List<Object>, Participant> known = new LinkedHashMap<>();
        for (FactRow fact : facts) {
            for (Participant one : fact.participants()) {
                known.merge(List.of(one.role(), one.type(), one.value()), one,
                        (earlier, later) -> earlier.name() == null ? later : earlier);
            }
        }
        return List.copyOf(known.values());
    }

    private static Map<String, Object> attributes(Channel channel, FactRow base, List<FactRow> facts) {
        Map<String, Object> all = new LinkedHashMap<>();
        facts.stream().sorted(BY_TIME).forEach(fact -> all.putAll(fact.attributes()));
        INTERNAL.forEach(all::remove);
        if (channel == Channel.PHONE && base.account() != null) {
            CallFold.into(all, facts);
        }
        facts.stream().filter(fact -> fact.is(CANCELLED) || fact.is(MISSED)).max(BY_POSITION).map(FactRow::text)
                .ifPresent(reason -> all.put("reason", reason));
        facts.stream().filter(fact -> fact.is(PLANNED)).findFirst()
                .ifPresent(plan -> all.put("plannedFor", plan.occurredAt().toString()));
        return all;
    }

    private static List<Attachment> attachments(List<FactRow> facts) {
        Set<Attachment> all = new LinkedHashSet<>();
        facts.forEach(fact -> all.addAll(fact.attachments()));
        return List.copyOf(all);
    }

    private static @Nullable String first(List<FactRow> preferred, List<FactRow> others,
            Function<FactRow, @Nullable String> value) {
        for (List<FactRow> facts : List.of(preferred, others)) {
            for (FactRow fact : facts) {
                String found = value.apply(fact);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static int count(List<FactRow> facts, String event) {
        return (int) facts.stream().filter(fact -> fact.is(event)).count();
    }

    private static long last(List<FactRow> facts, Collection<Decision> decisions) {
        return Math.max(facts.getLast().position(),
                decisions.stream().mapToLong(Decision::position).max().orElse(0));
    }
}
