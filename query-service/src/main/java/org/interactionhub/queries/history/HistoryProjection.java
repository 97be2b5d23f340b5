package org.interactionhub.queries.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.interactionhub.events.Booking;
import org.interactionhub.events.BusinessEvent;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ChannelAccountEvent;
import org.interactionhub.events.ClientEvent.ClientAbsorbed;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRelated;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.ClientRestored;
import org.interactionhub.events.ClientEvent.ClientUnrelated;
import org.interactionhub.events.ClientEvent.ClientWithdrawn;
import org.interactionhub.events.ClientEvent.ClientsMerged;
import org.interactionhub.events.ClientEvent.ClientsUnmerged;
import org.interactionhub.events.ClientEvent.DeclaredDistinct;
import org.interactionhub.events.ClientEvent.DistinctionWithdrawn;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPointEvent.ContactPointClassified;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.events.Direction;
import org.interactionhub.events.EventMetadata.Actor;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent.ImportBegun;
import org.interactionhub.events.ImportEvent.ImportUndone;
import org.interactionhub.events.ImportEvent.RowsImported;
import org.interactionhub.events.ImportEvent;
import org.interactionhub.events.InteractionEvent.DecisionTaken;
import org.interactionhub.events.InteractionEvent.Intake;
import org.interactionhub.events.InteractionEvent.InteractionCancelled;
import org.interactionhub.events.InteractionEvent.InteractionHeld;
import org.interactionhub.events.InteractionEvent.InteractionMissed;
import org.interactionhub.events.InteractionEvent.InteractionPlanned;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionEvent.NoteAdded;
import org.interactionhub.events.InteractionEvent;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.PortfolioEvent.HandoverUndone;
import org.interactionhub.events.PortfolioEvent.PortfolioHandedOver;
import org.interactionhub.events.PortfolioEvent;
import org.interactionhub.events.Reported;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.queries.history.HistoryRow.Account;
import org.interactionhub.queries.history.HistoryRow.Address;
import org.interactionhub.queries.history.HistoryRow.Client;
import org.interactionhub.queries.history.HistoryRow.Colleague;
import org.interactionhub.queries.history.HistoryRow.Contact;
import org.interactionhub.queries.history.HistoryRow.Decision;
import org.interactionhub.queries.history.HistoryRow.Fact;
import org.interactionhub.queries.history.HistoryRow.Handover;
import org.interactionhub.queries.history.HistoryRow.HandoverEnd;
import org.interactionhub.queries.history.HistoryRow.Identity.Verdict;
import org.interactionhub.queries.history.HistoryRow.Identity;
import org.interactionhub.queries.history.HistoryRow.Import;
import org.interactionhub.queries.history.HistoryRow.ImportUndo;
import org.interactionhub.queries.history.HistoryRow.ImportedRow;
import org.interactionhub.queries.history.HistoryRow.Link;
import org.interactionhub.queries.history.HistoryRow.LinkEnd;
import org.interactionhub.queries.history.HistoryRow.Name;
import org.interactionhub.queries.history.HistoryRow.Owner;
import org.interactionhub.queries.history.HistoryRow.Part;
import org.interactionhub.queries.history.HistoryRow.Party;
import org.interactionhub.queries.history.HistoryRow.PointClass;
import org.interactionhub.queries.history.HistoryRow.Related;
import org.interactionhub.queries.history.HistoryRow.RelationEnd;
import org.interactionhub.queries.history.HistoryRow.Suggestion;
import org.interactionhub.queries.history.HistoryRow.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * The one function from an event to its rows. Pure: the rows depend on the event alone, so that a rebuild gives what the
 * live tables hold. Whoever changes it or {@code Storable} raises {@link #VERSION}, and every hub builds anew.
 */
final class HistoryProjection {

    static final int VERSION = 9;

    private static final String NOTHING = "[]";

    private HistoryProjection() {}

    /** The rows of this event; none if a newer hub wrote a kind of event that this one does not know. */
    static List<HistoryRow> rowsOf(StoredEvent stored) {
        return stored.event().map(event -> rows(stored, event)).orElse(List.of());
    }

    private static List<HistoryRow> rows(StoredEvent stored, HubEvent known) {
        List<HistoryRow> rows = switch (known) {
            case InteractionEvent event -> contact(stored, event);
            case ContactPointEvent event -> contactPoint(stored, event);
            case ClientEvent event -> client(stored, event);
            case PortfolioEvent event -> portfolio(stored, event);
            case ImportEvent event -> imported(stored, event);
            case ChannelAccountEvent event -> List.of(account(stored, event));
            case BusinessEvent event -> booked(stored, event);
        };
        String actor = actor(stored);
        return actor == null
                ? rows
                : Stream.concat(rows.stream(), Stream.of(new Colleague(actor, stored.position()))).toList();
    }

    private static List<HistoryRow> contact(StoredEvent stored, InteractionEvent event) {
        return switch (event) {
            case Intake intake -> heard(stored, intake);
            case InteractionPlanned plan -> told(stored, plan.interactionId(), plan.clientId(), plan.channel(),
                    plan.plannedFor(), Contact.PLAN, plan.subject(), plan.text());
            case InteractionHeld held -> told(stored, held.interactionId(), held.clientId(), held.channel(),
                    held.occurredAt(), Contact.ITSELF, held.subject(), held.text());
            case NoteAdded note -> told(stored, note.interactionId(), note.clientId(), Channel.NOTE,
                    note.occurredAt(), Contact.ASIDE, note.subject(), note.text());
            case InteractionMissed missed -> List.of(fate(stored, missed.interactionId(), missed.reason()));
            case InteractionCancelled cancelled -> List.of(fate(stored, cancelled.interactionId(), cancelled.reason()));
            case DecisionTaken decision -> List.of(new Decision(stored.position(), decision.interactionId().value(),
                    Storable.text(decision.decision()), Storable.json(decision.options()),
                    Storable.textOrNull(decision.reason()), decision.takenAt(), actor(stored),
                    Storable.time(stored.occurredAt()), stored.recordedAt()));
        };
    }

    private static List<HistoryRow> heard(StoredEvent stored, Intake event) {
        Heard heard = event.heard();
        Instant at = Storable.time(heard.occurredAt());
        String channel = heard.channel().value();
        String direction = heard.direction().value();
        List<HistoryRow> rows = new ArrayList<>();
        rows.add(fact(stored, event, null, heard.subject(), heard.attributes()));
        int telling = event instanceof InteractionRecorded ? Contact.ITSELF : Contact.CHANGE;
        rows.add(new Contact(event.interactionId().value(), at, telling, channel, direction, Threads.of(heard),
                stored.position()));
        Threads.joinedBy(heard, stored.position()).ifPresent(rows::add);
        Parties.of(heard).forEach(party -> {
            rows.add(new Address(party.point(), stored.position()));
            rows.add(new Part(event.interactionId().value(), party.point().id().value(), party.role(),
                    stored.position()));
        });
        return rows;
    }

    /** It is whose the first contact point is that it names; the others are merely known from now on. */
    private static List<HistoryRow> booked(StoredEvent stored, BusinessEvent event) {
        Heard heard = event.heard();
        Booking booking = event.booking();
        Optional<UUID> payer = payer(event);
        UUID id = event.interactionId().value();
        Instant at = Storable.time(heard.occurredAt());
        Map<String, Object> attributes = new LinkedHashMap<>(heard.attributes());
        attributes.put("booking", Bookings.told(event));
        List<HistoryRow> rows = new ArrayList<>();
        rows.add(fact(stored, event, booking.client(), Bookings.line(event), attributes));
        rows.add(new Contact(id, at, Contact.ITSELF, heard.channel().value(), heard.direction().value(), null,
                stored.position()));
        Parties.of(heard).forEach(party -> rows.add(new Address(party.point(), stored.position())));
        payer.ifPresent(point -> {
            rows.add(new Part(id, point, "from", stored.position()));
            rows.add(new HistoryRow.Booking(stored.position(), id, point, Bookings.kind(event),
                    Storable.text(heard.account()), booking.money().amount(), booking.money().currency(),
                    Storable.text(booking.reference()), Storable.textOrNull(booking.campaign()), at,
                    stored.recordedAt()));
        });
        return rows;
    }

    private static Optional<UUID> payer(BusinessEvent event) {
        ClientId client = event.booking().client();
        return client == null
                ? event.heard().participants().stream().flatMap(one -> one.contactPoint().stream()).findFirst()
                        .map(point -> point.id().value())
                : Optional.of(ContactPointId.standingFor(client).value());
    }

    private static Fact fact(StoredEvent stored, Reported event, @Nullable ClientId client, @Nullable String subject,
            Map<String, Object> attributes) {
        Heard heard = event.heard();
        return new Fact(stored.position(), event.interactionId().value(), kind(stored), heard.channel().value(),
                Storable.text(heard.account()), heard.direction().value(), Storable.time(heard.occurredAt()),
                stored.recordedAt(), actor(stored), client == null ? null : client.value(),
                Storable.textOrNull(heard.conversation()), Storable.textOrNull(subject),
                Storable.textOrNull(heard.text()), Storable.textOrNull(heard.reply()), Storable.json(attributes),
                Storable.json(heard.attachments()), Storable.json(heard.participants()),
                Storable.json(heard.stated()),
                Storable.text(heard.reader().name() + "/" + heard.reader().version()),
                Machine.wrote(heard.attributes()));
    }

    private static List<HistoryRow> told(StoredEvent stored, InteractionId id, ClientId client, Channel channel,
            Instant occurredAt, int telling, @Nullable String subject, @Nullable String text) {
        // among ourselves there is nobody to begin; everything else that staff tell of, we began
        Direction direction = switch (channel) {
            case MEETING, NOTE, BUSINESS -> Direction.INTERNAL;
            case EMAIL, WEB_FORM, PHONE, CHAT -> Direction.OUTBOUND;
        };
        Instant at = Storable.time(occurredAt);
        return List.of(
                new Fact(stored.position(), id.value(), kind(stored), channel.value(), null, direction.value(), at,
                        stored.recordedAt(), actor(stored), client.value(), null, Storable.textOrNull(subject),
                        Storable.textOrNull(text), null, "{}", NOTHING, NOTHING, NOTHING, null, false),
                new Contact(id.value(), at, telling, channel.value(), direction.value(), null, stored.position()),
                new Part(id.value(), ContactPointId.standingFor(client).value(), "subject", stored.position()));
    }

    private static Fact fate(StoredEvent stored, InteractionId id, @Nullable String reason) {
        return new Fact(stored.position(), id.value(), kind(stored), null, null, null,
                Storable.time(stored.occurredAt()), stored.recordedAt(), actor(stored), null, null, null,
                Storable.textOrNull(reason), null, "{}", NOTHING, NOTHING, NOTHING, null, false);
    }

    private static List<HistoryRow> contactPoint(StoredEvent stored, ContactPointEvent event) {
        long position = stored.position();
        return switch (event) {
            case ContactPointLinked link -> List.of(new Address(link.contactPoint(), position),
                    new LinkEnd(link.contactPoint().id().value(), link.clientId().value(), bound(link.validFrom()),
                            bound(link.validUntil()), position),
                    new Link(link.contactPoint().id().value(), link.clientId().value(), link.method().value(),
                            link.evidence() == null ? null : link.evidence().value(), actor(stored),
                            bound(link.validFrom()), bound(link.validUntil()), stored.recordedAt(), position));
            case ContactPointClassified classified -> List.of(new Address(classified.contactPoint(), position),
                    new PointClass(classified.contactPoint().id().value(), classified.as().value(),
                            Storable.textOrNull(classified.reason()), actor(stored), stored.recordedAt(), position));
            case ContactPointUnlinked end -> List.of(
                    new LinkEnd(end.contactPoint().id().value(), end.clientId().value(), null, null, position));
        };
    }

    private static List<HistoryRow> client(StoredEvent stored, ClientEvent event) {
        long position = stored.position();
        return switch (event) {
            case ClientRegistered client -> List.of(
                    new Client(client.clientId().value(), client.kind().value(), Storable.text(client.name()),
                            Storable.time(stored.occurredAt()), position),
                    new Link(ContactPointId.standingFor(client.clientId()).value(), client.clientId().value(),
                            "stand-in", null, null, null, null, stored.recordedAt(), position),
                    new Name(client.clientId().value(), Storable.text(client.name()), position));
            case ClientRenamed renamed -> List.of(
                    new Name(renamed.clientId().value(), Storable.text(renamed.name()), position));
            case OwnerAssigned assigned -> owner(assigned, position);
            case ClientsMerged merged ->
                List.of(identity(stored, Verdict.MERGED, merged.clientId(), merged.other(), null,
                        merged.evidence()));
            case ClientsUnmerged unmerged -> List.of(identity(stored, Verdict.UNMERGED, unmerged.clientId(),
                    unmerged.other(), unmerged.merge(), unmerged.reason()));
            case DeclaredDistinct declared -> List.of(identity(stored, Verdict.DISTINCT, declared.clientId(),
                    declared.other(), null, declared.reason()));
            case DistinctionWithdrawn withdrawn -> List.of(identity(stored, Verdict.WITHDRAWN, withdrawn.clientId(),
                    withdrawn.other(), null, withdrawn.reason()));
            case PartyStated party -> List.of(new Party(party.clientId().value(),
                    party.party() == null ? null : party.party().value(), Storable.textOrNull(party.legalName()),
                    Storable.textOrNull(party.taxNumber()), Storable.textOrNull(party.city()), actor(stored),
                    stored.recordedAt(), position));
            case ClientRelated related -> List.of(
                    new RelationEnd(related.clientId().value(), related.to().value(), related.relation().value(),
                            bound(related.validFrom()), bound(related.validUntil()), position),
                    new Related(related.clientId().value(), related.to().value(), related.relation().value(),
                            related.relation().isWithin(), Storable.textOrNull(related.role()), actor(stored),
                            bound(related.validFrom()), bound(related.validUntil()), stored.recordedAt(), position));
            case ClientUnrelated not -> List.of(new RelationEnd(not.clientId().value(), not.to().value(),
                    not.relation().value(), null, null, position));
            case ClientWithdrawn gone -> List.of(
                    new Withdrawal(gone.clientId().value(), gone.importId().value(), position));
            case ClientAbsorbed _,ClientRestored _ -> List.of(); // the survivor's stream tells the same
            case SameClientSuggested same -> List.of(new Suggestion(position, 0, same.clientId().value(),
                    same.other().value(), same.evidence().value(), null));
        };
    }

    private static Account account(StoredEvent stored, ChannelAccountEvent event) {
        return new Account(event.channel().value(), Storable.text(event.account()), Storable.textOrNull(event.title()),
                Storable.textOrNull(event.legalEntity()), Storable.textOrNull(event.office()), actor(stored),
                stored.recordedAt(), stored.position());
    }

    private static List<HistoryRow> imported(StoredEvent stored, ImportEvent event) {
        UUID id = event.importId().value();
        return switch (event) {
            case ImportBegun begun -> List.of(new Import(id, Storable.text(begun.file()),
                    Storable.textOrNull(begun.source()), begun.rows(), Storable.json(begun.columns()), actor(stored),
                    stored.recordedAt(), stored.position()));
            case RowsImported imported -> imported.rows().stream()
                    .flatMap(row -> Stream.concat(Stream.of(new ImportedRow(id, row.row(),
                            Storable.text(row.name()), row.verdict().value(), Storable.json(row.clients()),
                            row.sameAs(), Storable.json(row.linked()), Storable.json(row.remarks()),
                            stored.position())), suggested(id, row, stored.position())))
                    .toList();
            case ImportUndone undone -> List.of(new ImportUndo(id, Storable.textOrNull(undone.reason()), actor(stored),
                    stored.recordedAt(), stored.position()));
        };
    }

    /** Of a row that names contact points of several clients, each but the first may be the first. */
    private static Stream<HistoryRow> suggested(UUID importId, ImportEvent.Row row, long position) {
        return row.verdict() == ImportEvent.Verdict.CONFLICT
                ? row.clients().stream().skip(1).map(other -> new Suggestion(position, row.row(),
                        row.clients().getFirst().value(), other.value(), null, importId))
                : Stream.empty();
    }

    private static Identity identity(StoredEvent stored, Verdict verdict, ClientId client, ClientId other,
            @Nullable Long merge, @Nullable String words) {
        return new Identity(stored.position(), verdict, client.value(), other.value(), merge,
                Storable.textOrNull(words), actor(stored), stored.recordedAt());
    }

    private static List<HistoryRow> owner(OwnerAssigned assigned, long position) {
        String name = Storable.textOrNull(assigned.owner());
        Owner owner = new Owner(assigned.clientId().value(), name, Storable.time(assigned.validFrom()), null, null,
                position);
        return name == null ? List.of(owner) : List.of(owner, new Colleague(name, position));
    }

    private static List<HistoryRow> portfolio(StoredEvent stored, PortfolioEvent event) {
        return switch (event) {
            case PortfolioHandedOver handover -> handedOver(stored, handover);
            case HandoverUndone undone -> List.of(new HandoverEnd(undone.handoverId().value(),
                    Storable.textOrNull(undone.reason()), actor(stored), stored.recordedAt(), stored.position()));
        };
    }

    private static List<HistoryRow> handedOver(StoredEvent stored, PortfolioHandedOver handover) {
        long position = stored.position();
        UUID id = handover.handoverId().value();
        String to = Storable.textOrNull(handover.to());
        Instant from = Storable.time(handover.validFrom());
        Instant until = bound(handover.validUntil());
        List<HistoryRow> rows = new ArrayList<>();
        rows.add(new Handover(id, Storable.textOrNull(handover.from()), to, handover.clients().size(), from, until,
                Storable.textOrNull(handover.reason()), actor(stored), stored.recordedAt(), position));
        handover.clients().forEach(client -> rows.add(new Owner(client.value(), to, from, until, id, position)));
        if (to != null) {
            rows.add(new Colleague(to, position));
        }
        return rows;
    }

    /** The stable name without its version: the columns are the same for all versions. */
    private static String kind(StoredEvent stored) {
        return stored.name().substring(0, stored.name().lastIndexOf('/'));
    }

    private static @Nullable String actor(StoredEvent stored) {
        Actor actor = stored.metadata().actor();
        return actor == null ? null : Storable.text(actor.name());
    }

    private static @Nullable Instant bound(@Nullable Instant value) {
        return value == null ? null : Storable.time(value);
    }
}
