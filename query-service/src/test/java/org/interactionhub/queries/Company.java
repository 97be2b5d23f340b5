package org.interactionhub.queries;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.events.Booking;
import org.interactionhub.events.BusinessEvent.DealWon;
import org.interactionhub.events.BusinessEvent.PaymentReceived;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ChannelAccountEvent.ChannelAccountChanged;
import org.interactionhub.events.ChannelAccountEvent.ChannelAccountRegistered;
import org.interactionhub.events.ChannelAccountId;
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
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent.ContactPointClassified;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.Direction;
import org.interactionhub.events.EventMetadata.Actor;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HandoverId;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent.ImportBegun;
import org.interactionhub.events.ImportEvent.ImportUndone;
import org.interactionhub.events.ImportEvent.Remark;
import org.interactionhub.events.ImportEvent.RowsImported;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportEvent;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.InteractionEvent.CallProgressed;
import org.interactionhub.events.InteractionEvent.DecisionTaken;
import org.interactionhub.events.InteractionEvent.InteractionHeld;
import org.interactionhub.events.InteractionEvent.InteractionPlanned;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionEvent.MessageDeleted;
import org.interactionhub.events.InteractionEvent.MessageEdited;
import org.interactionhub.events.InteractionEvent.NoteAdded;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Money;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Party;
import org.interactionhub.events.PortfolioEvent.HandoverUndone;
import org.interactionhub.events.PortfolioEvent.PortfolioHandedOver;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.Relation;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.Reported;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.NewOriginal;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A company that clients write to and call, with a log of its own. What happens to it is appended at once. */
public final class Company implements AutoCloseable {

    public static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final String MAILBOX = "info@romashka.example";
    static final String EXCHANGE = "office";

    private final TestDatabase database = TestDatabase.create();
    private final EventStore store = new EventStore(database.asCommand());
    private int reports;

    public TestDatabase database() {
        return database;
    }

    public EventStore store() {
        return store;
    }

    public static ContactPoint mail(String address) {
        return new ContactPoint(ContactPoint.Type.EMAIL, address);
    }

    public static ContactPoint phone(String number) {
        return new ContactPoint(ContactPoint.Type.PHONE, number);
    }

    public ClientId client(String name, ContactPoint... points) {
        return registered(ClientEvent.Kind.CLIENT, name, points);
    }

    public ClientId registered(ClientEvent.Kind kind, String name, ContactPoint... points) {
        return registered(kind, name, MONDAY, points);
    }

    /** @param at since when we know her */
    public ClientId registered(ClientEvent.Kind kind, String name, Instant at, ContactPoint... points) {
        ClientId client = ClientId.next(MONDAY);
        append(client.value(), 0, new ClientRegistered(client, kind, name), at);
        for (ContactPoint point : points) {
            linked(client, point, 0);
        }
        return client;
    }

    public long linked(ClientId client, ContactPoint point, int version) {
        return append(point.id().value(), version, new ContactPointLinked(point, client,
                ContactPointEvent.Method.FIRST_CONTACT, null, null, null), MONDAY);
    }

    public long linked(ClientId client, ContactPoint point, int version, @Nullable Instant from,
            @Nullable Instant until) {
        return append(point.id().value(), version, new ContactPointLinked(point, client,
                ContactPointEvent.Method.STAFF, null, from, until), MONDAY);
    }

    public long unlinked(ClientId client, ContactPoint point, int version) {
        return append(point.id().value(), version, new ContactPointUnlinked(point, client, "mistaken"), MONDAY);
    }

    /** @param version how many facts about the client as such there are */
    public long owned(ClientId client, @Nullable String owner, Instant since, int version) {
        return append(client.value(), version, new OwnerAssigned(client, owner, since), MONDAY);
    }

    /** @return where it stands, which names it */
    public long merged(ClientId survivor, ClientId other) {
        follows(other.value(), new ClientAbsorbed(other, survivor));
        return follows(survivor.value(), new ClientsMerged(survivor, other, "один и тот же голос"));
    }

