package org.interactionhub.queries.timeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ThreadId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.timeline.Slice.Place;
import org.interactionhub.queries.timeline.TimelineItem.Decision;
import org.interactionhub.queries.timeline.TimelineTable.Contact;
import org.jspecify.annotations.Nullable;

/** Answers what passed between a client and us, newest first, plans included. */
public final class Timeline {

    private final TimelineTable table;
    private final ExchangeTable exchanges;
    private final EventLog log;

    public Timeline(DataSource database, TimelineTable table, EventLog log) {
        this.table = table;
        this.exchanges = new ExchangeTable(database);
        this.log = log;
    }

    /** @throws Refusal 404 if there is no such client, 400 if the question makes no sense */
    public Page<TimelineItem> page(TimelineQuestion question) {
        return page(question, null);
    }

    /**
     * All that a question asks for, however many pages it is, as of one position of the log.
     *
     * @param position that the history holds; what comes behind it is left away
     * @throws Refusal 404 if there is no such client, 400 if the question makes no sense
     */
    TimelineFile file(TimelineQuestion question, TimelineFile.Format format, long position) throws IOException {
        TimelineQuestion asked = question.asOf() == null ? question.asOf(AsOf.at(position)) : question;
        return TimelineFile.of(format, taker -> {
            for (Page<TimelineItem> page = page(asked);; page = page(asked.before(page.next()))) {
                for (TimelineItem item : page.items()) {
                    taker.take(item);
                }
                if (page.next() == null) {
                    return;
                }
            }
        });
    }

    private Page<TimelineItem> page(TimelineQuestion question, @Nullable String downTo) {
        Slice slice = slice(question, question.limit(), downTo);
        List<Contact> contacts = table.page(slice);
        requireClient(contacts, slice);
        List<Contact> shown = contacts.subList(0, Math.min(contacts.size(), question.limit()));
        return new Page<>(items(shown),
                contacts.size() > shown.size()
                        ? new Place(shown.getLast().placedAt(), shown.getLast().id()).text()
                        : null);
    }

    /**
     * The same part of a timeline with the messages of a thread told together, as known now.
     *
     * @param question its limit is of exchanges; at most {@link TimelineQuestion#MOST} messages are in them together
     * @param downTo the {@code end} of the same part asked for earlier; then all of it comes, whatever the limit
     * @throws Refusal 404 if there is no such client, 400 if the question makes no sense
     */
    public Exchanges exchanges(TimelineQuestion question, @Nullable String downTo) {
        Slice slice = slice(question, TimelineQuestion.MOST, downTo);
        List<Entry> entries = exchanges.entries(slice);
        requireClient(entries, slice);
        List<Entry> taken = entries.subList(0, Math.min(entries.size(), TimelineQuestion.MOST));
        List<Stretch> stretches = Stretch.of(taken, downTo == null ? question.limit() : TimelineQuestion.MOST);
        int told = stretches.stream().mapToInt(stretch -> stretch.entries().size()).sum();
        String next = told < entries.size() ? entries.get(told - 1).place().text() : null;
        String end = downTo == null ? next == null ? Place.BEGINNING.text() : next : downTo;
        return new Exchanges(told(stretches, question.client()), next, end);
    }

    /** The same part of a timeline with each message by itself. */
    public Exchanges messages(TimelineQuestion question, @Nullable String downTo) {
        Page<TimelineItem> page = page(question, downTo);
        String next = page.next();
        return new Exchanges(page.items().stream().map(Exchange::of).toList(), next,
                downTo == null ? next == null ? Place.BEGINNING.text() : next : downTo);
    }

    private List<Exchange> told(List<Stretch> stretches, ClientId client) {
        List<InteractionId> shown = stretches.stream()
                .flatMap(stretch -> Stream.concat(Stream.of(stretch.newest()), stretch.decided().stream()))
                .map(entry -> new InteractionId(entry.id())).distinct().toList();
        Map<UUID, TimelineItem> items = shown.isEmpty()
                ? Map.of()
                : items(table.contacts(shown)).stream()
                        .collect(Collectors.toMap(item -> item.interactionId().value(), item -> item));
        Map<ThreadId, Instant> answers = answers(items);
        Instant lastAnswer = exchanges.lastAnswer(client).orElse(Instant.MIN);
        Map<UUID, Instant> calledBack = calledBack(items);
        return stretches.stream().flatMap(stretch -> Stream.ofNullable(items.get(stretch.id()))
                .map(newest -> exchange(stretch, newest, decisions(stretch, items),
                        Asking.unanswered(newest, answers, lastAnswer), calledBack.get(stretch.id()))))
                .toList();
    }

    private static Exchange exchange(Stretch stretch, TimelineItem newest, List<Decision> decisions,
            boolean unanswered, @Nullable Instant calledBack) {
        Entry oldest = stretch.oldest();
        return new Exchange(newest, stretch.entries().size(), new InteractionId(oldest.id()), oldest.at(),
                oldest.place().text(), stretch.newest().place().front().text(), decisions, unanswered,
                calledBack == null ? null : Duration.between(newest.occurredAt(), calledBack));
    }

    private static List<Decision> decisions(Stretch stretch, Map<UUID, TimelineItem> items) {
        return stretch.decided().stream().map(entry -> items.get(entry.id())).filter(Objects::nonNull)
                .flatMap(item -> item.decisions().stream()).sorted(Comparator.comparingLong(Decision::position))
                .toList();
    }

    private Map<ThreadId, Instant> answers(Map<UUID, TimelineItem> items) {
        List<ThreadId> threads = items.values().stream().filter(Asking::isAnswerable).map(TimelineItem::thread)
                .distinct().toList();
        return threads.isEmpty() ? Map.of() : exchanges.answers(threads);
    }

    private Map<UUID, Instant> calledBack(Map<UUID, TimelineItem> items) {
        List<UUID> missed = items.values().stream().filter(item -> Boolean.TRUE.equals(item.attributes().get("missed")))
                .map(item -> item.interactionId().value()).toList();
        return missed.isEmpty() ? Map.of() : exchanges.calledBack(missed);
    }

    private void requireClient(List<?> found, Slice slice) {
        Long until = slice.until();
        if (found.isEmpty() && !table.knows(slice.client(), until == null ? Long.MAX_VALUE : until)) {
            throw Refusal.notFound("There is no client '" + slice.client() + "'"
                    + (until == null ? "." : " at position " + until + " of the log."));
        }
    }

    static List<TimelineItem> items(List<Contact> contacts) {
        return contacts.stream().flatMap(contact -> TimelineFold.item(contact.facts(), contact.decisions()).stream())
                .toList();
    }

    /** Asks for one contact more than the page has, to know whether there is a next page. */
    private Slice slice(TimelineQuestion question, int limit, @Nullable String downTo) {
        return new Slice(question.client().value(), limit + 1, Place.parse(question.before()), Place.parse(downTo),
                question.channel(), question.direction(), question.from(), question.to(), question.q(),
                until(question), question.at(), question.thread());
    }

    private @Nullable Long until(TimelineQuestion question) {
        AsOf known = AsOf.of(question.asOf(), question.at(), log);
        return known.position() == AsOf.EVERYTHING ? null : (Long) known.position();
    }
}
