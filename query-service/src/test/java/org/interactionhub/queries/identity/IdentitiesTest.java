package org.interactionhub.queries.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.Relation;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.clientcard.ListRow;
import org.interactionhub.queries.history.Readable;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.readers.matching.Evidence.Agreement;
import org.interactionhub.readers.matching.Evidence;
import org.interactionhub.readers.matching.Trait;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentitiesTest {

    private final ContactPoint annasMail = mail("anna@acme.example");
    private final ContactPoint annasPhone = phone("+79161234567");
    private Company company;
    private Readable readable;
    private Clients clients;
    private Identities identities;
    private ClientId anna;
    private ClientId caller;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        clients = new Clients(readable.database(), Clock.fixed(MONDAY, ZoneOffset.UTC), ZoneOffset.UTC);
        identities = new Identities(readable.database(), clients, readable.log(), readable.likenesses());
        anna = company.client("Анна Петрова", annasMail);
        caller = company.client("+79161234567", annasPhone);
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @Test
    void who_stood_in_one_message_is_suspected_until_somebody_decides() {
        company.alike(anna, caller);
        readable.caughtUp();
        assertThat(suspected()).containsExactlyInAnyOrder(anna, caller);

        company.merged(anna, caller);
        readable.caughtUp();

        assertThat(suspected()).isEmpty();
        assertThat(card(anna).suggestions()).isEmpty();
    }

    @Test
    void whom_one_row_of_a_list_names_together_are_suspected_until_the_list_is_taken_back() {
        ImportId list = ImportId.of(ReportedOriginal.sha256("list".getBytes(StandardCharsets.UTF_8)), 0);
        ContactPoint point = mail("boris@acme.example");
        ClientId boris = company.imported(list, "clients.csv", "Борис", point);
        company.conflicting(list, 7, anna, caller);
        readable.caughtUp();
        ListRow row = new ListRow(list, "clients.csv", 7);
        assertThat(identities.suspicions(new SuspicionQuestion(anna, Suspicion.Ground.LIST, 10, null)).items())
                .singleElement().extracting(Suspicion::listed).isEqualTo(List.of(row));
        assertThat(card(anna).suggestions()).singleElement().extracting(ClientCard.Suggestion::listed)
                .isEqualTo(List.of(row));
        assertThat(identities.merge(anna, caller).listed()).containsExactly(row);

        AsOf before = AsOf.of("position:" + readable.history().progress().position(), null, readable.log());
        company.takenBack(list, boris, point);
        readable.caughtUp();

        assertThat(clients.find(anna, before).orElseThrow().suggestions()).hasSize(1);
        assertThat(suspected()).isEmpty();
        assertThat(card(anna).suggestions()).isEmpty();
        assertThat(identities.merge(anna, caller).listed()).isEmpty();
    }

    @Test
    void who_was_declared_different_is_suspected_no_more_by_whatever_id() {
        ClientId anya = company.client("Аня", mail("anya@acme.example"));
        company.alike(anna, caller);
        company.distinct(caller, anna);
        company.merged(anya, anna);
        readable.caughtUp();

        Page<Suspicion> found = suspicions(10, null);

        assertThat(found.items()).isEmpty();
        assertThat(card(anya).suggestions()).isEmpty();
        assertThat(identities.merge(anya, caller).distinctions()).singleElement()
                .satisfies(said -> assertThat(said.reason()).isEqualTo("разные люди"));
    }

    @Test
    void who_belongs_to_another_is_not_taken_for_her() {
        company.alike(anna, caller);
        company.related(anna, caller, Relation.EMPLOYEE_OF, null, null);
        readable.caughtUp();
        assertThat(suspected()).isEmpty();
        assertThat(card(anna).suggestions()).isEmpty();

        company.unrelated(anna, caller, Relation.EMPLOYEE_OF);
        readable.caughtUp();

        assertThat(suspected()).containsExactlyInAnyOrder(anna, caller);
    }

    @Test
    void pairs_come_page_by_page_the_newest_first() {
        ClientId third = company.client("Пётр", mail("petr@acme.example"));
        company.alike(anna, caller);
        company.alike(anna, third);
        readable.caughtUp();

        Page<Suspicion> first = suspicions(1, null);
        Page<Suspicion> second = suspicions(1, first.next());

        assertThat(first.items()).singleElement().satisfies(pair -> assertThat(
                List.of(pair.client().id(), pair.other().id())).containsExactlyInAnyOrder(anna, third));
        assertThat(second.items()).singleElement().satisfies(pair -> assertThat(
                List.of(pair.client().id(), pair.other().id())).containsExactlyInAnyOrder(anna, caller));
        assertThat(second.next()).isNull();
        assertThat(identities.suspected(new SuspicionQuestion(null, null, 1, null))).isEqualTo(2);
    }

    @Test
    void who_resembles_somebody_comes_behind_those_of_whom_a_message_says_it_the_strongest_first() {
        ClientId one = company.client("ООО «Ромашка»");
        ClientId two = company.client("Romashka LLC");
        ClientId petr = company.client("Пётр Иванов", mail("p.ivanov@mail.ru"));
        ClientId again = company.client("Petr Ivanov", mail("pivanov@gmail.com"));
        company.alike(anna, caller);
        caughtUp();

        List<List<ClientId>> pages = new ArrayList<>();
        String next = null;
        do {
            Page<Suspicion> page = suspicions(1, next);
            pages.add(ids(page.items().getFirst()));
            next = page.next();
        } while (next != null);

        assertThat(pages).containsExactly(sorted(anna, caller), sorted(petr, again), sorted(one, two));
        assertThat(chosen(null, Suspicion.Ground.MESSAGE)).containsExactly(sorted(anna, caller));
        assertThat(chosen(null, Suspicion.Ground.LIKENESS)).hasSize(2);
        assertThat(chosen(two, null)).containsExactly(sorted(one, two));
    }

    @Test
    void a_card_and_a_preview_say_in_what_two_resemble_each_other_from_where_they_are_seen() {
        ClientId house = company.client("ООО «Ромашка»");
        ClientId twin = company.client("Romashka LLC");
        caughtUp();
        Evidence seen = new Evidence(Trait.NAME, Agreement.TRANSLITERATED, "ООО «Ромашка»", "Romashka LLC");
        Evidence back = new Evidence(Trait.NAME, Agreement.TRANSLITERATED, "Romashka LLC", "ООО «Ромашка»");

        assertThat(pro(house)).containsExactly(seen);
        assertThat(pro(twin)).containsExactly(back);
        assertThat(identities.merge(house, twin).likeness().pro()).containsExactly(seen);
        assertThat(identities.merge(twin, house).likeness().pro()).containsExactly(back);
    }

    @Test
    void who_was_told_apart_is_suggested_no_more_whatever_she_is_called_until_that_is_withdrawn() {
        ClientId house = company.client("ООО «Ромашка»");
        ClientId twin = company.client("Romashka LLC");
        company.distinct(twin, house);
        caughtUp();
        assertThat(suspected()).isEmpty();
        company.renamed(twin, "ООО Ромашка");
        caughtUp();
        assertThat(suspected()).isEmpty();
        assertThat(card(house).suggestions()).isEmpty();

        company.withdrawn(twin, house);
        caughtUp();

        assertThat(suspected()).containsExactlyInAnyOrder(house, twin);
    }

    @Test
    void who_was_merged_resembles_nobody_until_it_is_undone() {
        ClientId house = company.client("ООО «Ромашка»");
        ClientId twin = company.client("Romashka LLC");
        long merge = company.merged(house, twin);
        caughtUp();
        assertThat(suspected()).isEmpty();

        company.unmerged(house, twin, merge);
        caughtUp();

        assertThat(suspected()).containsExactlyInAnyOrder(house, twin);
    }

    @Test
    void colleagues_are_nobodys_twins() {
        company.registered(ClientEvent.Kind.EMPLOYEE, "Пётр Ильич Иванов");
        company.client("Пётр Ильич Иванов");
        caughtUp();

        assertThat(suspected()).isEmpty();
    }

    @Test
    void a_preview_counts_a_contact_once_that_stands_with_both() {
        company.mailFrom(annasMail, annasPhone, MONDAY, "Оба");
        company.rings("1", annasPhone, MONDAY.plusSeconds(60));
        company.mailFrom(annasMail, MONDAY.plusSeconds(120), "Котельная", "");
        readable.caughtUp();

        MergePreview preview = identities.merge(anna, caller);

        assertThat(preview.entries()).isEqualTo(3);
        assertThat(preview.shared()).isEqualTo(1);
        assertThat(preview.client().name()).isEqualTo("Анна Петрова");
    }

    @Test
    void nothing_is_previewed_of_two_who_are_one_already() {
        company.merged(anna, caller);
        readable.caughtUp();

        assertThatThrownBy(() -> identities.merge(caller, anna)).isInstanceOf(Refusal.class)
                .hasMessageContaining("one client already");
    }

    @Test
    void what_an_undo_gives_back_and_what_stays_is_told_before() {
        company.rings("1", annasPhone, MONDAY);
        long merge = company.merged(anna, caller);
        ContactPoint learned = phone("+79161234599");
        company.linked(anna, learned, 0);
        readable.caughtUp();

        UndoPreview preview = identities.undo(merge);

        assertThat(preview.returns()).containsExactly(annasPhone);
        assertThat(preview.entries()).isEqualTo(1);
        assertThat(preview.learned()).containsExactly(learned);
    }

    @Test
    void who_is_who_tells_of_merges_that_stand_and_of_those_that_do_not() {
        long first = company.merged(anna, caller);
        company.unmerged(anna, caller, first);
        company.merged(anna, caller);
        readable.caughtUp();

        ClientIdentity identity = identities.of(caller);

        assertThat(identity.client().id()).isEqualTo(anna);
        assertThat(identity.members()).extracting(Named::id).containsExactly(anna, caller);
        assertThat(identity.merges()).extracting(merge -> merge.undone() == null).containsExactly(true, false);
        assertThat(identity.merges().getLast().undone()).satisfies(undone -> {
            assertThat(undone).isNotNull();
            assertThat(undone.reason()).isEqualTo("однофамильцы");
            assertThat(undone.by()).isEqualTo("Ольга");
        });
        assertThat(identity.links()).extracting(link -> link.value() + " " + link.madeFor().id())
                .containsExactlyInAnyOrder("anna@acme.example " + anna, "+79161234567 " + caller);
    }

    @Test
    void lists_and_searches_have_one_of_two_who_are_one() {
        company.merged(anna, caller);
        readable.caughtUp();

        assertThat(ids(clients.list(null, 10, null))).containsExactly(anna);
        assertThat(ids(clients.list("+79161234567", 10, null))).containsExactly(anna);
        assertThat(ids(clients.list("петрова", 10, null))).containsExactly(anna);
        assertThat(card(caller).id()).isEqualTo(anna);
        assertThat(card(caller).contactPoints()).extracting(ClientCard.Link::value)
                .containsExactlyInAnyOrder("anna@acme.example", "+79161234567");
        assertThat(card(anna).merged()).extracting(ClientCard.Merged::id).containsExactly(caller);
    }

    @Test
    void the_latest_contact_of_either_is_that_of_both() {
        company.rings("1", annasPhone, MONDAY);
        company.mailFrom(annasMail, MONDAY.minusSeconds(3600), "Котельная", "");
        readable.caughtUp();

        long merge = company.merged(anna, caller);
        readable.caughtUp();
        assertThat(card(anna).lastContactAt()).isEqualTo(MONDAY);

        company.unmerged(anna, caller, merge);
        readable.caughtUp();
        assertThat(card(anna).lastContactAt()).isEqualTo(MONDAY.minusSeconds(3600));
        assertThat(card(caller).lastContactAt()).isEqualTo(MONDAY);
    }

    @Test
    void an_address_that_was_hers_for_a_time_is_on_nobody_elses_card_and_on_hers_no_more() {
        ClientId before = company.client("Прежняя");
        company.linked(before, annasPhone, 1, null, MONDAY.minusSeconds(60));
        company.linked(caller, annasPhone, 2, MONDAY.minusSeconds(60), null);
        readable.caughtUp();

        assertThat(card(before).contactPoints()).isEmpty();
        assertThat(card(caller).contactPoints()).hasSize(1);
        assertThat(ids(clients.list("+79161234567", 10, null))).containsExactly(caller);
    }

    @Test
    void what_is_learned_of_as_whom_the_survivor_counts_is_told_too() {
        ClientId top = company.client("Холдинг");
        long merge = company.merged(anna, caller);
        company.merged(top, anna);
        ContactPoint learned = phone("+79161234577");
        company.linked(top, learned, 0);
        readable.caughtUp();

        assertThat(identities.undo(merge).learned()).containsExactly(learned);
    }

    private List<ClientId> suspected() {
        return suspicions(10, null).items().stream()
                .flatMap(pair -> List.of(pair.client().id(), pair.other().id()).stream()).toList();
    }

    private Page<Suspicion> suspicions(int limit, @Nullable String after) {
        return identities.suspicions(new SuspicionQuestion(null, null, limit, after));
    }

    private void caughtUp() {
        readable.caughtUp();
        readable.likenesses().catchUp();
    }

    private List<List<ClientId>> chosen(@Nullable ClientId client, Suspicion.@Nullable Ground ground) {
        return identities.suspicions(new SuspicionQuestion(client, ground, 10, null)).items().stream()
                .map(IdentitiesTest::ids).toList();
    }

    private static List<ClientId> ids(Suspicion pair) {
        return sorted(pair.client().id(), pair.other().id());
    }

    private static List<ClientId> sorted(ClientId one, ClientId other) {
        return Stream.of(one, other).sorted(Comparator.comparing(ClientId::toString)).toList();
    }

    private List<Evidence> pro(ClientId client) {
        return card(client).suggestions().stream().map(ClientCard.Suggestion::likeness).filter(Objects::nonNull)
                .flatMap(likeness -> likeness.pro().stream()).toList();
    }

    private ClientCard card(ClientId client) {
        return clients.find(client).orElseThrow();
    }

    private static List<ClientId> ids(Page<ClientEntry> page) {
        return page.items().stream().map(ClientEntry::id).toList();
    }
}
