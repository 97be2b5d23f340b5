package org.interactionhub.queries.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.clientcard.ClientCard.Affiliation;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.clientcard.ListRow;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.LikenessWords;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.house.Ties;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.timeline.Exchanges;
import org.interactionhub.queries.timeline.Timeline;
import org.interactionhub.queries.timeline.TimelineQuestion;
import org.interactionhub.queries.timeline.Widening;
import org.interactionhub.readers.matching.Likeness;
import org.jspecify.annotations.Nullable;

/** Composes the page of a client. */
final class ClientPages {

    private static final int MOST_TIES = 8;

    private final Clients clients;
    private final Timeline timeline;
    private final EventLog log;
    private final ClientCalls calls;

    /** @param log tells what was recorded by a moment */
    ClientPages(Clients clients, Timeline timeline, EventLog log) {
        this.log = log;
        this.clients = clients;
        this.timeline = timeline;
        calls = new ClientCalls(timeline);
    }

    /** @throws Refusal 404 if there is no such client */
    ClientPage.ClientHead head(ClientId id, Visitor visitor) {
        return head(card(id), visitor);
    }

    /** @throws Refusal 404 if there is no such client */
    CardView glance(ClientId id, Visitor visitor) {
        return glance(card(id), AsOf.NOW, visitor);
    }

    private CardView glance(ClientCard card, AsOf then, Visitor visitor) {
        return CardView.of(clients.dealings(card.id(), then),
                then.isNow() ? Addresses.client(card.id()) + "/card" : "", visitor);
    }

    /**
     * @param asked the call that led to the page, null if none did
     * @throws Refusal 404 if there is no such client
     */
    ClientPage.Calls calls(ClientId id, @Nullable String asked, Visitor visitor) {
        return calls(card(id), asked, visitor);
    }

    private ClientPage.Calls calls(ClientCard card, @Nullable String asked, Visitor visitor) {
        String self = Addresses.with(Addresses.client(card.id()) + "/calls",
                Map.of("call", asked == null ? "" : asked));
        return new ClientPage.Calls(self, asked, calls.of(card, asked, visitor));
    }

    private ClientCard card(ClientId id) {
        return card(id, AsOf.NOW);
    }

    private ClientCard card(ClientId id, AsOf then) {
        return clients.find(id, then).orElseThrow(() -> Refusal.notFound("There is no client " + id
                + (then.isNow() ? "." : ", as far as was known then.")));
    }

    /**
     * @param asked the call that led to the page, null if none did
     * @throws Refusal 404 if there is no such client
     */
    ClientPage page(ClientId id, TimelineFilter filter, Part part, @Nullable String asked, Visitor visitor) {
        AsOf then = AsOf.of(filter.asOf(visitor.times().zone()), null, log);
        ClientCard card = card(id, then);
        TimelineQuestion question = filter.question(card.id(), TimelineQuestion.DEFAULT, part.before(),
                visitor.times().zone());
        Exchanges entries = filter.thread().isEmpty() && then.isNow()
                ? timeline.exchanges(question, part.downTo())
                : timeline.messages(question, part.downTo());
        String path = Addresses.client(card.id());
        return new ClientPage(then.knownAt() == null ? null : visitor.times().date(then.knownAt().minusMillis(1)),
                Addresses.with(path, filter.today()), head(card, visitor), glance(card, then, visitor),
                then.isNow() ? calls(card, asked, visitor) : new ClientPage.Calls("", null, List.of()), filter,
                TimelineRows.of(entries.items(), new Entries(visitor, path, filter.choices())), path,
                address(path, filter, "downTo", entries.end()),
                entries.next() == null ? null : address(path, filter, "before", entries.next()),
                export(question, "csv"),
                export(question, "json"), Addresses.stream(card.id()),
                entries.widened().stream().map(widening -> widened(widening, visitor)).toList());
    }

    /** If a day is asked for before anything was known of her: says so; nothing otherwise. */
    Optional<UnknownThen> unknownThen(ClientId id, TimelineFilter filter, Visitor visitor) {
        AsOf then = AsOf.of(filter.asOf(visitor.times().zone()), null, log);
        Instant knownAt = then.knownAt();
        if (knownAt == null || clients.find(id, then).isPresent()) {
            return Optional.empty();
        }
        ClientCard card = card(id);
        String path = Addresses.client(card.id());
        return Optional.of(new UnknownThen(Point.name(card.name()), visitor.times().date(knownAt.minusMillis(1)),
                visitor.times().date(log.stream(card.id().value()).getFirst().recordedAt()), path,
                Addresses.with(path, filter.today()), filter));
    }