    public long unmerged(ClientId survivor, ClientId other, long merge) {
        follows(other.value(), new ClientRestored(other, survivor));
        return follows(survivor.value(), new ClientsUnmerged(survivor, other, merge, "однофамильцы"));
    }

    public long related(ClientId client, ClientId to, Relation relation, @Nullable Instant from,
            @Nullable Instant until) {
        return follows(client.value(), new ClientRelated(client, to, relation, "роль", from, until));
    }

    public long unrelated(ClientId client, ClientId to, Relation relation) {
        return follows(client.value(), new ClientUnrelated(client, to, relation, "ошибка"));
    }

    public long states(ClientId client, Party party, @Nullable String legalName, @Nullable String taxNumber) {
        return follows(client.value(), new PartyStated(client, party, legalName, taxNumber, "Казань"));
    }

    public long classified(ContactPoint point, ContactPointClass as) {
        return follows(point.id().value(), new ContactPointClassified(point, as, "общий"));
    }

    public long distinct(ClientId client, ClientId other) {
        return follows(client.value(), new DeclaredDistinct(client, other, "разные люди"));
    }

    public long withdrawn(ClientId client, ClientId other) {
        return follows(client.value(), new DistinctionWithdrawn(client, other, "не доказано"));
    }

    public long alike(ClientId client, ClientId other) {
        return follows(client.value(),
                new SameClientSuggested(client, other, ReportId.of(Channel.EMAIL, MAILBOX, "both", MONDAY)));
    }

    /** A list with one row that registers somebody, and one that is refused. */
    public ClientId imported(ImportId id, String list, String name, ContactPoint point) {
        String sha256 = ReportedOriginal.sha256(list.getBytes(StandardCharsets.UTF_8));
        ClientId client = client(name, point);
        follows(id.value(),
                new ImportBegun(id, list, sha256, null, 2, List.of(new ImportEvent.Column("name", "name"))));
        follows(id.value(), new RowsImported(id, List.of(
                new ImportEvent.Row(2, name, Verdict.NEW, List.of(client), null, List.of(point), List.of()),
                new ImportEvent.Row(3, "", Verdict.REFUSED, List.of(), null, List.of(),
                        List.of(new Remark(Remark.Kind.NO_CONTACT_POINT, ""))))));
        return client;
    }

    /** Says which of us an account is, for the first time or once more. */
    public long describes(Channel channel, String account, @Nullable String title, @Nullable String office) {
        UUID stream = ChannelAccountId.of(channel, account).value();
        return follows(stream, store.log().stream(stream).isEmpty()
                ? new ChannelAccountRegistered(channel, account, title, "ООО «Котёл»", office)
                : new ChannelAccountChanged(channel, account, title, "ООО «Котёл»", office));
    }

    /** Of an import that has begun, a row that names contact points of two clients. */
    public void conflicting(ImportId id, int row, ClientId client, ClientId other) {
        follows(id.value(), new RowsImported(id, List.of(new ImportEvent.Row(row, "both", Verdict.CONFLICT,
                List.of(client, other), null, List.of(), List.of()))));
    }

    public void takenBack(ImportId id, ClientId client, ContactPoint point) {
        follows(id.value(), new ImportUndone(id, "не тот список"));
        follows(point.id().value(), new ContactPointUnlinked(point, client, "не тот список"));
        follows(client.value(), new ClientWithdrawn(client, id));
    }

    public long owned(ClientId client, @Nullable String owner, Instant since) {
        return follows(client.value(), new OwnerAssigned(client, owner, since));
    }

    /** @param until null for good */
    public HandoverId handedOver(@Nullable String from, @Nullable String to, List<ClientId> clients, Instant since,
            @Nullable Instant until) {
        HandoverId id = HandoverId.next(MONDAY);
        follows(id.value(), new PortfolioHandedOver(id, from, to, clients, since, until, "отпуск"));
        return id;
    }

    public long undone(HandoverId handover) {
        return follows(handover.value(), new HandoverUndone(handover, "отпуск перенесён"));
    }

