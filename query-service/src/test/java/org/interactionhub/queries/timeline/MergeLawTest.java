package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.Merges;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.history.Readable;
import org.jspecify.annotations.Nullable;

/** Whose contacts are whose while clients are merged and parted. */
class MergeLawTest {

    /** Something that happens to one of four clients, and perhaps to another of them. */
    record Step(int what, int who, int whom) {}

    /** Everybody's timeline, as it has to be at a position of the log. */
    record Moment(long position, Map<ClientId, Set<String>> timelines) {}

    private static final int CLIENTS = 4;
    private static final Company COMPANY = new Company();
    private static final Readable READABLE = new Readable(COMPANY.database());
    private static final Timeline TIMELINE = new Timeline(READABLE.database(), new TimelineTable(READABLE.database()),
            READABLE.log());
    private static final Clients CARDS = new Clients(READABLE.database(), Clock.systemUTC(), ZoneOffset.UTC);

    private static int mails;

    private final List<ClientId> clients = new ArrayList<>();
    private final List<ContactPoint> points = new ArrayList<>();
    private final Map<ClientId, Set<String>> made = new HashMap<>();
    private Merges merges = new Merges(COMPANY);

    @AfterContainer
    static void close() {
        READABLE.close();
        COMPANY.close();
    }

    /** An interaction stands on exactly the timelines its participants' links say, now and as known at any position. */
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void a_contact_stands_with_whoever_its_parties_count_as(@ForAll("steps") List<Step> steps,
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
                assertThat(shown(client, "position:" + moment.position())).as("%s at %s", client, moment.position())
                        .isEqualTo(moment.timelines().get(client));
            }
        }
        for (ClientId client : clients) {
            assertThat(shown(client, null)).isEqualTo(timelines().get(client));
        }
        assertThat(listed()).isEqualTo(clients.stream().map(merges::headOf).collect(Collectors.toSet()));
    }

    /** Merged and parted again, everybody is who she was: timelines and cards are equal but for positions. */
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void a_merge_that_is_undone_never_was(@ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 3) int who,
            @ForAll @IntRange(max = 3) int whom, @ForAll @IntRange(min = 1, max = 9) int batch) {
        begin();
        steps.forEach(this::take);
        READABLE.caughtUp(batch);
        List<String> before = everything();

        ClientId survivor = merges.headOf(clients.get(who));
        ClientId other = merges.headOf(clients.get(whom));
        if (!survivor.equals(other)) {
            COMPANY.unmerged(survivor, other, COMPANY.merged(survivor, other));
        }
        READABLE.caughtUp(batch);

        assertThat(everything()).isEqualTo(before);
    }

    /** In whichever order merges are told, the same clients are one. */
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void the_order_of_merges_does_not_matter(@ForAll("merges") List<Step> told, @ForAll long seed) {
        begin();
        for (int client = 0; client < CLIENTS; client++) {
            writes(client, client);
        }
        told.forEach(this::take);
        READABLE.caughtUp();
        List<Set<String>> one = clients.stream().map(client -> shown(client, null)).toList();
        Map<ClientId, Integer> first = numbers();
        List<Step> shuffled = new ArrayList<>(told);
        Collections.shuffle(shuffled, new Random(seed));

        for (int undone = 0; undone < CLIENTS; undone++) {
            merges.undo(0);
        }
        shuffled.forEach(this::take);
        READABLE.caughtUp();

        assertThat(clients.stream().map(client -> shown(client, null)).toList()).isEqualTo(one);
        assertThat(numbers().keySet()).isEqualTo(first.keySet());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step(0, 5).list().ofMinSize(3).ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<Step>> merges() {
        return step(3, 3).list().ofMinSize(1).ofMaxSize(5);
    }

    private static Arbitrary<Step> step(int from, int to) {
        return Combinators.combine(Arbitraries.integers().between(from, to),
                Arbitraries.integers().between(0, CLIENTS - 1), Arbitraries.integers().between(0, CLIENTS - 1))
                .as(Step::new);
    }

    /** Other people at every try. */
    private void begin() {
        clients.clear();
        points.clear();
        made.clear();
        merges = new Merges(COMPANY);
        for (int i = 0; i < CLIENTS; i++) {
            ContactPoint point = mail("c" + ++mails + "@law.example");
            points.add(point);
            clients.add(COMPANY.client("Client " + mails, point));
        }
    }

    private void take(Step step) {
        switch (step.what()) {
            case 0, 1 -> writes(step.who(), step.whom());
            case 2 -> madeFor(clients.get(step.who()))
                    .add(COMPANY.notes(clients.get(step.who()), MONDAY.plusSeconds(++mails), "заметка").toString());
            case 3 -> merges.merge(clients.get(step.who()), clients.get(step.whom()));
            case 4 -> merges.undo(step.who());
            default -> learned(step.who());
        }
    }

    /** Somebody writes, and somebody else gets a copy. */
    private void writes(int who, int whom) {
        InteractionId mail = COMPANY.mailFrom(points.get(who), points.get(whom), MONDAY.plusSeconds(++mails),
                "письмо " + mails);
        madeFor(clients.get(who)).add(mail.toString());
        madeFor(clients.get(whom)).add(mail.toString());
    }

    /** Whoever counts as another gets a new address: it is linked to that one, and stays with her. */
    private void learned(int who) {
        ContactPoint point = mail("n" + ++mails + "@law.example");
        ClientId head = merges.headOf(clients.get(who));
        COMPANY.linked(head, point, 0);
        madeFor(head).add(COMPANY.mailFrom(point, MONDAY.plusSeconds(mails), "нового адреса " + mails, "").toString());
    }

    private Set<String> madeFor(ClientId client) {
        return made.computeIfAbsent(client, _ -> new TreeSet<>());
    }

    private Map<ClientId, Set<String>> timelines() {
        Map<ClientId, Set<String>> timelines = new HashMap<>();
        for (ClientId client : clients) {
            Set<String> hers = new TreeSet<>();
            made.forEach((other, contacts) -> {
                if (merges.headOf(other).equals(merges.headOf(client))) {
                    hers.addAll(contacts);
                }
            });
            timelines.put(client, hers);
        }
        return timelines;
    }

    private static Set<String> shown(ClientId client, @Nullable String asOf) {
        return TIMELINE.page(new TimelineQuestion(client, 500, null, null, null, null, null, null, asOf, null, null))
                .items().stream().map(item -> item.interactionId().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<ClientId> listed() {
        return CARDS.list(null, 500, null).items().stream().map(ClientEntry::id).filter(clients::contains)
                .collect(Collectors.toSet());
    }

    private Map<ClientId, Integer> numbers() {
        return clients.stream().collect(Collectors.toMap(client -> client, client -> shown(client, null).size()));
    }

    private List<String> everything() {
        return clients.stream().flatMap(client -> {
            ClientCard card = CARDS.find(client).orElseThrow();
            return Stream.of(
                    "%s %s %s %s %s %d %s %s".formatted(card.id(), card.kind(), card.name(),
                            card.contactPoints().stream()
                                    .map(link -> link.value() + link.method() + link.since()).sorted().toList(),
                            card.owner(), card.entries(), card.lastContactAt(), card.registeredAt()),
                    shown(client, null).toString());
        }).toList();
    }
}
