package org.interactionhub.benchmarks.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRelated;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.Direction;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.Relation;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;

/**
 * Years of contacts with many clients, the same at every run and each a fact. A few clients are asked for by name; of all
 * others few have many contacts and many have few (the cube of a uniform number picks them). Originals are left out, since
 * nobody who asks for timelines reads them.
 */
final class Registry {

    /** With 100, 1,000, 10,000 and a tenth of all contacts, one mail address and one phone number each. */
    static final Known HUNDRED = Known.of(0, Kind.CLIENT, "Сотников Пётр", 2);
    static final Known THOUSAND = Known.of(1, Kind.CLIENT, "Тысячина Анна", 2);
    static final Known TEN_THOUSAND = Known.of(2, Kind.CLIENT, "Десятов Иван", 2);
    static final Known TENTH = Known.of(3, Kind.CLIENT, "Лакшин Олег", 2);
    /** With a tenth of all contacts over many addresses. */
    static final Known PERSON = Known.of(4, Kind.CLIENT, "Многоликова Мария", 64);
    /** With a tenth of all contacts over the addresses of its people, two each. */
    static final Known ORGANISATION = Known.of(5, Kind.CLIENT, "ООО «Полторы тысячи»", 1_500);

    private static final Instant END = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(5 * 365);
    private static final String ACCOUNT = "registry";
    private static final ReaderVersion READER = new ReaderVersion("registry", 1);
    private static final int ASKED_FOR = 6;
    private static final int GROUPS_AT_ONCE = 1_000;
    private static final int POINTS_OF_ONE = 2;
    private static final List<String> FIRST = List.of("Анна", "Иван", "Мария", "Пётр", "Olga", "John", "Елена", "Kate",
            "Сергей", "Дмитрий", "Наталья", "Peter");
    private static final List<String> LAST = List.of("Соколова", "Smith", "Кузнецов", "Brown", "Орлова", "Taylor",
            "Иванов", "Петренко", "Morozov", "Васильева", "Михайлов", "Громова", "Ivanov", "Белый", "Зимина");

    private final Random random = new Random(20_261_128);
    private final Prose prose = new Prose(random);
    private final int interactions;
    private final int clients;
    private final int[] whose;

    /** @param interactions at least 1,000; a tenth as many are the clients */
    Registry(int interactions) {
        this.interactions = interactions;
        this.clients = interactions / 10;
        this.whose = shuffled();
    }

    private int[] shuffled() {
        int tenth = interactions / 10;
        int[] counts = {100, 1_000, 10_000, tenth, tenth, tenth};
        int[] all = IntStream.range(0, interactions)
                .map(_ -> ASKED_FOR + (int) (Math.pow(random.nextDouble(), 3) * (clients - ASKED_FOR))).toArray();
        int next = 0;
        for (int client = 0; client < ASKED_FOR; client++) {
            int count = Math.min(counts[client], tenth);
            Arrays.fill(all, next, next + count, client);
            next += count;
        }
        for (int left = all.length - 1; left > 0; left--) {
            int other = random.nextInt(left + 1);
            int moved = all[left];
            all[left] = all[other];
            all[other] = moved;
        }
        return all;
    }

    /**
     * Appends everything to an empty log: first who is known, then what passed.
     *
     * @return the last position
     */
    long fill(EventStore store) {
        List<Group> groups = new ArrayList<>(GROUPS_AT_ONCE);
        long written = 0;
        for (int client = 0; client < clients; client++) {
            Known next = client(client);
            for (List<Entry> known : next.equals(ORGANISATION) ? house(next) : List.of(known(next))) {
                groups.add(new Group(known));
                written += known.size();
                flush(groups, store, GROUPS_AT_ONCE);
            }
        }
        for (int number = 0; number < interactions; number++) {
            groups.add(new Group(List.of(contact(report(number)))));
            flush(groups, store, GROUPS_AT_ONCE);
        }
        flush(groups, store, 1);
        return written + interactions;
    }

    private static void flush(List<Group> groups, EventStore store, int least) {
        if (groups.size() >= least) {
            store.append(List.copyOf(groups));
            groups.clear();
        }
    }

