package org.interactionhub.queries.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Party;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.Merges;
import org.interactionhub.queries.history.Readable;

class LikenessLawTest {

    private static final Company COMPANY = new Company();
    private static final Readable READABLE = new Readable(COMPANY.database());
    private static final Kept KEPT = new Kept(READABLE.database());
    private static final List<String> NAMES = List.of("Пётр Иванов", "Petr Ivanov", "Иванов Пётр Ильич", "Анна Петрова",
            "ООО «Ромашка»", "Romashka LLC", "Анна");

    private static int given;

    /** Something that happens to one of some clients. */
    record Happening(int what, int who, int which) {}

    @AfterContainer
    static void close() {
        READABLE.close();
        COMPANY.close();
    }

    /** Whatever happens, and wherever batches end: pairs kept up step by step are the pairs built from nothing. */
    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void pairs_kept_up_are_pairs_built_anew(@ForAll("weeks") List<Happening> week,
            @ForAll("batches") List<Integer> batches) {
        KEPT.upToNow();
        happens(week);
        for (int batch : batches) {
            READABLE.oneBatch(batch);
            KEPT.upToNow();
        }
        READABLE.caughtUp(7);
        List<String> kept = KEPT.upToNow().pairs();

        KEPT.anew();

        assertThat(kept).isEqualTo(KEPT.pairs()).isNotEmpty();
    }

    @Provide
    Arbitrary<List<Happening>> weeks() {
        return Combinators.combine(Arbitraries.integers().between(0, 10), Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 99)).as(Happening::new).list().ofMinSize(10).ofMaxSize(50);
    }

    @Provide
    Arbitrary<List<Integer>> batches() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(20);
    }

    private static void happens(List<Happening> week) {
        Merges merges = new Merges(COMPANY);
        List<ClientId> clients = new ArrayList<>();
        List<ContactPoint> phones = new ArrayList<>();
        int[] linked = new int[6];
        for (int i = 0; i < 6; i++) {
            phones.add(Company.phone("+7916" + (1_000_000 + ++given)));
            clients.add(COMPANY.client(NAMES.get(i), phones.getLast(),
                    Company.mail("petr.ivanov" + given % 2 + "@acme" + given + ".example")));
        }
        for (Happening one : week) {
            ContactPoint phone = phones.get(one.who());
            ClientId client = clients.get(one.who());
            switch (one.what()) {
                case 0 -> COMPANY.renamed(client, NAMES.get(one.which() % NAMES.size()));
                case 1 -> COMPANY.unlinked(client, phone, ++linked[one.who()]);
                case 2 -> COMPANY.linked(clients.get((one.who() + 1) % 6), phone, ++linked[one.who()]);
                case 3 -> merges.merge(client, clients.get(one.which() % 6));
                case 4 -> merges.undo(one.which());
                case 5 -> COMPANY.signs(phone, NAMES.get(one.which() % NAMES.size()), given++);
                case 6 -> COMPANY.states(phone, "Город", one.which() % 2 == 0 ? "Казань" : "Kazan", given++);
                case 7 -> COMPANY.states(phone, "inn", "165512345" + one.which() % 3, given++);
                case 8 -> COMPANY.states(phone, "Компания", one.which() % 2 == 0 ? "Ромашка" : "Вектор", given++);
                case 9 -> COMPANY.states(client, Party.ORGANISATION, "ООО «Ромашка " + one.which() % 2 + "»",
                        "165512345" + one.which() % 3);
                default -> COMPANY.registered(ClientEvent.Kind.EMPLOYEE, NAMES.get(one.which() % NAMES.size()));
            }
        }
    }
}