    private static String widened(Widening widening, Visitor visitor) {
        return widening.shown().isEmpty()
                ? visitor.words().say("timeline.widened.alike", widening.typed())
                : visitor.words().say("timeline.widened", widening.typed(), String.join(", ", widening.shown()));
    }

    private static String export(TimelineQuestion question, String format) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("format", format);
        put(choices, "channel", question.channel() == null ? null : question.channel().value());
        put(choices, "direction", question.direction() == null ? null : question.direction().value());
        put(choices, "from", question.from());
        put(choices, "to", question.to());
        put(choices, "q", question.q());
        put(choices, "thread", question.thread());
        put(choices, "asOf", question.asOf());
        return Addresses.with("/api" + Addresses.client(question.client()) + "/timeline/export", choices);
    }

    private static void put(Map<String, String> choices, String name, @Nullable Object value) {
        choices.put(name, value == null ? "" : value.toString());
    }

    /** The messages of a thread in the order in which they were written. */
    Said messages(ClientId id, TimelineFilter filter, Part part, Visitor visitor) {
        TimelineQuestion question = filter.question(id, TimelineQuestion.MOST, part.before(), visitor.times().zone());
        Exchanges messages = timeline.messages(question, part.downTo());
        Entries entries = new Entries(visitor, Addresses.client(id), filter.choices());
        return new Said(messages.items().isEmpty() ? "" : messages.items().getLast().oldest().toString(),
                messages.items().reversed().stream().map(entries::message).toList());
    }

    private static String address(String path, TimelineFilter filter, String name, String place) {
        Map<String, String> choices = filter.choices();
        choices.put(name, place);
        return Addresses.with(path, choices);
    }

    /**
     * Which part of a timeline.
     *
     * @param before where it begins, null for the newest entries
     * @param downTo where it ends, null for as much as fits a page
     */
    record Part(@Nullable String before, @Nullable String downTo) {

        static Part of(Map<String, String> chosen) {
            return new Part(filled(chosen.get("before")), filled(chosen.get("downTo")));
        }

        private static @Nullable String filled(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }

    /**
     * What was said.
     *
     * @param id of the first message
     */
    record Said(String id, List<Message> messages) {}

    /** One message, and who wrote it. */
    record Message(@Nullable String by, EntryView entry) {}

    private static ClientPage.ClientHead head(ClientCard card, Visitor visitor) {
        return new ClientPage.ClientHead(card.id().toString(), Addresses.client(card.id()), Point.name(card.name()),
                card.kind().value(),
                card.contactPoints().stream().map(link -> Point.of(link.type(), link.value(), link.as())).toList(),
                card.owner(), visitor.words().count("clients.entries", card.entries()),
                card.lastContactAt() == null ? null : visitor.times().moment(card.lastContactAt()),
                new BookingWords(visitor.words()).sums(card),
                card.suggestions().stream()
                        .map(other -> new ClientPage.Other(Point.name(other.name()), Addresses.client(other.id()),
                                Addresses.compare(card.id(), other.id()), why(other, visitor)))
                        .toList(),
                card.merged().stream().map(other -> Point.name(other.name())).collect(Collectors.joining(", ")),
                Addresses.identity(card.id()), house(card, visitor),
                card.withdrawnWith() == null ? null : "/imports/" + card.withdrawnWith());
    }

    private static ClientPage.House house(ClientCard card, Visitor visitor) {
        Instant now = visitor.times().now();
        return new ClientPage.House(Addresses.house(card.id()), Ties.law(card, visitor),
                ties(card.belongsTo(), now, "relation.", visitor), ties(card.members(), now, "member.", visitor),
                card.memberCount() == 0 ? null : visitor.words().count("client.members", card.memberCount()));
    }

    private static List<ClientPage.Tie> ties(List<Affiliation> all, Instant now, String words, Visitor visitor) {
        return all.stream().filter(one -> one.isValidAt(now)).limit(MOST_TIES)
                .map(one -> new ClientPage.Tie(Point.name(one.name()), Addresses.client(one.id()),
                        Ties.how(one, words, visitor)))
                .toList();
    }

    private static String why(ClientCard.Suggestion other, Visitor visitor) {
        Likeness likeness = other.likeness();
        if (other.evidence().isEmpty() && !other.listed().isEmpty()) {
            ListRow row = other.listed().getFirst();
            return visitor.words().say("client.same.listed", row.row(), row.file());
        }
        return likeness == null || !other.evidence().isEmpty()
                ? visitor.words().say("client.same.why")
                : visitor.words().say("client.same.alike",
                        String.join("; ", new LikenessWords(visitor.words()).pro(likeness)));
    }
}
