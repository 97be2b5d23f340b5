package org.interactionhub.queries.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Money;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.history.Readable;
import org.interactionhub.queries.segment.Features.Counts;
import org.interactionhub.queries.segment.Features.Waiting;
import org.interactionhub.queries.segment.Purchases.Paid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the history says of a client, on a real PostgreSQL. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeaturesTest {

    private static final ContactPoint HER_MAIL = mail("anna@acme.example");
    private static final ContactPoint HER_NUMBER = phone("+79161234567");

    private Company company;
    private Readable readable;
    private KnownFeatures features;
    private ClientId anna;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        features = new KnownFeatures(new FeatureTable(readable.database(), ZoneId.of("Europe/Moscow"),
                Currency.getInstance("RUB")));
        anna = company.registered(Kind.PROSPECT, "Анна Петрова", HER_MAIL, HER_NUMBER);
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @Test
    void the_oldest_contact_since_our_last_answer_waits() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");
        company.mailTo(HER_MAIL, hour(1), "Re: Котельная", "");
        company.mailFrom(HER_MAIL, hour(2), "Ещё вопрос", "");
        company.mailFrom(HER_MAIL, hour(3), "И ещё", "");

        assertThat(waiting()).isEqualTo(new Waiting(hour(2), Channel.EMAIL));
    }

    @Test
    void contacts_are_counted_by_who_began_them_and_payments_are_none() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");
        company.mailTo(HER_MAIL, hour(1), "Re: Котельная", "");
        company.rings("missed", HER_NUMBER, hour(2));
        company.pays(HER_MAIL, hour(3), "100", "1");
        company.pays(anna, hour(4), "-20.5", "2");
        company.pays(HER_NUMBER, hour(5), Money.of("7", "EUR"), "3");
        readable.caughtUp();

        Features hers = Objects.requireNonNull(features.rows().get(anna));

        assertThat(hers.counts()).isEqualTo(new Counts(3, 2, 1, 1));
        assertThat(hers.lastChannel()).isEqualTo(Channel.PHONE);
        assertThat(hers.lastContactAt()).isEqualTo(hour(2));
        assertThat(hers.purchases()).isEqualTo(new Purchases(2, hour(5),
                List.of(new Paid(hour(3), new BigDecimal("100.00")), new Paid(hour(4), new BigDecimal("-20.50")))));
    }

    @Test
    void an_owner_is_one_for_her_time_and_a_plan_is_open_until_somebody_says_what_came_of_it() {
        company.owned(anna, "Ольга", hour(0));
        company.owned(anna, "Пётр", hour(10));
        company.plans(anna, Channel.PHONE, hour(5), "Позвонить");
        InteractionId visit = company.plans(anna, Channel.MEETING, hour(6), "Выезд");
        readable.caughtUp();
        assertThat(Objects.requireNonNull(features.rows().get(anna)).openPlans()).isEqualTo(2);

        company.held(visit, anna, hour(6), "Были");
        readable.caughtUp();

        Features hers = Objects.requireNonNull(features.rows().get(anna));
        assertThat(hers.openPlans()).isEqualTo(1);
        assertThat(hers.ownerAt(hour(0).minusSeconds(1))).isNull();
        assertThat(hers.ownerAt(hour(9))).isEqualTo("Ольга");
        assertThat(hers.ownerAt(hour(10))).isEqualTo("Пётр");
    }

    @Test
    void what_machines_write_neither_waits_nor_answers() {
        company.repliesByMachine(Direction.INBOUND, HER_MAIL, hour(0));
        assertThat(waiting()).isNull();

        company.mailFrom(HER_MAIL, hour(1), "Котельная", "");
        company.repliesByMachine(Direction.OUTBOUND, HER_MAIL, hour(2));

        assertThat(waiting()).isEqualTo(new Waiting(hour(1), Channel.EMAIL));
    }

    @Test
    void what_a_machine_writes_for_her_is_not_her_coming_to_us() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");

        company.repliesByMachine(Direction.INBOUND, HER_MAIL, hour(1));

        assertThat(annas().lastInboundAt()).isEqualTo(hour(0));
    }

    @Test
    void an_answer_that_is_entered_late_is_an_answer() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");
        assertThat(waiting()).isNotNull();

        company.mailTo(HER_MAIL, hour(1), "Re: Котельная", "");

        assertThat(waiting()).isNull();
    }

    @Test
    void a_missed_call_waits_and_a_call_that_was_taken_does_not() {
        company.rings("taken", HER_NUMBER, hour(0));
        company.answers("taken", HER_NUMBER, "Ольга", hour(0).plusSeconds(5));
        company.hangsUp("taken", HER_NUMBER, hour(0).plusSeconds(60));
        assertThat(waiting()).isNull();

        company.rings("missed", HER_NUMBER, hour(1));
        company.hangsUp("missed", HER_NUMBER, hour(1).plusSeconds(30));

        assertThat(waiting()).isEqualTo(new Waiting(hour(1), Channel.PHONE));
    }

    @Test
    void a_talk_on_the_phone_answers_whoever_rang_but_a_call_into_the_void_does_not() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");
        company.callsBack("void", HER_NUMBER, hour(1), false);
        assertThat(waiting()).isNotNull();

        company.callsBack("talk", HER_NUMBER, hour(2), true);

        assertThat(waiting()).isNull();
    }

    @Test
    void a_meeting_answers_once_it_was_held_and_a_plan_counts_for_nothing() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");
        InteractionId plan = company.plans(anna, Channel.MEETING, hour(2), "Встреча");
        company.plans(anna, Channel.PHONE, Instant.parse("2099-01-15T10:00:00Z"), "Звонок");
        Features planned = annas();
        assertThat(planned.waiting()).isNotNull();
        assertThat(planned.lastContactAt()).isEqualTo(hour(0));
        assertThat(planned.contacts()).hasSize(1).containsValue(1);

        company.held(plan, anna, hour(2), "была");

        assertThat(waiting()).isNull();
        assertThat(annas().lastContactAt()).isEqualTo(hour(2));
        assertThat(annas().contacts()).containsEntry(2026 * 4, 2);
    }

    @Test
    void a_note_among_ourselves_is_neither_contact_nor_answer() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");

        company.notes(anna, hour(5), "решает директор");

        assertThat(waiting()).isNotNull();
        assertThat(annas().lastContactAt()).isEqualTo(hour(0));
    }

    @Test
    void what_she_took_back_and_what_she_only_got_a_copy_of_does_not_wait() {
        InteractionId message = company.chatFrom(HER_MAIL, hour(0), "Не туда");
        company.deleted(message, HER_MAIL, hour(0).plusSeconds(9));
        company.mailFrom(mail("pyotr@acme.example"), HER_MAIL, hour(1), "Копия Анне");

        assertThat(waiting()).isNull();
        assertThat(annas().lastContactAt()).isEqualTo(hour(1));
    }

    @Test
    void a_client_is_known_since_her_first_contact_however_late_it_was_entered() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");
        company.mailFrom(HER_MAIL, hour(-24 * 400), "Из архива", "");

        assertThat(annas().knownSince()).isEqualTo(hour(-24 * 400));
    }

    @Test
    void quarters_are_those_of_the_zone() {
        company.mailFrom(HER_MAIL, Instant.parse("2026-03-31T20:59:59Z"), "В марте", "");
        company.mailFrom(HER_MAIL, Instant.parse("2026-03-31T21:00:00Z"), "Уже в апреле", "");

        assertThat(annas().contacts()).containsEntry(2026 * 4, 1).containsEntry(2026 * 4 + 1, 1);
    }

    @Test
    void one_contact_over_two_of_her_addresses_is_one() {
        company.mailFrom(HER_MAIL, HER_NUMBER, hour(0), "Подпись с телефоном");

        assertThat(annas().contacts()).containsValue(1);
    }

    @Test
    void links_names_and_a_new_build_of_the_history_are_noticed() {
        company.mailFrom(HER_MAIL, hour(0), "Котельная", "");
        assertThat(annas().lastContactAt()).isEqualTo(hour(0));

        company.unlinked(anna, HER_MAIL, 1);
        assertThat(annas().lastContactAt()).isNull();
        company.renamed(anna, 1, "Анна Сидорова");
        assertThat(annas().name()).isEqualTo("Анна Сидорова");
        readable.forget();

        assertThat(features.rows()).isEmpty();
        assertThat(annas().name()).isEqualTo("Анна Сидорова");
    }

    private static Instant hour(int hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }

    private Features annas() {
        readable.caughtUp();
        return Objects.requireNonNull(features.rows().get(anna));
    }

    private @Nullable Waiting waiting() {
        return annas().waiting();
    }
}
