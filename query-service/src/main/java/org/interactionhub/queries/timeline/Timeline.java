package org.interactionhub.queries.timeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ThreadId;
import org.interactionhub.eventstore.EventLog;
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
    private final WordsTable words;
    private final Nearby nearby;
    private final Highlights highlights;

    public Timeline(DataSource database, TimelineTable table, EventLog log) {
        this.table = table;
        this.exchanges = new ExchangeTable(database);
        this.log = log;
        this.words = new WordsTable(database);
        this.nearby = new Nearby(words);
        this.highlights = new Highlights(words);
    }

    /** @throws Refusal 404 if there is no such client, 400 if the question makes no sense */
    public TimelinePage page(TimelineQuestion question) {
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
            for (TimelinePage page = page(asked);; page = page(asked.before(page.next()))) {
                for (TimelineItem item : page.items()) {
                    taker.take(item);
                }
                if (page.next() == null) {
                    return;
                }
            }
        });
    }

    private TimelinePage page(TimelineQuestion question, @Nullable String downTo) {
        Found<Contact> found = found(slice(question, question.limit(), downTo), question.q(), table::page);
        List<Contact> contacts = found.entries();
        List<Contact> shown = contacts.subList(0, Math.min(contacts.size(), question.limit()));
        List<TimelineItem> items = items(shown);
        return new TimelinePage(highlights.in(items, found.slice().words()),
                contacts.size() > shown.size()
                        ? new Place(shown.getLast().placedAt(), shown.getLast().id()).text()
                        : null,
                widened(found, items));
    }

    /**
     * What is in a slice, or in one of near words.
     *
     * @param meant the near words; empty if the entries hold all that was typed
     */
    private record Found<T>(List<T> entries, Slice slice, List<Nearby.Meant> meant) {}

    private <T> Found<T> found(Slice slice, @Nullable String typed, Function<Slice, List<T>> entries) {
        List<T> exact = entries.apply(slice);
        requireClient(exact, slice);
        if (!exact.isEmpty() || typed == null) {
            return new Found<>(exact, slice, List.of());
        }
        Nearby.Widened near = nearby.of(slice, Dialled.orInOnePiece(typed), table::any);
        return near.meant().isEmpty()
                ? new Found<>(exact, slice, List.of())
                : new Found<>(entries.apply(near.slice()), near.slice(), near.meant());
    }

    private List<Widening> widened(Found<?> found, List<TimelineItem> shown) {
        return shown.isEmpty()
                ? List.of()
                : found.meant().stream()
                        .map(meant -> new Widening(meant.typed(), highlights.words(shown, meant.wanted()))).toList();
    }

    /**
     * The same part of a timeline with the messages of a thread told together, as known now.
     *
     * @param question its limit is of exchanges; at most {@link TimelineQuestion#MOST} messages are in them together, of
     *            what is found by words twice the limit
     * @param downTo the {@code end} of the same part asked for earlier; then all of it comes, whatever the limit
     * @throws Refusal 404 if there is no such client, 400 if the question makes no sense
     */
    public Exchanges exchanges(TimelineQuestion question, @Nullable String downTo) {
        int most = downTo == null ? atOnce(question) : TimelineQuestion.MOST;
        Found<Entry> found = found(slice(question, most, downTo), question.q(), exchanges::entries);
        List<Entry> entries = found.entries();
        List<Entry> taken = entries.subList(0, Math.min(entries.size(), most));
        List<Stretch> stretches = Stretch.of(taken, downTo == null ? question.limit() : TimelineQuestion.MOST);
        int told = stretches.stream().mapToInt(stretch -> stretch.entries().size()).sum();
        String next = told < entries.size() ? entries.get(told - 1).place().text() : null;
        String end = downTo == null ? next == null ? Place.BEGINNING.text() : next : downTo;
        List<Exchange> items = told(stretches, question.client(), found.slice().words());
        return new Exchanges(items, next, end,
                widened(found, items.stream().map(Exchange::newest).toList()));
    }

    /** The same part of a timeline with each message by itself. */
    public Exchanges messages(TimelineQuestion question, @Nullable String downTo) {
        TimelinePage page = page(question, downTo);
        String next = page.next();
        return new Exchanges(page.items().stream().map(Exchange::of).toList(), next,
                downTo == null ? next == null ? Place.BEGINNING.text() : next : downTo, page.widened());
    }

    /** @param wanted what is marked in them, null for nothing */
    private List<Exchange> told(List<Stretch> stretches, ClientId client, @Nullable String wanted) {
        List<InteractionId> shown = stretches.stream()
                .flatMap(stretch -> Stream.concat(Stream.of(stretch.newest()), stretch.decided().stream()))
                .map(entry -> new InteractionId(entry.id())).distinct().toList();
        Map<UUID, TimelineItem> items = shown.isEmpty()
                ? Map.of()
                : highlights.in(items(table.contacts(shown)), wanted).stream()
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

    /** Of what is found by words little belongs together, and to look for much of it takes long. */
    private static int atOnce(TimelineQuestion question) {
        return question.q() == null ? TimelineQuestion.MOST : Math.min(TimelineQuestion.MOST, 2 * question.limit());
    }

    /** Asks for one contact more than the page has, to know whether there is a next page. */
    private Slice slice(TimelineQuestion question, int limit, @Nullable String downTo) {
        return new Slice(question.client().value(), limit + 1, Place.parse(question.before()), Place.parse(downTo),
                question.channel(), question.direction(), question.from(), question.to(),
                question.q() == null ? null : words.wanted(sought(question.q(), question.client(), until(question))),
                until(question), question.at(), question.thread());
    }

    /** A part of a number finds whoever of the client's numbers have it. */
    private String sought(String typed, ClientId client, @Nullable Long until) {
        return Stream.concat(Stream.of(Dialled.orInOnePiece(typed)),
                Dialled.part(typed).stream().flatMap(digits -> table.numbers(client, digits, until).stream()))
                .collect(Collectors.joining(" or "));
    }

    private @Nullable Long until(TimelineQuestion question) {
        AsOf known = AsOf.of(question.asOf(), question.at(), log);
        return known.position() == AsOf.EVERYTHING ? null : (Long) known.position();
    }
}