    private long follows(UUID stream, HubEvent event) {
        return append(stream, store.log().stream(stream).size(), event, MONDAY);
    }

    /** A mail to {@link #MAILBOX}. */
    public InteractionId mailFrom(ContactPoint sender, Instant at, String subject, String text) {
        InteractionId id = InteractionId.of(Channel.EMAIL, MAILBOX, subject + at + sender.value(), at);
        append(new InteractionRecorded(id, heard(Channel.EMAIL, MAILBOX, Direction.INBOUND, at,
                List.of(from(sender), new Participant(Role.TO, ContactPoint.Type.EMAIL, MAILBOX, null)), subject, text,
                Map.of())), at);
        return id;
    }

    /** A mail to {@link #MAILBOX}, with a copy to somebody else. */
    public InteractionId mailFrom(ContactPoint sender, ContactPoint copy, Instant at, String subject) {
        InteractionId id = InteractionId.of(Channel.EMAIL, MAILBOX, subject + at + sender.value(), at);
        append(new InteractionRecorded(id, heard(Channel.EMAIL, MAILBOX, Direction.INBOUND, at,
                List.of(from(sender), new Participant(Role.CC, copy.type(), copy.value(), null)), subject, null,
                Map.of())), at);
        return id;
    }

    public InteractionId mailTo(ContactPoint recipient, Instant at, String subject, String text) {
        InteractionId id = InteractionId.of(Channel.EMAIL, MAILBOX, subject + at + recipient.value(), at);
        append(new InteractionRecorded(id, heard(Channel.EMAIL, MAILBOX, Direction.OUTBOUND, at,
                List.of(new Participant(Role.FROM, ContactPoint.Type.EMAIL, MAILBOX, null),
                        new Participant(Role.TO, recipient.type(), recipient.value(), null)),
                subject, text, Map.of())), at);
        return id;
    }

    /** A mail that a machine sends for whoever is away. */
    public InteractionId repliesByMachine(Direction way, ContactPoint client, Instant at) {
        InteractionId id = InteractionId.of(Channel.EMAIL, MAILBOX, "away" + at, at);
        append(new InteractionRecorded(id, heard(Channel.EMAIL, MAILBOX, way, at, ways(way, client, mail(MAILBOX)),
                "Меня нет на месте", "", Map.of("autoSubmitted", "auto-replied"))), at);
        return id;
    }

    public InteractionId chatFrom(ContactPoint sender, Instant at, String text) {
        InteractionId id = InteractionId.of(Channel.CHAT, "bot", text + at, at);
        append(new InteractionRecorded(id,
                heard(Channel.CHAT, "bot", Direction.INBOUND, at, List.of(from(sender)), null, text, Map.of())), at);
        return id;
    }

    /**
     * A mail that names itself.
     *
     * @param begun the mail that it says the thread began with
     */
    public InteractionId writes(Direction way, ContactPoint client, Instant at, String messageId, String begun) {
        InteractionId id = InteractionId.of(Channel.EMAIL, MAILBOX, messageId, at);
        append(new InteractionRecorded(id,
                in(begun, heard(Channel.EMAIL, MAILBOX, way, at, ways(way, client, mail(MAILBOX)),
                        "Котельная", "письмо " + messageId, Map.of("messageId", messageId)))),
                at);
        return id;
    }

    public InteractionId says(Direction way, ContactPoint client, Instant at, String conversation, String text) {
        InteractionId id = InteractionId.of(Channel.CHAT, "bot", text + at, at);
        append(new InteractionRecorded(id, in(conversation, heard(Channel.CHAT, "bot", way, at,
                ways(way, client, new ContactPoint(ContactPoint.Type.CHAT, "telegram:bot")), null, text, Map.of()))),
                at);
        return id;
    }

    public InteractionId dials(String callId, ContactPoint number, Instant at) {
        append(new InteractionRecorded(call(callId), heard(Channel.PHONE, EXCHANGE, Direction.OUTBOUND, at,
                ways(Direction.OUTBOUND, number, phone("+74950000001")), null, null, Map.of("event", "newCall"))), at);
        return call(callId);
    }

