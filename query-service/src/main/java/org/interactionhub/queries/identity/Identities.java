package org.interactionhub.queries.identity;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionEvent;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ReportId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.identity.IdentityTable.Part;
import org.interactionhub.queries.identity.IdentityTable.Place;
import org.interactionhub.queries.identity.IdentityTable.Suspected;
import org.interactionhub.queries.identity.IdentityTable.Together;
import org.interactionhub.queries.likeness.Likenesses;
import org.interactionhub.queries.reading.Cursor;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;

/** Answers who is who. */
public final class Identities {

    public static final int DEFAULT = 50;
    public static final int MOST = 500;

    private final IdentityTable table;
    private final Clients clients;
    private final EventLog log;
    private final Likenesses likenesses;

    public Identities(DataSource database, Clients clients, EventLog log, Likenesses likenesses) {
        this.table = new IdentityTable(database);
        this.clients = clients;
        this.log = log;
        this.likenesses = likenesses;
    }

    /** @throws Refusal 404 if there is no such client */
    public ClientIdentity of(ClientId client) {
        List<Named> members = members(client);
        return new ClientIdentity(members.getFirst(), members, table.merges(members), table.distinctions(members),
                table.links(members));
    }

    /**
     * Clients who may be one: those of whom a message says so, the newest first, then those who resemble each other, the
     * strongest first.
     *
     * @throws Refusal 400 if the cursor makes no sense
     */
    public Page<Suspicion> suspicions(SuspicionQuestion question) {
        String after = question.after();
        List<Suspected> found = table.suspicions(question, question.limit() + 1,
                after == null ? null : place(Cursor.parse(after, 4)));
        List<Suspected> shown = found.subList(0, Math.min(question.limit(), found.size()));
        return new Page<>(shown.stream().map(Suspected::suspicion).toList(),
                found.size() > shown.size() ? cursor(shown.getLast().place()).text() : null);
    }

    /** How many pairs of clients may be one, on all pages. */
    public long suspected(SuspicionQuestion question) {
        return table.countSuspicions(question);
    }

    private static Cursor cursor(Place place) {
        return Cursor.of(place.position(), place.tenths(), place.client(), place.other());
    }

    private static Place place(Cursor cursor) {
        return new Place(cursor.number(0), cursor.number(1), cursor.uuid(2), cursor.uuid(3));
    }

    /** @throws Refusal 404 if there is no such client */
    public boolean areOne(ClientId client, ClientId other) {
        return members(client).getFirst().equals(members(other).getFirst());
    }

    /** @throws Refusal 404 if there is no such client, 409 if the two are one already */
    public MergePreview merge(ClientId client, ClientId other) {
        List<Named> members = members(client);
        List<Named> others = members(other);
        ClientId head = members.getFirst().id();
        ClientId otherHead = others.getFirst().id();
        if (head.equals(otherHead)) {
            throw Refusal.conflict("The two are one client already: " + head + ".");
        }
        Together together = table.together(head, otherHead);
        return new MergePreview(card(head), card(otherHead), together.all(), together.shared(),
                table.evidence(members, others), table.listed(members, others), likenesses.between(head, otherHead),
                table.distinctions(members, others));
    }

    /** @throws Refusal 404 if there is no such merge, 409 if it is undone */
    public UndoPreview undo(long position) {
        Merge merge = table.merge(position)
                .orElseThrow(() -> Refusal.notFound("There is no merge " + position + "."));
        if (merge.undone() != null) {
            throw Refusal.conflict("The merge " + position + " is undone already.");
        }
        Part part = table.madeFor(merge.other().id());
        return new UndoPreview(merge, part.points(), part.entries(), table.learned(position));
    }

    /**
     * @param from null: as far back as anybody knows
     * @param until exclusive, null: for good
     * @throws Refusal 404 if there is no such contact point or client, 400 if the period makes no sense
     */
    public MovePreview move(ContactPointId point, ClientId to, @Nullable Instant from, @Nullable Instant until) {
        Instant begin = from == null ? Instant.MIN : from;
        Instant end = until == null ? Instant.MAX : until;
        if (!begin.isBefore(end)) {
            throw Refusal.badRequest("'until' has to lie behind 'from'.");
        }
        ContactPoint moved = table.contactPoint(point)
                .orElseThrow(() -> Refusal.notFound("There is no contact point '" + point + "'."));
        return new MovePreview(moved, table.owners(point, begin, end), members(to).getFirst(),
                table.contacts(point, begin, end));
    }

    /** The contact that a report tells of; null if the log has none under it. */
    public @Nullable InteractionId contactOf(ReportId report) {
        return log.stream(report.value()).stream().flatMap(stored -> stored.event().stream())
                .flatMap(Identities::contact).findFirst().orElse(null);
    }

    private static Stream<InteractionId> contact(HubEvent event) {
        return event instanceof InteractionEvent told ? Stream.of(told.interactionId()) : Stream.empty();
    }

    private List<Named> members(ClientId client) {
        List<Named> members = table.members(client);
        if (members.isEmpty()) {
            throw Refusal.notFound("There is no client '" + client + "'.");
        }
        return members;
    }

    private ClientCard card(ClientId client) {
        return clients.find(client)
                .orElseThrow(() -> Refusal.notFound("There is no client '" + client + "'."));
    }
}
