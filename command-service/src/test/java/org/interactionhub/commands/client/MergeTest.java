package org.interactionhub.commands.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.commands.Told.point;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.config.Configuration;
import org.interactionhub.commands.Aggregates;
import org.interactionhub.commands.client.MergeController.Distinguishing;
import org.interactionhub.commands.client.MergeController.Merged;
import org.interactionhub.commands.client.MergeController.Merging;
import org.interactionhub.commands.client.MergeController.Undoing;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent.ClientAbsorbed;
import org.interactionhub.events.ClientEvent.ClientRestored;
import org.interactionhub.events.ClientEvent.ClientsMerged;
import org.interactionhub.events.ClientEvent.ClientsUnmerged;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MergeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static EventStore store;
    private static Configuration aggregates;
    private static StaffCommands commands;
    private static Kinship kinship;
    private static MergeController merges;

    @BeforeAll
    static void open() {
        store = new EventStore(DATABASE.asCommand());
        aggregates = Aggregates.on(store, new KnownInteractionTable(DATABASE.asCommand()));
        aggregates.start();
        commands = new StaffCommands(aggregates.commandGateway());
        kinship = new Kinship(store.log());
        merges = new MergeController(commands, kinship, store.log());
    }

    @AfterAll
    static void close() {
        aggregates.shutdown();
        store.close();
        DATABASE.close();
    }

    @Test
    void two_clients_are_one_and_the_merge_is_named_by_where_it_stands() {
        ClientId anna = client("Анна Петрова");
        ClientId anya = client("Аня");

        Merged merged = merges.merge(anna, new Merging(anya, " один и тот же голос "), "Olga");

        assertThat(event(merged.position())).isEqualTo(new ClientsMerged(anna, anya, "один и тот же голос"));
        assertThat(merged.id()).isEqualTo(Long.toString(merged.position()));
        assertThat(facts(anya)).contains(new ClientAbsorbed(anya, anna));
        assertThat(kinship.headOf(anya)).isEqualTo(anna);
    }

    @Test
    void of_many_each_is_whom_she_counts_as_and_named_once() {
        ClientId anna = client("Анна");
        ClientId anya = client("Аня");
        ClientId boris = client("Борис");
        merges.merge(anna, new Merging(anya, null), null);

        List<ClientId> heads = kinship.headsOf(List.of(anya, boris, anna));

        assertThat(heads).containsExactly(anna, boris);
    }

    @Test
    void an_old_id_still_stands_for_whoever_she_counts_as() {
        ClientId anna = client("Анна");
        ClientId anya = client("Аня");
        ClientId third = client("А. Петрова");
        merges.merge(anna, new Merging(anya, null), null);

        merges.merge(anya, new Merging(third, null), null);

        assertThat(kinship.headOf(third)).isEqualTo(anna);
    }

    @Test
    void what_is_said_of_an_old_id_is_said_of_the_survivor() {
        ClientId anna = client("Анна");
        ClientId anya = client("Аня");
        merges.merge(anna, new Merging(anya, null), null);

        commands.send(new RenameClient(kinship.headOf(anya), "Анна Петрова"), Optional.empty());

        assertThat(facts(anna)).contains(new ClientEvent.ClientRenamed(anna, "Анна Петрова"));
    }

    @Test
    void nobody_is_merged_with_herself_however_she_is_called() {
        ClientId anna = client("Анна");
        ClientId anya = client("Аня");
        merges.merge(anna, new Merging(anya, null), null);

        assertThatThrownBy(() -> merges.merge(anya, new Merging(anna, null), null)).isInstanceOf(Refusal.class)
                .hasMessageContaining("one client already: " + anna);
    }

    @Test
    void nobody_is_merged_with_somebody_unknown() {
        ClientId anna = client("Анна");
        ClientId unknown = ClientId.next(NOW);

        assertThatThrownBy(() -> merges.merge(anna, new Merging(unknown, null), null)).isInstanceOf(Refusal.class)
                .hasMessage("There is no client " + unknown + ".");
    }

    @Test
    void a_merge_is_undone_once_at_any_later_time() {
        ClientId anna = client("Анна");
        ClientId anya = client("Аня");
        ClientId other = client("Пётр");
        Merged merged = merges.merge(anna, new Merging(anya, null), null);
        merges.merge(other, new Merging(anna, null), null);

        merges.undo(merged.id(), new Undoing("это её сестра"), null);

        assertThat(facts(anna)).contains(new ClientsUnmerged(anna, anya, merged.position(), "это её сестра"));
        assertThat(facts(anya)).contains(new ClientRestored(anya, anna));
        assertThat(kinship.headOf(anya)).isEqualTo(anya);
        assertThat(kinship.headOf(anna)).isEqualTo(other);
        assertThatThrownBy(() -> merges.undo(merged.id(), null, null)).isInstanceOf(Refusal.class)
                .hasMessage("The merge " + merged.id() + " is undone already.");
    }

    @Test
    void an_old_merge_is_not_undone_by_undoing_a_new_one_of_the_same_two() {
        ClientId anna = client("Анна");
        ClientId anya = client("Аня");
        Merged first = merges.merge(anna, new Merging(anya, null), null);
        merges.undo(first.id(), null, null);
        merges.merge(anna, new Merging(anya, null), null);

        assertThatThrownBy(() -> merges.undo(first.id(), null, null)).isInstanceOf(Refusal.class);
        assertThat(kinship.headOf(anya)).isEqualTo(anna);
    }

    @Test
    void what_is_no_merge_cannot_be_undone() {
        client("Анна");

        for (String merge : List.of("1", "0", "99999999", "none", "-1")) {
            assertThatThrownBy(() -> merges.undo(merge, null, null)).as(merge).isInstanceOf(Refusal.class)
                    .hasMessage("There is no merge " + merge + ".");
        }
    }

    @Test
    void who_was_declared_somebody_else_is_not_merged_until_that_is_withdrawn() {
        ClientId anna = client("Анна Петрова, Казань");
        ClientId namesake = client("Анна Петрова, Пермь");
        ClientId anya = client("Аня");
        merges.distinguish(anna, new Distinguishing(namesake, "однофамильцы"), "Olga");
        merges.merge(anya, new Merging(anna, null), null);

        assertThatThrownBy(() -> merges.merge(namesake, new Merging(anya, null), null)).isInstanceOf(Refusal.class)
                .hasMessageContaining("different clients");
        merges.withdraw(namesake, new Distinguishing(anya, "она переехала"), "Olga");
        merges.merge(namesake, new Merging(anya, null), null);

        assertThat(kinship.headOf(anna)).isEqualTo(namesake);
    }

    @Test
    void what_nobody_declared_cannot_be_withdrawn() {
        ClientId anna = client("Анна");
        ClientId anya = client("Аня");

        assertThatThrownBy(() -> merges.withdraw(anna, new Distinguishing(anya, null), null))
                .isInstanceOf(Refusal.class).hasMessageContaining("Nobody declared");
    }

    /** However people cross each other, nobody ends up as nobody: there is always one as whom everybody counts. */
    @Test
    void merges_that_cross_each_other_end_in_one_client() throws Exception {
        List<ClientId> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(client("Клиент " + i));
        }

        List<Future<Object>> done = atOnce(clients);
        for (Future<Object> one : done) {
            one.get();
        }

        assertThat(clients.stream().map(kinship::headOf).distinct()).hasSize(1);
        long merged = clients.stream().flatMap(client -> facts(client).stream())
                .filter(ClientAbsorbed.class::isInstance).count();
        assertThat(merged).isEqualTo(clients.size() - 1);
    }

    private static List<Future<Object>> atOnce(List<ClientId> clients) throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        List<Callable<Object>> tellings = new ArrayList<>();
        for (ClientId one : clients) {
            for (ClientId other : clients) {
                if (!one.equals(other)) {
                    tellings.add(() -> {
                        begin.await();
                        return untilOne(one, other);
                    });
                }
            }
        }
        ExecutorService people = Executors.newFixedThreadPool(tellings.size());
        try (people) {
            List<Future<Object>> done = tellings.stream().map(people::submit).toList();
            begin.countDown();
            return done;
        }
    }

    /** Whoever is told that somebody was faster looks again. */
    private static Object untilOne(ClientId one, ClientId other) {
        while (true) {
            try {
                merges.merge(one, new Merging(other, null), null);
            } catch (Refusal refused) {
                if (String.valueOf(refused.getMessage()).contains("one client already")) {
                    return one;
                }
            }
        }
    }

    private static ClientId client(String name) {
        ClientId id = ClientId.next(NOW);
        ContactPoint mail = point(UUID.randomUUID() + "@acme.example");
        OptionalLong written = commands.send(
                new RegisterClient(id, ClientEvent.Kind.CLIENT, null, name, List.of(mail), null, NOW),
                Optional.empty());
        assertThat(written).isPresent();
        return id;
    }

    private static HubEvent event(long position) {
        return store.log().at(position).flatMap(StoredEvent::event).orElseThrow();
    }

    private static List<HubEvent> facts(ClientId client) {
        return store.log().stream(client.value()).stream().map(stored -> stored.event().orElseThrow()).toList();
    }
}