    private static List<Participant> ways(Direction way, ContactPoint client, ContactPoint ours) {
        ContactPoint from = way == Direction.INBOUND ? client : ours;
        ContactPoint to = way == Direction.INBOUND ? ours : client;
        return List.of(from(from), new Participant(Role.TO, to.type(), to.value(), null));
    }

    private static Heard in(String conversation, Heard said) {
        return new Heard(said.reportId(), said.channel(), said.account(), said.direction(), said.occurredAt(),
                conversation, said.participants(), said.stated(), said.subject(), said.text(), said.reply(),
                said.attachments(), said.attributes(), said.reader(), said.original());
    }

    public void edited(InteractionId message, ContactPoint sender, Instant at, String text) {
        append(new MessageEdited(message,
                heard(Channel.CHAT, "bot", Direction.INBOUND, at, List.of(from(sender)), null, text, Map.of())), at);
    }

    public void deleted(InteractionId message, ContactPoint sender, Instant at) {
        append(new MessageDeleted(message,
                heard(Channel.CHAT, "bot", Direction.INBOUND, at, List.of(from(sender)), null, null, Map.of())), at);
    }

    public static InteractionId call(String callId) {
        return InteractionId.of(Channel.PHONE, EXCHANGE, callId, null);
    }

    public InteractionId rings(String callId, ContactPoint caller, Instant at) {
        append(new InteractionRecorded(call(callId), step(caller, at, Map.of("event", "newCall"))), at);
        return call(callId);
    }

    public void answers(String callId, ContactPoint caller, String agent, Instant at) {
        append(new CallProgressed(call(callId), step(caller, at, Map.of("event", "answer", "agents", List.of(agent)))),
                at);
    }

    public void hangsUp(String callId, ContactPoint caller, Instant at) {
        append(new CallProgressed(call(callId), step(caller, at, Map.of("event", "hangup", "cause", "normalClearing"))),
                at);
    }

    /** A call of ours, as a call log tells it afterwards. */
    public InteractionId callsBack(String callId, ContactPoint number, Instant at, boolean answered) {
        append(new InteractionRecorded(call(callId), heard(Channel.PHONE, EXCHANGE, Direction.OUTBOUND, at,
                List.of(new Participant(Role.TO, number.type(), number.value(), null)), null, null,
                Map.of("answered", answered))), at);
        return call(callId);
    }

    public void renamed(ClientId client, int version, String name) {
        append(client.value(), version, new ClientRenamed(client, name), MONDAY);
    }

    public void renamed(ClientId client, String name) {
        follows(client.value(), new ClientRenamed(client, name));
    }

    /** A form by which somebody says how she is called. */
    public void signs(ContactPoint sender, String name, int number) {
        form(new Participant(Role.FROM, sender.type(), sender.value(), name), Map.of(), number);
    }

    /** A form with a field of its own. */
    public void states(ContactPoint sender, String label, String text, int number) {
        form(from(sender), Map.of("fields", Map.of(label, text)), number);
    }

    private void form(Participant sender, Map<String, Object> attributes, int number) {
        InteractionId id = InteractionId.of(Channel.WEB_FORM, "website", "form " + number, MONDAY);
        append(new InteractionRecorded(id, heard(Channel.WEB_FORM, "website", Direction.INBOUND, MONDAY,
                List.of(sender), null, null, attributes)), MONDAY);
    }

    public InteractionId plans(ClientId client, Channel channel, Instant at, String subject) {
        InteractionId id = InteractionId.next(MONDAY);
        append(id.value(), 0, new InteractionPlanned(id, client, channel, at, subject, null), at);
        return id;
    }

    public void held(InteractionId plan, ClientId client, Instant at, String text) {
        append(plan.value(), 1, new InteractionHeld(plan, client, Channel.MEETING, at, "Встреча", text), at);
    }