    private List<Entry> known(Known client) {
        List<Entry> facts = new ArrayList<>();
        Instant since = END.minus(PERIOD);
        facts.add(entry(client.id().value(), new ClientRegistered(client.id(), client.kind(), client.name()), since));
        for (ContactPoint point : client.points()) {
            facts.add(entry(point.id().value(),
                    new ContactPointLinked(point, client.id(), Method.STAFF, null, null, null), since));
        }
        return facts;
    }

    /** The house, and then each of those who work there. */
    private static List<List<Entry>> house(Known house) {
        Instant since = END.minus(PERIOD);
        List<List<Entry>> facts = new ArrayList<>();
        facts.add(List.of(
                entry(house.id().value(), new ClientRegistered(house.id(), house.kind(), house.name()), since)));
        for (int address = 0; address < house.points().size(); address += POINTS_OF_ONE) {
            ClientId employee = new ClientId(new UUID(1, address + 1L));
            List<Entry> hers = new ArrayList<>();
            hers.add(entry(employee.value(),
                    new ClientRegistered(employee, Kind.CLIENT, "Сотрудник " + address / POINTS_OF_ONE), since));
            for (ContactPoint point : house.points().subList(address, address + POINTS_OF_ONE)) {
                hers.add(entry(point.id().value(),
                        new ContactPointLinked(point, employee, Method.STAFF, null, null, null), since));
            }
            hers.add(new Entry.AtVersion(fact(employee.value(),
                    new ClientRelated(employee, house.id(), Relation.EMPLOYEE_OF, null, null, null), since), 1));
            facts.add(hers);
        }
        return facts;
    }

    private static Entry contact(InteractionReport report) {
        return entry(report.reportId().value(), new InteractionRecorded(report.interactionId(), Heard.of(report)),
                report.occurredAt());
    }

    private static Entry entry(UUID stream, HubEvent fact, Instant at) {
        return new Entry.AtVersion(fact(stream, fact, at), 0);
    }

    private static NewEvent fact(UUID stream, HubEvent fact, Instant at) {
        return new NewEvent(stream, fact, at, new EventMetadata(null, "registry"), null);
    }

    /** The contact with this number; numbers are to be asked for in order. Beyond the last one they go on. */
    InteractionReport report(int number) {
        Known client = client(whose[number % interactions]);
        ContactPoint point = client.points().get(random.nextInt(client.points().size()));
        Channel channel = point.type() == ContactPoint.Type.PHONE
                ? Channel.PHONE
                : random.nextInt(8) == 0 ? Channel.WEB_FORM : Channel.EMAIL;
        boolean inbound = channel == Channel.WEB_FORM || random.nextInt(5) < 3;
        boolean spoken = channel == Channel.PHONE;
        Instant at = time(number);
        String text = prose.text(number, client.number() >= ASKED_FOR);
        return new InteractionReport(ReportId.of(channel, ACCOUNT, "d" + number, at),
                InteractionId.of(channel, ACCOUNT, "c" + number, at), InteractionReport.Kind.RECORDED, channel, ACCOUNT,
                inbound ? Direction.INBOUND : Direction.OUTBOUND, at, null,
                List.of(new Participant(inbound ? Role.FROM : Role.TO, point.type(), point.value(), client.name())),
                List.of(), spoken ? null : prose.subject(number), spoken ? null : text, null, List.of(),
                spoken ? Map.of("answered", true, "durationSeconds", 10 + random.nextInt(900)) : Map.of(), READER,
                ReportedOriginal.of("text/plain", text.getBytes(StandardCharsets.UTF_8)), null);
    }

    /** In the order of the log, but for a day. */
    private Instant time(int number) {
        double share = Math.min(1, (double) number / interactions);
        return END.minus(PERIOD).plusSeconds((long) (PERIOD.toSeconds() * share)).minusSeconds(random.nextInt(86_400));
    }

    private static Known client(int number) {
        return switch (number) {
            case 0 -> HUNDRED;
            case 1 -> THOUSAND;
            case 2 -> TEN_THOUSAND;
            case 3 -> TENTH;
            case 4 -> PERSON;
            case 5 -> ORGANISATION;
            default -> Known.of(number, number % 4 == 0 ? Kind.CLIENT : Kind.PROSPECT,
                    FIRST.get(number % FIRST.size()) + " " + LAST.get(number / 7 % LAST.size()) + " " + number,
                    1 + number % 2);
        };
    }
}
