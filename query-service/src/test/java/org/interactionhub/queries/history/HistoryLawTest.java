package org.interactionhub.queries.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.Direction;
import org.interactionhub.events.HandoverId;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Party;
import org.interactionhub.events.Relation;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.Merges;

class HistoryLawTest {

    /** Something that happens to one of three clients at some second. */
    record Happening(int what, int who, int second) {}

    private static final Company COMPANY = new Company();
    private static final Readable READABLE = new Readable(COMPANY.database());

    private static int phonesGiven;

    @AfterContainer
    static void close() {
        READABLE.close();
        COMPANY.close();
    }

    /** However the log is cut into batches, and whatever is in it, the same tables come out. Each week goes on from the last. */
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void any_batching_gives_the_same_tables(@ForAll("weeks") List<Happening> week,
            @ForAll("batches") List<Integer> batches) {
        happens(COMPANY, week);
        batches.forEach(READABLE::oneBatch);
        String live = READABLE.caughtUp(3).dump();

        READABLE.forget();
        String atOnce = READABLE.caughtUp(10_000).dump();

        assertThat(live).isEqualTo(atOnce);
    }

    /** However the log is cut into portions and whoever takes them first, a rebuild gives what the live tables hold. */
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void a_rebuild_in_any_portions_gives_the_same_tables(@ForAll("weeks") List<Happening> week,
            @ForAll @IntRange(min = 1, max = 50) int portion) throws InterruptedException {
        happens(COMPANY, week);
        String live = READABLE.caughtUp(7).dump();

        boolean done = READABLE.rebuild(portion).run();

        assertThat(done).isTrue();
        assertThat(READABLE.dump()).isEqualTo(live);
    }

    @Provide
    Arbitrary<List<Happening>> weeks() {
        return Combinators.combine(Arbitraries.integers().between(0, 27), Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 500)).as(Happening::new).list().ofMinSize(5).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Integer>> batches() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(20);
    }

    private static void importsAndTakesBack(Company company, ClientId known, int second) {
        String list = "list " + ++phonesGiven;
        ImportId id = ImportId.of(list, 0);
        ContactPoint phone = Company.phone("+7916" + (1_000_000 + phonesGiven));
        ClientId client = company.imported(id, list, "Listed " + second, phone);
        company.conflicting(id, 4, client, known);
        if (second % 2 == 0) {
            company.takenBack(id, client, phone);
        }
    }

    private static void happens(Company company, List<Happening> week) {
        List<ClientId> clients = new ArrayList<>();
        int[] linked = new int[3];
        Merges merges = new Merges(company);
        Deque<HandoverId> handovers = new ArrayDeque<>();
        List<ContactPoint> phones = Stream.generate(() -> Company.phone("+7916" + (1_000_000 + ++phonesGiven)))
                .limit(3).toList();
        for (ContactPoint phone : phones) {
            clients.add(company.client("Client of " + phone.value(), phone));
        }
        for (Happening one : week) {
            ContactPoint phone = phones.get(one.who());
            ClientId client = clients.get(one.who());
            var at = MONDAY.plusSeconds(one.second());
            String call = "call " + one.second() % 5 + " of " + client;
            switch (one.what()) {
                case 0 -> company.rings(call, phone, at);
                case 1 -> company.answers(call, phone, "Ольга", at);
                case 2 -> company.hangsUp(call, phone, at);
                case 3 -> company.mailTo(Company.mail("c" + one.who() + "@acme.example"), at, "Re", "да");
                case 4 -> company.notes(client, at, "заметка");
                case 5 -> {
                    InteractionId plan = company.plans(client, Channel.MEETING, at.plusSeconds(9000), "встреча");
                    company.held(plan, client, at, "была");
                }
                case 6 -> company.plans(client, Channel.PHONE, at.plusSeconds(9000), "звонок");
                case 7 -> company.unlinked(client, phone, ++linked[one.who()]);
                case 8 -> company.linked(client, phone, ++linked[one.who()]);
                case 9 -> company.owned(client, one.second() % 4 == 0 ? null : "Owner " + one.second() % 4, at);
                case 10 ->
                    company.notesAt(company.plans(client, Channel.PHONE, at.plusSeconds(9000), "звонок"), 1, client,
                            at, "заметка");
                case 11 -> company.writes(Direction.INBOUND, Company.mail("c" + one.who() + "@acme.example"), at,
                        "m" + one.second() % 7, "m" + one.second() % 5);
                case 12 -> merges.merge(client, clients.get(one.second() % 3));
                case 13 -> merges.undo(one.second());
                case 14 -> company.distinct(client, clients.get((one.who() + 1) % 3));
                case 15 ->
                    company.related(client, clients.get((one.who() + 1) % 3), Relation.values()[one.second() % 2],
                            one.second() % 3 == 0 ? null : MONDAY.plusSeconds(one.second()),
                            one.second() % 5 == 0 ? null : MONDAY.plusSeconds(one.second() + 100));
                case 16 -> company.unrelated(client, clients.get((one.who() + 1) % 3),
                        Relation.values()[one.second() % 2]);
                case 17 -> company.states(client, Party.values()[one.second() % 2], "ООО " + one.second() % 3, null);
                case 18 -> company.classified(Company.mail("c" + one.who() + "@acme.example"),
                        ContactPointClass.values()[one.second() % 4]);
                case 19 -> company.renamed(client, "Имя " + one.second() % 3);
                case 20 -> handovers.add(company.handedOver(null, "Owner " + one.second() % 4,
                        clients.subList(one.who() % 2, clients.size()), at,
                        one.second() % 3 == 0 ? null : at.plusSeconds(50)));
                case 21 -> Optional.ofNullable(one.second() % 2 == 0 ? handovers.pollFirst() : handovers.pollLast())
                        .ifPresent(company::undone);
                case 26 -> company.describes(Channel.PHONE, "office", "Line " + one.second() % 3, null);
                case 22 -> importsAndTakesBack(company, client, one.second());
                case 23 -> company.pays(phone, at, one.second() - 250.25 + "", "payment " + one.second() % 7);
                case 24 -> company.pays(client, at, "120000", "payment " + one.second() % 7);
                case 25 -> company.buys(Company.mail("c" + one.who() + "@acme.example"), at, "1", "deal");
                default -> company.edited(Company.call(call), phone, at, "слова " + one.second());
            }
        }
    }
}
