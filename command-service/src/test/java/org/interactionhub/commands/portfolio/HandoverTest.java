package org.interactionhub.commands.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.config.Configuration;
import org.interactionhub.commands.Aggregates;
import org.interactionhub.commands.client.Kinship;
import org.interactionhub.commands.client.RegisterClient;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.commands.portfolio.HandoverController.HandedOver;
import org.interactionhub.commands.portfolio.HandoverController.HandingOver;
import org.interactionhub.commands.portfolio.HandoverController.Undoing;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HandoverId;
import org.interactionhub.events.PortfolioEvent.HandoverUndone;
import org.interactionhub.events.PortfolioEvent.PortfolioHandedOver;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandoverTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-30T00:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static EventStore store;
    private static Configuration aggregates;
    private static StaffCommands commands;
    private static HandoverController handovers;

    @BeforeAll
    static void open() {
        store = new EventStore(DATABASE.asCommand());
        aggregates = Aggregates.on(store, new KnownInteractionTable(DATABASE.asCommand()));
        aggregates.start();
        commands = new StaffCommands(aggregates.commandGateway());
        handovers = new HandoverController(commands, new Kinship(store.log()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        aggregates.shutdown();
        store.close();
        DATABASE.close();
    }

    @Test
    void all_clients_change_hands_by_one_fact() {
        ClientId acme = client("Acme");
        ClientId lotos = client("Лотос");

        HandedOver told = handovers.handOver(
                said(" Олег ", "Ирина", List.of(acme, lotos, acme), MONDAY, MONDAY.plus(Duration.ofDays(14)),
                        " отпуск "),
                "Olga");

        StoredEvent stored = store.log().at(told.position()).orElseThrow();
        assertThat(stored.event()).contains(new PortfolioHandedOver(told.id(), "Олег", "Ирина", List.of(acme, lotos),
                MONDAY, MONDAY.plus(Duration.ofDays(14)), "отпуск"));
        assertThat(stored.stream()).isEqualTo(told.id().value());
        assertThat(stored.occurredAt()).isEqualTo(MONDAY);
        assertThat(store.log().head()).isEqualTo(told.position());
    }

    @Test
    void without_a_day_it_is_from_now_on_and_without_an_end_for_good() {
        ClientId acme = client("Acme");

        HandedOver told = handovers.handOver(said(null, "Ирина", List.of(acme), null, null, null), null);

        assertThat(store.log().at(told.position()).orElseThrow().event())
                .contains(new PortfolioHandedOver(told.id(), null, "Ирина", List.of(acme), NOW, null, null));
    }

    @Test
    void it_is_undone_once() {
        HandedOver told = handovers.handOver(said("Олег", "Ирина", List.of(client("Acme")), null, null, null), null);

        long undone = handovers.undo(told.id(), new Undoing(" ошибка "), "Olga").position();

        assertThat(store.log().at(undone).orElseThrow().event()).contains(new HandoverUndone(told.id(), "ошибка"));
        refused(() -> handovers.undo(told.id(), null, null), 409)
                .hasMessage("The handover " + told.id() + " is undone already.");
    }

    @Test
    void what_was_never_handed_over_cannot_be_undone() {
        HandoverId unknown = HandoverId.next(NOW);

        refused(() -> handovers.undo(unknown, null, null), 404).hasMessage("There is no handover " + unknown + ".");
    }

    @Test
    void a_client_whom_nobody_knows_is_refused_and_nothing_is_written() {
        ClientId unknown = ClientId.next(NOW);
        ClientId acme = client("Acme");
        long head = store.log().head();

        refused(() -> handovers.handOver(said("Олег", "Ирина", List.of(acme, unknown), null, null, null), null), 404)
                .hasMessage("There is no client " + unknown + ".");
        assertThat(store.log().head()).isEqualTo(head);
    }

    @Test
    void nobody_hands_over_to_herself() {
        ClientId acme = client("Acme");

        refused(() -> handovers.handOver(said("Ирина", " Ирина", List.of(acme), null, null, null), null), 400)
                .hasMessage("'from' and 'to' are the same; clients are handed over to somebody else.");
        refused(() -> handovers.handOver(said(null, " ", List.of(acme), null, null, null), null), 400);
    }

    @Test
    void somebody_changes_hands_and_no_more_than_can_be_looked_over() {
        List<ClientId> many = Stream.generate(() -> ClientId.next(NOW)).limit(Handover.MOST_CLIENTS + 1L).toList();

        refused(() -> handovers.handOver(said("Олег", "Ирина", List.of(), null, null, null), null), 400);
        refused(() -> handovers.handOver(said("Олег", "Ирина", many, null, null, null), null), 400)
                .hasMessage(
                        "At most 5000 clients change hands by one handover; narrow them down and hand over more than"
                                + " once.");
    }

    @Test
    void a_handover_ends_behind_its_beginning_and_neither_lies_in_a_mistyped_year() {
        List<ClientId> acme = List.of(client("Acme"));

        refused(() -> handovers.handOver(said("Олег", "Ирина", acme, MONDAY, MONDAY, null), null), 400);
        refused(() -> handovers.handOver(said("Олег", "Ирина", acme, MONDAY,
                Instant.parse("2206-11-24T12:00:00Z"), null), null), 400);
        refused(() -> handovers.handOver(said("Олег", "Ирина", acme,
                Instant.parse("2206-11-24T12:00:00Z"), null, null), null), 400);
    }

    @Test
    void names_are_of_one_line_and_reasons_short() {
        List<ClientId> acme = List.of(client("Acme"));

        refused(() -> handovers.handOver(said("Олег", "Ирина\nСоколова", acme, null, null, null), null), 400);
        refused(() -> handovers.handOver(said("О".repeat(201), "Ирина", acme, null, null, null), null), 400);
        refused(() -> handovers.handOver(said("Олег", "Ирина", acme, null, null, "о".repeat(2001)), null), 400);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable said, int status) {
        return assertThatThrownBy(said).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.status().value()).isEqualTo(status));
    }

    private static HandingOver said(@Nullable String from, @Nullable String to, List<ClientId> clients,
            @Nullable Instant since, @Nullable Instant until, @Nullable String reason) {
        return new HandingOver(from, to, clients, since, until, reason);
    }

    private static ClientId client(String name) {
        ClientId id = ClientId.next(NOW);
        commands.send(new RegisterClient(id, ClientEvent.Kind.CLIENT, null, name, List.of(), null, NOW),
                Optional.empty());
        return id;
    }
}
