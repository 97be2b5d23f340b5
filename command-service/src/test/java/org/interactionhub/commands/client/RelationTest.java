package org.interactionhub.commands.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.interactionhub.commands.Aggregates;
import org.interactionhub.commands.client.MergeController.Merging;
import org.interactionhub.commands.client.RelationController.Ending;
import org.interactionhub.commands.client.RelationController.Relating;
import org.interactionhub.commands.client.RelationController.Stating;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent.ClientRelated;
import org.interactionhub.events.ClientEvent.ClientUnrelated;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.Party;
import org.interactionhub.events.Relation;
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
class RelationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant SPRING = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2025-09-01T00:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static EventStore store;
    private static Configuration aggregates;
    private static StaffCommands commands;
    private static RelationController relations;
    private static MergeController merges;

    @BeforeAll
    static void open() {
        store = new EventStore(DATABASE.asCommand());
        aggregates = Aggregates.on(store, new KnownInteractionTable(DATABASE.asCommand()));
        aggregates.start();
        commands = new StaffCommands(aggregates.commandGateway());
        Kinship kinship = new Kinship(store.log());
        relations = new RelationController(commands, kinship, store.log());
        merges = new MergeController(commands, kinship, store.log());
    }

    @AfterAll
    static void close() {
        aggregates.shutdown();
        store.close();
        DATABASE.close();
    }

    @Test
    void somebody_works_for_an_organisation() {
        ClientId anna = client("Анна Петрова");
        ClientId romashka = client("Ромашка");

        relations.relate(anna, employee(romashka, " инженер ", null, null), "Olga");

        assertThat(last(anna)).isEqualTo(told(anna, romashka, "инженер", null, null));
    }

    @Test
    void she_has_another_role_from_a_day_on_and_keeps_the_earlier_one_before_it() {
        ClientId anna = client("Анна Петрова");
        ClientId romashka = client("Ромашка");
        relations.relate(anna, employee(romashka, "инженер", null, null), null);

        relations.relate(anna, employee(romashka, "директор", SPRING, null), null);

        assertThat(facts(anna)).endsWith(told(anna, romashka, "директор", SPRING, null),
                told(anna, romashka, "инженер", null, SPRING));
    }

    @Test
    void saying_it_twice_says_nothing_new() {
        ClientId anna = client("Анна Петрова");
        ClientId romashka = client("Ромашка");
        long first = relations.relate(anna, employee(romashka, null, null, null), null).position();

        assertThat(relations.relate(anna, employee(romashka, null, null, null), null).position()).isEqualTo(first);
    }

    @Test
    void whoever_left_belonged_there_until_that_day() {
        ClientId anna = client("Анна Петрова");
        ClientId romashka = client("Ромашка");
        relations.relate(anna, employee(romashka, "инженер", SPRING, null), null);

        relations.end(anna, new Ending(romashka, Relation.EMPLOYEE_OF, AUTUMN, "уволилась"), null);

        assertThat(facts(anna)).endsWith(
                new ClientUnrelated(anna, romashka, Relation.EMPLOYEE_OF, "уволилась"),
                told(anna, romashka, "инженер", SPRING, AUTUMN));
    }

    @Test
    void whoever_never_belonged_there_belonged_there_at_no_time() {
        ClientId anna = client("Анна Петрова");
        ClientId romashka = client("Ромашка");
        relations.relate(anna, employee(romashka, null, null, null), null);

        relations.end(anna, new Ending(romashka, Relation.EMPLOYEE_OF, null, null), null);

        assertThat(last(anna)).isEqualTo(new ClientUnrelated(anna, romashka, Relation.EMPLOYEE_OF, null));
    }

    @Test
    void what_was_said_of_somebody_who_was_merged_can_be_ended_by_either_id() {
        ClientId anna = client("Анна Петрова");
        ClientId anya = client("Аня");
        ClientId romashka = client("Ромашка");
        relations.relate(anya, employee(romashka, null, null, null), null);
        merges.merge(anna, new Merging(anya, null), null);

        relations.end(anna, new Ending(romashka, Relation.EMPLOYEE_OF, null, null), null);

        assertThat(last(anya)).isEqualTo(new ClientUnrelated(anya, romashka, Relation.EMPLOYEE_OF, null));
    }

    @Test
    void nobody_belongs_to_herself_however_she_is_called() {
        ClientId anna = client("Анна Петрова");
        ClientId anya = client("Аня");
        merges.merge(anna, new Merging(anya, null), null);

        assertThatThrownBy(() -> relations.relate(anna, employee(anya, null, null, null), null))
                .isInstanceOf(Refusal.class).hasMessageContaining("A client belongs to somebody else");
    }

    @Test
    void what_nobody_said_cannot_be_ended() {
        ClientId anna = client("Анна Петрова");
        ClientId romashka = client("Ромашка");

        assertThatThrownBy(() -> relations.end(anna, new Ending(romashka, Relation.OFFICE_OF, null, null), null))
                .isInstanceOf(Refusal.class).hasMessageContaining("Nobody said");
    }

    @Test
    void a_period_has_a_length() {
        ClientId anna = client("Анна Петрова");
        ClientId romashka = client("Ромашка");

        assertThatThrownBy(() -> relations.relate(anna, employee(romashka, null, AUTUMN, SPRING), null))
                .isInstanceOf(Refusal.class).hasMessageContaining("'until' has to lie behind 'from'");
    }

    @Test
    void a_client_is_known_by_law_with_a_tidied_tax_number() {
        ClientId romashka = client("Ромашка");

        relations.state(romashka, new Stating(Party.ORGANISATION, " ООО «Ромашка» ", "7701 234567", " "), null);

        assertThat(last(romashka))
                .isEqualTo(new PartyStated(romashka, Party.ORGANISATION, "ООО «Ромашка»", "7701234567", null));
    }

    @Test
    void what_is_no_tax_number_is_refused_with_an_example_of_what_is() {
        ClientId romashka = client("Ромашка");

        assertThatThrownBy(() -> relations.state(romashka, new Stating(null, null, "неизвестен", null), null))
                .isInstanceOf(Refusal.class).hasMessageContaining("is no tax number");
    }

    private static Relating employee(ClientId of, @Nullable String role, @Nullable Instant from,
            @Nullable Instant until) {
        return new Relating(of, Relation.EMPLOYEE_OF, role, from, until);
    }

    private static ClientRelated told(ClientId client, ClientId to, @Nullable String role, @Nullable Instant from,
            @Nullable Instant until) {
        return new ClientRelated(client, to, Relation.EMPLOYEE_OF, role, from, until);
    }

    private static ClientId client(String name) {
        ClientId id = ClientId.next(NOW);
        assertThat(commands.send(
                new RegisterClient(id, ClientEvent.Kind.CLIENT, null, name, List.of(), null, NOW), Optional.empty()))
                .isPresent();
        return id;
    }

    private static HubEvent last(ClientId client) {
        return facts(client).getLast();
    }

    private static List<HubEvent> facts(ClientId client) {
        return store.log().stream(client.value()).stream().map(StoredEvent::event).flatMap(Optional::stream).toList();
    }
}
