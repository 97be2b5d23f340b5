package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Relation;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.Merges;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.history.Readable;

/** Whose contacts are a house's while people come and go, and clients are merged and parted. */
class HouseLawTest {

    /** Something that happens to one of five clients, and perhaps to another of them, at some hour. */
    record Step(int what, int who, int whom, int hour) {}

    /** Somebody belongs somewhere from one hour to another. */
    private record Tie(ClientId who, ClientId to, Relation relation, int from, int until) {}

    private record Contact(String id, int hour, Set<ClientId> parties) {}

    /** Everybody's timeline, as it has to be at a position of the log. */
    private record Moment(long position, Map<ClientId, Set<String>> timelines) {}

    private static final int CLIENTS = 5;
    private static final int LAST_HOUR = 100;
    private static final Company COMPANY = new Company();
    private static final Readable READABLE = new Readable(COMPANY.database());
    private static final Timeline TIMELINE = new Timeline(READABLE.database(), new TimelineTable(READABLE.database()),
            READABLE.log());
    private static final Clients CARDS = new Clients(READABLE.database(), Clock.systemUTC(), ZoneOffset.UTC);

    private static int mails;

    private final List<ClientId> clients = new ArrayList<>();
    private final List<ContactPoint> points = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private Merges merges = new Merges(COMPANY);

    @AfterContainer
    static void close() {
        READABLE.close();
        COMPANY.close();
    }

    /**
     * A contact stands, once, with every client in it and with every house to which one of them belonged then, however far
     * above; now, and as known at any position.
     */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void a_contact_stands_with_its_parties_and_with_their_houses(@ForAll("steps") List<Step> steps,
            @ForAll @IntRange(min = 1, max = 9) int batch) {
        begin();
        List<Moment> moments = new ArrayList<>();

        for (Step step : steps) {
            take(step);
            moments.add(new Moment(READABLE.log().head(), timelines()));
        }
        READABLE.caughtUp(batch);

        for (Moment moment : moments) {
            for (ClientId client : clients) {
                assertThat(shown(client, "position:" + moment.position()))
                        .as("%s at %s", client, moment.position())
                        .containsExactlyInAnyOrderElementsOf(moment.timelines().getOrDefault(client, Set.of()));
            }
        }
    }

    /** What lists say of a client is what her timeline shows. */
    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void lists_tell_the_last_contact_and_the_number_of_entries_that_the_timeline_has(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 9) int batch) {
        begin();

        steps.forEach(this::take);
        READABLE.caughtUp(batch);

        for (ClientId client : clients) {
            Set<String> hers = timelines().getOrDefault(client, Set.of());
            assertThat(CARDS.find(client)).hasValueSatisfying(card -> {
                assertThat(card.entries()).isEqualTo(hers.size());
                assertThat(card.lastContactAt()).isEqualTo(contacts.stream().filter(one -> hers.contains(one.id()))
                        .mapToInt(Contact::hour).boxed().max(Integer::compare).map(HouseLawTest::at).orElse(null));
            });
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 9),
                Arbitraries.integers().between(0, CLIENTS - 1), Arbitraries.integers().between(0, CLIENTS - 1),
                Arbitraries.integers().between(0, LAST_HOUR - 1)).as(Step::new).list().ofMinSize(4).ofMaxSize(24);
    }

    /** Other people at every try. */
    private void begin() {
        clients.clear();
        points.clear();
        ties.clear();
        contacts.clear();
        merges = new Merges(COMPANY);
        for (int i = 0; i < CLIENTS; i++) {
            ContactPoint point = mail("c" + ++mails + "@house.example");
            points.add(point);
            clients.add(COMPANY.client("Client " + mails, point));
        }
    }

    private void take(Step step) {
        switch (step.what()) {
            case 0, 1, 2, 3 -> writes(step);
            case 4, 5, 6 -> relates(step);
            case 7 -> parts(step);
            case 8 -> merges.merge(clients.get(step.who()), clients.get(step.whom()));
            default -> merges.undo(step.who());
        }
    }

    private void writes(Step step) {
        String id = COMPANY.mailFrom(points.get(step.who()), points.get(step.whom()), at(step.hour()),
                "письмо " + ++mails).toString();
        contacts.add(new Contact(id, step.hour(),
                new HashSet<>(List.of(clients.get(step.who()), clients.get(step.whom())))));
    }

    private void relates(Step step) {
        if (step.who() == step.whom()) {
            return;
        }
        int from = step.hour() % 3 == 0 ? -1 : step.hour() / 2;
        int until = step.hour() % 4 == 0 ? LAST_HOUR : step.hour() / 2 + 30;
        Tie tie = new Tie(clients.get(step.who()), clients.get(step.whom()), relation(step), from, until);
        ties.removeIf(other -> joins(other, tie) && other.from() < tie.until() && tie.from() < other.until());
        ties.add(tie);
        COMPANY.related(tie.who(), tie.to(), tie.relation(), from < 0 ? null : at(from),
                until == LAST_HOUR ? null : at(until));
    }

    private void parts(Step step) {
        Tie tie = new Tie(clients.get(step.who()), clients.get(step.whom()), relation(step), 0, 0);
        ties.removeIf(other -> joins(other, tie));
        COMPANY.unrelated(tie.who(), tie.to(), tie.relation());
    }

    private static Relation relation(Step step) {
        return switch (step.hour() % 3) {
            case 0 -> Relation.EMPLOYEE_OF;
            case 1 -> Relation.OFFICE_OF;
            default -> Relation.RESELLER_OF;
        };
    }

    private static boolean joins(Tie one, Tie other) {
        return one.who().equals(other.who()) && one.to().equals(other.to()) && one.relation() == other.relation();
    }

    private static Instant at(int hour) {
        return MONDAY.plusSeconds(hour * 3600L);
    }

    private Map<ClientId, Set<String>> timelines() {
        Map<ClientId, Set<String>> timelines = new HashMap<>();
        for (ClientId client : clients) {
            timelines.put(client, contacts.stream()
                    .filter(contact -> standing(contact).contains(merges.headOf(client))).map(Contact::id)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return timelines;
    }

    /** With whom a contact stands: up from its parties, as far as somebody belonged to somebody then. */
    private Set<ClientId> standing(Contact contact) {
        Set<ClientId> standing = contact.parties().stream().map(merges::headOf)
                .collect(Collectors.toCollection(HashSet::new));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Tie tie : ties) {
                if (tie.relation().isWithin() && tie.from() <= contact.hour() && contact.hour() < tie.until()
                        && standing.contains(merges.headOf(tie.who()))) {
                    grew |= standing.add(merges.headOf(tie.to()));
                }
            }
        }
        return standing;
    }

    private static List<String> shown(ClientId client, String asOf) {
        return TIMELINE.page(TimelineQuestion.newest(client, TimelineQuestion.MOST).asOf(asOf)).items().stream()
                .map(item -> item.interactionId().toString()).toList();
    }
}