    public InteractionId notes(ClientId client, Instant at, String text) {
        InteractionId id = InteractionId.next(MONDAY);
        append(id.value(), 0, new NoteAdded(id, client, at, null, text), at);
        return id;
    }

    /** @param version how many facts staff told of the contact before */
    public long notesAt(InteractionId contact, int version, ClientId client, Instant at, String text) {
        return append(contact.value(), version, new NoteAdded(contact, client, at, null, text), at);
    }

    public long decides(InteractionId contact, int version, String decision, List<String> options, String reason) {
        return append(contact.value(), version,
                new DecisionTaken(contact, decision, options, reason, store.log().head()), MONDAY);
    }

    /** The books say that somebody paid, whoever the contact point belongs to. */
    public InteractionId pays(ContactPoint payer, Instant at, String amount, String reference) {
        return booked(List.of(from(payer)), null, at, Money.of(amount, "RUB"), reference);
    }

    /** The books say that this client paid. */
    public InteractionId pays(ClientId payer, Instant at, String amount, String reference) {
        return booked(List.of(), payer, at, Money.of(amount, "RUB"), reference);
    }

    public InteractionId pays(ContactPoint payer, Instant at, Money money, String reference) {
        return booked(List.of(from(payer)), null, at, money, reference);
    }

    private InteractionId booked(List<Participant> payer, @Nullable ClientId client, Instant at, Money money,
            String reference) {
        InteractionId id = InteractionId.of(Channel.BUSINESS, "1c", reference, null);
        append(new PaymentReceived(id,
                heard(Channel.BUSINESS, "1c", Direction.INTERNAL, at, payer, null, "Аванс", Map.of()),
                new Booking(money, reference, client, null)), at);
        return id;
    }

    /** The books say that somebody has agreed to buy. */
    public InteractionId buys(ContactPoint buyer, Instant at, String amount, String reference) {
        InteractionId id = InteractionId.of(Channel.BUSINESS, "1c", "deal " + reference, null);
        append(new DealWon(id,
                heard(Channel.BUSINESS, "1c", Direction.INTERNAL, at, List.of(from(buyer)), null, null, Map.of()),
                new Booking(Money.of(amount, "RUB"), reference, null, "spring")), at);
        return id;
    }

    private Heard step(ContactPoint caller, Instant at, Map<String, Object> attributes) {
        return heard(Channel.PHONE, EXCHANGE, Direction.INBOUND, at,
                List.of(from(caller), new Participant(Role.TO, ContactPoint.Type.PHONE, "+74950000001", null)), null,
                null, attributes);
    }

    private static Participant from(ContactPoint sender) {
        return new Participant(Role.FROM, sender.type(), sender.value(), null);
    }

    private Heard heard(Channel channel, String account, Direction direction, Instant at, List<Participant> parties,
            @Nullable String subject, @Nullable String text, Map<String, Object> attributes) {
        ReportId report = ReportId.of(channel, account, "delivery " + ++reports, at);
        ReportedOriginal original = ReportedOriginal.of("text/plain", ("original " + reports).getBytes());
        return new Heard(report, channel, account, direction, at, null, parties, List.of(), subject, text, null,
                List.of(), attributes, new ReaderVersion("test", 1), original.ref());
    }

    private void append(Reported event, Instant at) {
        ReportedOriginal original = ReportedOriginal.of("text/plain", ("original " + reports).getBytes());
        append(new Entry.IfAbsent(new NewEvent(event.heard().reportId().value(), event, at, EventMetadata.NONE,
                new NewOriginal(original))));
    }

    private long append(UUID stream, int version, HubEvent event, Instant at) {
        return append(new Entry.AtVersion(new NewEvent(stream, event, at,
                new EventMetadata(new Actor("Ольга", false), null), null), version));
    }

    private long append(Entry entry) {
        Outcome outcome = store.append(List.of(Group.of(entry))).getFirst();
        if (outcome instanceof Outcome.Appended appended) {
            return appended.last();
        }
        throw new IllegalStateException("was not appended: " + outcome);
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }
}
