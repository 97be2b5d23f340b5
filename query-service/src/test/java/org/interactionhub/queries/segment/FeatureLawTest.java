package org.interactionhub.queries.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Money;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.history.Readable;

class FeatureLawTest {

    /** Something that happens to one of three clients in some hour. */
    record Happening(int what, int who, int hour) {}

    private static final Company COMPANY = new Company();
    private static final Readable READABLE = new Readable(COMPANY.database());
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static int given;

    @AfterContainer
    static void close() {
        READABLE.close();
        COMPANY.close();
    }

    /** Whatever happens, and wherever batches end: rows kept up step by step are the rows computed from scratch. */
    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void features_kept_up_are_features_computed_anew(@ForAll("weeks") List<Happening> week,
            @ForAll("batches") List<Integer> batches) {
        KnownFeatures kept = new KnownFeatures(
                new FeatureTable(READABLE.database(), MOSCOW, Currency.getInstance("RUB")));
        kept.rows();
        happens(week);
        for (int batch : batches) {
            READABLE.oneBatch(batch);
            kept.rows();
        }
        READABLE.caughtUp(3);

        KnownFeatures anew = new KnownFeatures(
                new FeatureTable(READABLE.database(), MOSCOW, Currency.getInstance("RUB")));

        assertThat(kept.rows()).isEqualTo(anew.rows()).isNotEmpty();
    }

    @Provide
    Arbitrary<List<Happening>> weeks() {
        return Combinators.combine(Arbitraries.integers().between(0, 18), Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 5000)).as(Happening::new).list().ofMinSize(10).ofMaxSize(50);
    }

    @Provide
    Arbitrary<List<Integer>> batches() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(20);
    }

    private static void happens(List<Happening> week) {
        List<ClientId> clients = new ArrayList<>();
        int[] linked = new int[3];
        List<ContactPoint> phones = Stream.generate(() -> Company.phone("+7916" + (1_000_000 + ++given))).limit(3)
                .toList();
        for (ContactPoint phone : phones) {
            clients.add(COMPANY.client("Client of " + phone.value(), phone));
        }
        for (Happening one : week) {
            happens(one, clients, phones, linked);
        }
    }

    private static void happens(Happening one, List<ClientId> clients, List<ContactPoint> phones, int[] linked) {
        ContactPoint phone = phones.get(one.who());
        ClientId client = clients.get(one.who());
        Instant at = MONDAY.plusSeconds(one.hour() * 3600L);
        String call = "call " + one.hour() % 5 + " of " + client;
        switch (one.what()) {
            case 0 -> COMPANY.rings(call, phone, at);
            case 1 -> COMPANY.answers(call, phone, "Ольга", at);
            case 2 -> COMPANY.hangsUp(call, phone, at);
            case 3 -> COMPANY.mailTo(phone, at, "Re", "да");
            case 4 -> COMPANY.notes(client, at, "заметка");
            case 5 -> {
                InteractionId plan = COMPANY.plans(client, Channel.MEETING, at.plusSeconds(9000), "встреча");
                COMPANY.held(plan, client, at, "была");
            }
            case 6 -> COMPANY.plans(client, Channel.PHONE, at.plusSeconds(9000), "звонок");
            case 7 -> COMPANY.unlinked(client, phone, ++linked[one.who()]);
            case 8 -> COMPANY.linked(client, phone, ++linked[one.who()]);
            case 9 -> COMPANY.linked(clients.get((one.who() + 1) % 3), phone, ++linked[one.who()]);
            case 10 -> COMPANY.renamed(client, "Name " + one.hour());
            case 11 -> COMPANY.mailFrom(phone, phones.get((one.who() + 1) % 3), at, "Копия " + given++);
            case 12 -> COMPANY.callsBack("back " + given++, phone, at, one.hour() % 2 == 0);
            case 13 -> COMPANY.deleted(COMPANY.chatFrom(phone, at, "нет " + given++), phone, at);
            case 14 -> COMPANY.pays(phone, at, one.hour() - 2500.5 + "", "payment " + given++);
            case 15 -> COMPANY.pays(client, at, "100", "payment " + given++);
            case 16 -> COMPANY.pays(phone, at, Money.of("5", "EUR"), "payment " + given++);
            case 17 -> COMPANY.owned(client, one.hour() % 5 == 0 ? null : "Owner " + one.hour() % 3, at);
            default -> COMPANY.chatFrom(phone, at, "слова " + given++);
        }
    }
}
