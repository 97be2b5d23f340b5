package org.interactionhub.queries.clientcard;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.clientcard.ClientTable.Found;
import org.interactionhub.queries.clientcard.ClientTable.Place;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.reading.Cursor;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;

/** Answers who our clients are. */
public final class Clients {

    public static final int DEFAULT = 50;
    public static final int MOST = 500;

    private final ClientTable table;
    private final CardTable cards;
    private final DealingsTable dealings;

    /** @param zone in which months begin */
    public Clients(DataSource database, Clock clock, ZoneId zone) {
        table = new ClientTable(database, clock);
        cards = new CardTable(database, clock);
        dealings = new DealingsTable(database, clock, zone);
    }

    /**
     * Clients by latest contact; with {@code q} the ones found, exact before similar.
     *
     * @param q an exact contact point gives only its client; else a part of a name, a mail address or a phone number;
     *            null for all
     * @param limit 1 to {@link #MOST}
     * @param after the {@code next} of the page before, null for the first
     * @throws org.interactionhub.door.Refusal 400 if limit or cursor make no sense
     */
    public Page<ClientEntry> list(@Nullable String q, int limit, @Nullable String after) {
        return list(new ClientQuestion(q, null, null, null, null, limit, after));
    }

    /**
     * The same, for whoever wants to see but some.
     *
     * @throws org.interactionhub.door.Refusal 400 if limit or cursor make no sense
     */
    public Page<ClientEntry> list(ClientQuestion question) {
        return page(question, found(question));
    }

    /** A page of clients, and how many there are on all pages. */
    public record Hits(Page<ClientEntry> page, long all) {}

    /**
     * The same, counted. Words are sought but once for both.
     *
     * @throws org.interactionhub.door.Refusal 400 if limit or cursor make no sense
     */
    public Hits hits(ClientQuestion question) {
        List<Found> found = found(question);
        if (found.isEmpty() && question.after() == null) {
            return new Hits(page(question, found), 0);
        }
        Long counted = found.isEmpty() ? null : found.getFirst().hits();
        return new Hits(page(question, found), counted == null ? table.count(question) : counted);
    }

    /** Who is chosen, in the order of the list; the limit of the question may be any, and no page is gone on from. */
    public List<ClientId> ids(ClientQuestion question) {
        return table.ids(question);
    }

    /** One more than the page has, to know whether there is a next page. */
    private List<Found> found(ClientQuestion question) {
        String after = question.after();
        return table.list(question, question.limit() + 1, after == null ? null : place(Cursor.parse(after, 4)));
    }

    private static Page<ClientEntry> page(ClientQuestion question, List<Found> found) {
        List<Found> shown = found.subList(0, Math.min(question.limit(), found.size()));
        return new Page<>(shown.stream().map(Found::entry).toList(),
                found.size() > shown.size() ? cursor(shown.getLast().place()).text() : null);
    }

    /** Who of us looks after clients now, by name. */
    public List<String> owners() {
        return table.owners();
    }

    public Optional<ClientCard> find(ClientId id) {
        return find(id, AsOf.NOW);
    }

    /** Her card as it was; nothing if nobody was known under this id then. */
    public Optional<ClientCard> find(ClientId id, AsOf asOf) {
        return cards.card(id, asOf);
    }

    /**
     * Who belongs or belonged to a client, the last told first.
     *
     * @param limit 1 to {@link #MOST}
     * @param after the {@code next} of the page before, null for the first
     * @throws org.interactionhub.door.Refusal 400 if the cursor makes no sense
     */
    public Page<ClientCard.Affiliation> members(ClientId head, AsOf asOf, int limit, @Nullable String after) {
        long before = after == null ? Long.MAX_VALUE : Cursor.parse(after, 1).number(0);
        List<ClientCard.Affiliation> found = cards.members(head, asOf, limit + 1, before);
        List<ClientCard.Affiliation> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(shown, found.size() > shown.size() ? Cursor.of(shown.getLast().position()).text() : null);
    }

    /** What passes between this client and us; nothing if nobody is known under this id. */
    public Dealings dealings(ClientId id) {
        return dealings(id, AsOf.NOW);
    }

    /** The same as it was. */
    public Dealings dealings(ClientId id, AsOf asOf) {
        return dealings.of(id, asOf);
    }

    private static Cursor cursor(Place place) {
        Instant last = place.lastAt();
        return last == null
                ? Cursor.of(place.rank(), "", "", place.client())
                : Cursor.of(place.rank(), last.getEpochSecond(), last.getNano(), place.client());
    }

    private static Place place(Cursor cursor) {
        return new Place((int) cursor.number(0), cursor.parts().get(1).isEmpty() ? null : cursor.time(1, 2),
                cursor.uuid(3));
    }
}
