package org.interactionhub.queries.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HandoverId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.clientcard.ClientQuestion.LastContact;
import org.interactionhub.queries.clientcard.ClientQuestion;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.history.Readable;
import org.interactionhub.queries.portfolio.Handover.State;
import org.interactionhub.queries.portfolio.HandoverPreview.ChangingHands;
import org.interactionhub.queries.portfolio.WholeHandover.Moved;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortfoliosTest {

    private static final Instant LAST_YEAR = MONDAY.minus(Duration.ofDays(365));
    private static final Instant NEXT_WEEK = MONDAY.plus(Duration.ofDays(7));
    private static final Instant IN_A_MONTH = MONDAY.plus(Duration.ofDays(30));

    private Company company;
    private Readable readable;
    private ClientId acme;
    private ClientId lotos;
    private ClientId nobodys;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        acme = company.client("Acme", mail("acme@acme.example"));
        lotos = company.client("Лотос", mail("lotos@lotos.example"));
        nobodys = company.client("Ничей");
        company.owned(acme, "Олег", LAST_YEAR);
        company.owned(lotos, "Олег", LAST_YEAR);
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @Test
    void everybody_is_told_with_clients_and_open_plans_and_at_the_end_those_who_are_nobodys() {
        company.plans(acme, Channel.MEETING, MONDAY.minusSeconds(60), "Осмотр");
        company.plans(acme, Channel.PHONE, NEXT_WEEK, "Смета");
        company.plans(nobodys, Channel.PHONE, NEXT_WEEK, "Знакомство");
        InteractionId held = company.plans(lotos, Channel.MEETING, MONDAY.minusSeconds(90), "Договор");
        company.held(held, lotos, MONDAY.minusSeconds(80), "подписан");
        company.owned(company.client("Ромашка"), "Анна", LAST_YEAR);

        List<Portfolio> all = now().all();

        assertThat(all).containsExactly(new Portfolio("Анна", 1, 0, 0), new Portfolio("Олег", 2, 2, 1),
                new Portfolio(null, 1, 1, 0));
    }

    @Test
    void a_leaver_is_told_with_clients_open_promises_and_last_contacts() {
        InteractionId late = company.plans(acme, Channel.MEETING, MONDAY.minusSeconds(60), "Осмотр");
        InteractionId ahead = company.plans(lotos, Channel.PHONE, NEXT_WEEK, "Смета");
        company.plans(nobodys, Channel.PHONE, NEXT_WEEK, "Знакомство");
        InteractionId older = company.mailFrom(mail("acme@acme.example"), MONDAY.minusSeconds(900), "Котёл", "");
        InteractionId newer = company.mailFrom(mail("lotos@lotos.example"), MONDAY.minusSeconds(300), "Труба", "");

        WholePortfolio olegs = now().of(clientsOf("Олег", 1));

        assertThat(olegs.portfolio()).isEqualTo(new Portfolio("Олег", 2, 2, 1));
        assertThat(olegs.promises()).extracting(Promise::interactionId, Promise::subject, Promise::overdue)
                .containsExactly(Tuple.tuple(late, "Осмотр", true), Tuple.tuple(ahead, "Смета", false));
        assertThat(olegs.contacts()).extracting(LatestContact::interactionId, contact -> contact.client().name())
                .containsExactly(Tuple.tuple(newer, "Лотос"), Tuple.tuple(older, "Acme"));
        assertThat(olegs.items()).singleElement().satisfies(client -> assertThat(client.id()).isEqualTo(lotos));
        assertThat(olegs.next()).isNotNull();
    }

    @Test
    void those_who_are_nobodys_are_a_portfolio_too() {
        WholePortfolio rest = now().of(clientsOf(ClientQuestion.NOBODY, 10));

        assertThat(rest.portfolio()).isEqualTo(new Portfolio(null, 1, 0, 0));
        assertThat(rest.items()).singleElement().satisfies(client -> assertThat(client.id()).isEqualTo(nobodys));
    }

    @Test
    void whoever_has_nobody_left_has_a_page_and_a_name_that_nobody_has_is_not_known() {
        company.handedOver("Олег", "Ирина", List.of(acme, lotos), MONDAY, null);

        WholePortfolio olegs = now().of(clientsOf("Олег", 10));

        assertThat(olegs.portfolio()).isEqualTo(new Portfolio("Олег", 0, 0, 0));
        assertThatThrownBy(() -> now().of(clientsOf("Олжас", 10))).isInstanceOf(Refusal.class)
                .hasMessage("Nobody of ours is known as 'Олжас'.");
    }

    @Test
    void plans_go_along_with_a_handover_and_come_back_at_its_end() {
        company.plans(acme, Channel.PHONE, IN_A_MONTH, "Смета");
        company.handedOver("Олег", "Ирина", List.of(acme, lotos), MONDAY, NEXT_WEEK);

        List<Portfolio> during = now().all();
        List<Portfolio> behind = at(NEXT_WEEK).all();

        assertThat(during).startsWith(new Portfolio("Ирина", 2, 1, 0));
        assertThat(behind).startsWith(new Portfolio("Олег", 2, 1, 0));
    }

    @Test
    void an_undone_handover_gives_everybody_back_whom_nobody_else_took_meanwhile() {
        HandoverId id = company.handedOver("Олег", "Ирина", List.of(acme, lotos), MONDAY, null);
        company.owned(lotos, "Пётр", MONDAY.plusSeconds(1));
        company.undone(id);

        WholeHandover undone = at(NEXT_WEEK).handover(id);

        assertThat(undone.handover().state()).isEqualTo(State.UNDONE);
        assertThat(undone.items()).containsExactly(new Moved(acme, "Acme", "Олег"),
                new Moved(lotos, "Лотос", "Пётр"));
    }

    @Test
    void handovers_are_told_the_last_one_first_with_how_they_stand() {
        company.handedOver("Олег", "Ирина", List.of(acme), LAST_YEAR, LAST_YEAR.plus(Duration.ofDays(14)));
        company.handedOver("Олег", "Ирина", List.of(acme), MONDAY, NEXT_WEEK);
        company.handedOver("Олег", null, List.of(acme, lotos), NEXT_WEEK, null);
        company.handedOver("Анна", "Пётр", List.of(nobodys), MONDAY, null);
        readable.caughtUp();

        Page<Handover> irinas = now().handovers("Ирина", 10, null);
        Page<Handover> first = now().handovers(null, 2, null);
        Page<Handover> second = now().handovers(null, 2, first.next());

        assertThat(irinas.items()).extracting(Handover::state).containsExactly(State.HOLDS, State.OVER);
        assertThat(first.items()).extracting(Handover::state, Handover::clients)
                .containsExactly(Tuple.tuple(State.HOLDS, 1L), Tuple.tuple(State.AHEAD, 2L));
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
    }

    @Test
    void a_preview_names_whom_a_filter_means_and_counts_the_plans_that_go_along() {
        company.plans(acme, Channel.PHONE, MONDAY.minusSeconds(1), "Смета");
        company.mailFrom(mail("acme@acme.example"), MONDAY.minusSeconds(900), "Котёл", "");

        HandoverPreview all = now().preview(asked("Олег", null, null));
        HandoverPreview some = now().preview(asked("Олег", "лот", null));
        HandoverPreview touched = now().preview(asked("Олег", null, new LastContact(MONDAY.minusSeconds(1000), null)));

        assertThat(all.clients()).extracting(ChangingHands::id).containsExactly(acme, lotos);
        assertThat(all.count()).isEqualTo(2);
        assertThat(all.plans()).isEqualTo(1);
        assertThat(all.overdue()).isEqualTo(1);
        assertThat(all.promises()).extracting(Promise::subject).containsExactly("Смета");
        assertThat(some.clients()).extracting(ChangingHands::id).containsExactly(lotos);
        assertThat(some.plans()).isZero();
        assertThat(touched.clients()).extracting(ChangingHands::id).containsExactly(acme);
    }

    @Test
    void a_preview_tells_for_whom_somebody_stands_in_meanwhile() {
        HandoverId standing = company.handedOver("Олег", "Ирина", List.of(acme), MONDAY, NEXT_WEEK);

        HandoverPreview irinas = now().preview(asked("Ирина", null, null));

        assertThat(irinas.clients()).singleElement().satisfies(client -> {
            assertThat(client.id()).isEqualTo(acme);
            assertThat(client.standIn()).isEqualTo(
                    new HandoverPreview.StandIn(standing, "Олег", "Ирина", MONDAY, NEXT_WEEK));
        });
    }

    @Test
    void a_preview_of_named_clients_counts_whoever_was_merged_as_whom_she_counts() {
        company.merged(acme, lotos);

        HandoverPreview named = now().preview(new HandoverQuestion("Олег", "Пётр", null, null, Set.of(lotos, nobodys),
                null, null, null, null));

        assertThat(named.clients()).extracting(ChangingHands::id, ChangingHands::owner)
                .containsExactlyInAnyOrder(Tuple.tuple(acme, "Олег"), Tuple.tuple(nobodys, null));
    }

    @Test
    void whoever_was_merged_is_in_the_portfolio_of_whom_she_counts_as() {
        company.owned(lotos, "Анна", LAST_YEAR);
        company.plans(lotos, Channel.PHONE, NEXT_WEEK, "Смета");
        company.merged(acme, lotos);

        List<Portfolio> all = now().all();

        assertThat(all).containsExactly(new Portfolio("Олег", 1, 1, 0), new Portfolio(null, 1, 0, 0));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Portfolios portfolios = now();

        assertThatThrownBy(() -> portfolios.preview(asked("Пётр", null, null))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> portfolios.preview(new HandoverQuestion("Олег", "Пётр", MONDAY, MONDAY, null, null,
                null, null, null))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> portfolios.preview(new HandoverQuestion("Олег", "Пётр", null, null,
                Set.of(ClientId.next(MONDAY)), null, null, null, null))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> portfolios.handover(HandoverId.next(MONDAY))).isInstanceOf(Refusal.class);
    }

    private Portfolios now() {
        return at(MONDAY);
    }

    private Portfolios at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Portfolios(readable.caughtUp().database(), new Clients(readable.database(), clock, ZoneOffset.UTC),
                clock);
    }

    private static ClientQuestion clientsOf(String owner, int limit) {
        return new ClientQuestion(null, null, null, owner, null, limit, null);
    }

    private static HandoverQuestion asked(String from, @Nullable String q, @Nullable LastContact last) {
        return new HandoverQuestion(from, "Пётр", null, null, null, q, ClientEvent.Kind.CLIENT, null, last);
    }
}
