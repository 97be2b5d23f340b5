package org.interactionhub.queries.clientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Money;
import org.interactionhub.events.Party;
import org.interactionhub.events.Relation;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.clientcard.ClientCard.Affiliation;
import org.interactionhub.queries.clientcard.ClientCard.Booked;
import org.interactionhub.queries.clientcard.ClientQuestion.LastContact;
import org.interactionhub.queries.history.Readable;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientsTest {

    private final ContactPoint annasMail = mail("anna@acme.example");
    private Company company;
    private Readable readable;
    private Clients clients;
    private ClientId anna;
    private ClientId fyodor;
    private ClientId hannah;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        clients = new Clients(readable.database(), Clock.systemUTC(), ZoneOffset.UTC);
        anna = company.client("Анна Петрова", annasMail, phone("+79161234567"));
        fyodor = company.client("Фёдор Соловьёв", mail("fedor@zavod.example"), phone("+74951234567"));
        hannah = company.client("Hannah Schmidt", mail("hannah@acme.example"));
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @Test
    void a_whole_contact_point_finds_its_client_alone_however_it_is_spelt() {
        for (String spelt : List.of("anna@acme.example", " Anna@ACME.example ")) {
            assertThat(found(spelt)).as(spelt).containsExactly(anna);
        }
        for (String spelt : List.of("+74951234567", "8 (495) 123-45-67", "84951234567", "495 123 45 67",
                "74951234567")) {
            assertThat(found(spelt)).as(spelt).containsExactly(fyodor);
        }
    }

    @Test
    void what_passed_and_what_is_to_come_is_told_by_channel() {
        Instant now = Instant.now();
        company.mailFrom(annasMail, now.minus(Duration.ofDays(400)), "Старое", "");
        company.mailFrom(annasMail, now.minusSeconds(60), "Котельная", "");
        company.notes(anna, now.minusSeconds(30), "не контакт");
        InteractionId visit = company.plans(anna, Channel.MEETING, now.plus(Duration.ofDays(3)), "Выезд");
        company.plans(anna, Channel.PHONE, now.minus(Duration.ofDays(3)), "Позвонить");
        company.decides(visit, 1, "Едем", List.of(), "смета готова");
        readable.caughtUp();

        Dealings dealings = clients.dealings(anna);

        assertThat(dealings.channels()).extracting(Dealings.OnChannel::channel)
                .containsExactly(Channel.EMAIL, Channel.MEETING);
        assertThat(dealings.channels().getFirst().months()).hasSize(Dealings.MONTHS).last().isEqualTo(1);
        assertThat(dealings.channels().getFirst().months().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(dealings.channels().getLast().nextAt()).isNotNull();
        assertThat(dealings.plans()).extracting(Dealings.OpenPlan::subject).containsExactly("Позвонить", "Выезд");
        assertThat(dealings.plans()).extracting(Dealings.OpenPlan::overdue).containsExactly(true, false);
        assertThat(dealings.decisions()).extracting(Dealings.Taken::decision).containsExactly("Едем");
    }

    @Test
    void what_the_books_say_of_her_stands_on_her_card_each_currency_by_itself_and_is_no_contact() {
        company.buys(annasMail, MONDAY, "500000", "17-К");
        company.pays(annasMail, MONDAY, "120000.50", "1");
        company.pays(phone("+79161234567"), MONDAY.plusSeconds(60), "-20000", "2");
        company.pays(annasMail, MONDAY, Money.of("99", "EUR"), "3");
        company.pays(fyodor, MONDAY, "7", "4");
        readable.caughtUp();

        ClientCard card = clients.find(anna, AsOf.NOW).orElseThrow();

        assertThat(card.booked()).containsExactly(
                new Booked(1, Money.of("500000", "RUB"), 2, Money.of("100000.50", "RUB")),
                new Booked(0, Money.of("0", "EUR"), 1, Money.of("99", "EUR")));
        assertThat(card.entries()).isEqualTo(4);
        assertThat(card.lastContactAt()).isNull();
        assertThat(clients.dealings(anna).channels()).isEmpty();
    }

    @Test
    void a_payment_follows_the_client_by_whose_id_it_was_told_into_a_merge_and_out_of_it() {
        company.pays(fyodor, MONDAY, "7", "1");
        company.pays(annasMail, MONDAY, "10", "2");
        long merge = company.merged(anna, fyodor);
        readable.caughtUp();
        assertThat(paid(anna)).isEqualTo(Money.of("17", "RUB"));

        company.unmerged(anna, fyodor, merge);
        readable.caughtUp();

        assertThat(paid(anna)).isEqualTo(Money.of("10", "RUB"));
        assertThat(paid(fyodor)).isEqualTo(Money.of("7", "RUB"));
    }

    @Test
    void a_payment_from_an_address_is_found_once_the_address_is_somebodys() {
        company.pays(mail("bookkeeping@acme.example"), MONDAY, "10", "1");
        readable.caughtUp();
        assertThat(clients.find(anna, AsOf.NOW).orElseThrow().booked()).isEmpty();

        company.linked(anna, mail("bookkeeping@acme.example"), 0);
        readable.caughtUp();

        assertThat(paid(anna)).isEqualTo(Money.of("10", "RUB"));
    }

    private Money paid(ClientId client) {
        return clients.find(client, AsOf.NOW).orElseThrow().booked().getFirst().paid();
    }

    @Test
    void of_a_client_without_a_contact_there_is_nothing_to_be_told() {
        readable.caughtUp();

        Dealings dealings = clients.dealings(hannah);

        assertThat(dealings).isEqualTo(new Dealings(List.of(), List.of(), List.of()));
    }

    @Test
    void a_house_is_told_with_its_people_and_their_roles_and_they_with_it() {
        ClientId acme = company.client("Acme", mail("info@acme.example"));
        company.classified(mail("info@acme.example"), ContactPointClass.SHARED);
        company.states(acme, Party.ORGANISATION, "ООО «Акме»", "7701234567");
        company.related(anna, acme, Relation.EMPLOYEE_OF, MONDAY, null);
        company.related(hannah, acme, Relation.RESELLER_OF, null, MONDAY);
        company.mailFrom(annasMail, MONDAY.plusSeconds(60), "Котельная", "");
        readable.caughtUp();

        ClientCard card = clients.find(acme).orElseThrow();

        assertThat(card.party()).isEqualTo(Party.ORGANISATION);
        assertThat(card.taxNumber()).isEqualTo("7701234567");
        assertThat(card.contactPoints()).extracting(ClientCard.Link::as).containsExactly(ContactPointClass.SHARED);
        assertThat(card.members()).extracting(Affiliation::name).containsExactly("Hannah Schmidt", "Анна Петрова");
        assertThat(card.members()).extracting(Affiliation::role).containsOnly("роль");
        assertThat(card.memberCount()).isEqualTo(2);
        assertThat(card.entries()).isEqualTo(1);
        assertThat(card.lastContactAt()).isEqualTo(MONDAY.plusSeconds(60));
        assertThat(clients.find(anna).orElseThrow().belongsTo()).extracting(Affiliation::id).containsExactly(acme);
        assertThat(clients.dealings(acme).channels()).extracting(Dealings.OnChannel::channel)
                .containsExactly(Channel.EMAIL);
    }

    @Test
    void a_house_to_which_many_belong_is_told_page_by_page() {
        ClientId acme = company.client("Acme");
        List.of(anna, fyodor, hannah).forEach(one -> company.related(one, acme, Relation.EMPLOYEE_OF, null, null));
        readable.caughtUp();

        Page<Affiliation> first = clients.members(acme, AsOf.NOW, 2, null);

        assertThat(first.items()).extracting(Affiliation::id).containsExactly(hannah, fyodor);
        assertThat(clients.members(acme, AsOf.NOW, 2, first.next()).items()).extracting(Affiliation::id)
                .containsExactly(anna);
    }

    @Test
    void a_card_is_told_as_it_was_known_then() {
        company.owned(anna, "Ольга", MONDAY);
        company.mailFrom(annasMail, MONDAY, "Первое", "");
        InteractionId visit = company.plans(anna, Channel.MEETING, MONDAY.plus(Duration.ofDays(3)), "Выезд");
        ClientId acme = company.client("Acme");
        company.related(anna, acme, Relation.EMPLOYEE_OF, null, null);
        AsOf then = AsOf.of(AsOf.at(readable.log().head()), null, readable.log());
        company.renamed(anna, "Анна Соколова");
        company.owned(anna, "Пётр", MONDAY.minusSeconds(60));
        company.owned(anna, "Пётр", MONDAY);
        company.unrelated(anna, acme, Relation.EMPLOYEE_OF);
        company.held(visit, anna, MONDAY.plus(Duration.ofDays(3)), "были");
        company.mailFrom(annasMail, MONDAY.plusSeconds(60), "Второе", "");
        company.merged(fyodor, anna);
        readable.caughtUp();

        ClientCard card = clients.find(anna, then).orElseThrow();

        assertThat(card.id()).isEqualTo(anna);
        assertThat(card.name()).isEqualTo("Анна Петрова");
        assertThat(card.owner()).isEqualTo("Ольга");
        assertThat(card.entries()).isEqualTo(2);
        assertThat(card.belongsTo()).extracting(Affiliation::id).containsExactly(acme);
        assertThat(clients.dealings(anna, then).plans()).extracting(Dealings.OpenPlan::subject)
                .containsExactly("Выезд");
        assertThat(clients.find(anna).orElseThrow().id()).isEqualTo(fyodor);
        assertThat(clients.dealings(anna).plans()).isEmpty();
    }

    @Test
    void a_card_of_a_moment_of_the_world_tells_who_looked_after_her_then_and_what_had_happened() {
        company.owned(anna, "Ольга", MONDAY);
        company.owned(anna, "Пётр", MONDAY.plus(Duration.ofDays(7)));
        company.mailFrom(annasMail, MONDAY, "Первое", "");
        company.mailFrom(annasMail, MONDAY.plus(Duration.ofDays(8)), "Второе", "");
        readable.caughtUp();

        ClientCard card = clients.find(anna, AsOf.of(null, MONDAY.plusSeconds(60), readable.log())).orElseThrow();

        assertThat(card.owner()).isEqualTo("Ольга");
        assertThat(card.entries()).isEqualTo(1);
        assertThat(card.lastContactAt()).isEqualTo(MONDAY);
    }

    @Test
    void a_card_knows_nothing_of_a_meeting_that_was_still_ahead() {
        company.mailFrom(annasMail, MONDAY, "Первое", "");
        InteractionId visit = company.plans(anna, Channel.MEETING, MONDAY.plus(Duration.ofDays(20)), "Выезд");
        AsOf then = AsOf.of(AsOf.at(readable.log().head()), null, readable.log());
        company.held(visit, anna, MONDAY.plus(Duration.ofDays(20)), "были");
        readable.caughtUp();

        AsOf that = new AsOf(then.position(), MONDAY.plus(Duration.ofDays(1)), null);
        assertThat(clients.find(anna, that).orElseThrow().lastContactAt()).isEqualTo(MONDAY);
    }

    @Test
    void nobody_is_known_before_she_was() {
        readable.caughtUp();

        assertThat(clients.find(hannah, AsOf.of(AsOf.at(1), null, readable.log()))).isEmpty();
    }

    @Test
    void half_a_phone_number_or_half_a_mail_address_finds_all_that_hold_it() {
        assertThat(found("123-45")).containsExactlyInAnyOrder(anna, fyodor);
        assertThat(found("8495123")).containsExactly(fyodor);
        assertThat(found("acme")).containsExactlyInAnyOrder(anna, hannah);
        assertThat(found("12")).isEmpty();
    }

    @Test
    void names_are_found_in_any_case_and_order_and_without_the_dots_of_yo() {
        assertThat(found("анна петрова")).containsExactly(anna);
        assertThat(found("ПЕТРОВА АННА")).containsExactly(anna);
        assertThat(found("федор соловьев")).containsExactly(fyodor);
        assertThat(found("Солов")).containsExactly(fyodor);
        assertThat(found("100%")).isEmpty();
    }

    @Test
    void a_slip_of_the_pen_still_finds_behind_exact_ones() {
        ClientId petrov = company.client("Петрова Ирина");
        company.client("Петрава Инна");

        assertThat(found("Петрова")).startsWith(petrov, anna).hasSize(3);
    }

    @Test
    void a_whole_word_comes_before_the_beginning_of_one_and_that_before_the_middle() {
        ClientId middle = company.client("Ривера Строй");
        ClientId beginning = company.client("Завод Верамикс");
        ClientId word = company.client("ООО «Вера»");
        ClientId first = company.client("Вера Кузнецова");
        company.client("Верхние Липки");

        assertThat(found("вера")).containsExactly(first, word, beginning, middle);
        assertThat(found("вера куз")).startsWith(first);
    }

    @Test
    void clients_come_by_latest_contact_and_plans_do_not_count() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "");
        company.mailFrom(mail("fedor@zavod.example"), MONDAY.plusSeconds(60), "Насос", "");
        company.plans(hannah, Channel.MEETING, MONDAY.plusSeconds(9000), "Boiler");
        readable.caughtUp();
        List<ClientEntry> listed = new ArrayList<>();
        String next = null;

        do {
            Page<ClientEntry> page = clients.list(null, 1, next);
            listed.addAll(page.items());
            next = page.next();
        } while (next != null);

        assertThat(listed).extracting(ClientEntry::id).containsExactly(fyodor, anna, hannah);
        assertThat(listed).extracting(ClientEntry::lastContactAt).containsExactly(MONDAY.plusSeconds(60), MONDAY, null);
        assertThat(listed).extracting(ClientEntry::entries).containsExactly(1L, 1L, 1L);
    }

    @Test
    void a_note_among_ourselves_is_no_contact() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "");
        company.notes(anna, MONDAY.plusSeconds(60), "решает директор");
        readable.caughtUp();

        assertThat(clients.find(anna).orElseThrow().lastContactAt()).isEqualTo(MONDAY);
    }

    @Test
    void a_list_is_chosen_by_kind_by_who_is_meant_and_by_the_last_contact_and_counted() {
        ClientId prospect = company.registered(ClientEvent.Kind.PROSPECT, "Анна Новая", mail("new@acme.example"));
        company.mailFrom(annasMail, MONDAY, "Котельная", "");
        company.mailFrom(mail("new@acme.example"), MONDAY.plusSeconds(60), "Насос", "");
        readable.caughtUp();

        assertThat(chosen(null, ClientEvent.Kind.PROSPECT, null, null)).containsExactly(prospect);
        assertThat(chosen("анна", null, Set.of(anna, fyodor), null)).containsExactly(anna);
        assertThat(chosen(null, null, Set.of(), null)).isEmpty();
        assertThat(chosen(null, null, null, LastContact.NEVER)).containsExactlyInAnyOrder(fyodor, hannah);
        assertThat(chosen(null, null, null, new LastContact(MONDAY.plusSeconds(1), null))).containsExactly(prospect);
        assertThat(chosen("acme", null, null, new LastContact(null, MONDAY.plusSeconds(1)))).containsExactly(anna);
    }

    @Test
    void a_list_is_chosen_by_who_of_us_looks_after_whom() {
        company.owned(anna, "Ольга Орлова", MONDAY, 1);
        readable.caughtUp();

        assertThat(clients.owners()).containsExactly("Ольга Орлова");
        assertThat(owned("Ольга Орлова")).containsExactly(anna);
        assertThat(owned(ClientQuestion.NOBODY)).containsExactlyInAnyOrder(fyodor, hannah);
    }

    private List<ClientId> owned(String owner) {
        return clients.list(new ClientQuestion(null, null, null, owner, null, 50, null)).items().stream()
                .map(ClientEntry::id).toList();
    }

    private List<ClientId> chosen(@Nullable String q, ClientEvent.@Nullable Kind kind, @Nullable Set<ClientId> among,
            @Nullable LastContact last) {
        List<ClientId> all = new ArrayList<>();
        Set<Long> counted = new HashSet<>();
        String next = null;
        do {
            Clients.Hits hits = clients.hits(new ClientQuestion(q, kind, among, null, last, 1, next));
            hits.page().items().forEach(client -> all.add(client.id()));
            counted.add(hits.all());
            next = hits.page().next();
        } while (next != null);
        assertThat(counted).as("every page counts all").containsExactly((long) all.size());
        return all;
    }

    @Test
    void a_card_tells_how_a_client_is_reached() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "");
        readable.caughtUp();

        ClientCard card = clients.find(anna).orElseThrow();

        assertThat(card.name()).isEqualTo("Анна Петрова");
        assertThat(card.contactPoints()).extracting(ClientCard.Link::value).containsExactly("anna@acme.example",
                "+79161234567");
        assertThat(card.entries()).isEqualTo(1);
        assertThat(clients.find(ClientId.next(MONDAY))).isEmpty();
    }

    @Test
    void a_client_has_the_owner_of_today_and_not_yet_the_next_one() {
        company.owned(anna, "Ирина Соколова", MONDAY, 1);
        company.owned(anna, "Олег Белов", Instant.now().plus(Duration.ofDays(300)), 2);
        company.owned(fyodor, "Олег Белов", MONDAY, 1);
        company.owned(fyodor, null, MONDAY.plusSeconds(60), 2);

        readable.caughtUp();

        assertThat(clients.find(anna).orElseThrow().owner()).isEqualTo("Ирина Соколова");
        assertThat(clients.list(null, 50, null).items()).filteredOn(client -> client.id().equals(fyodor))
                .extracting(ClientEntry::owner).containsOnlyNulls();
    }

    private List<ClientId> found(String q) {
        readable.caughtUp();
        return clients.list(q, 50, null).items().stream().map(ClientEntry::id).toList();
    }
}
