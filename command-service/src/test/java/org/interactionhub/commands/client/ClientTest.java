package org.interactionhub.commands.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.commands.Told.point;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.interactionhub.commands.contactpoint.ContactPoints;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientTest {

    private static final ContactPoint MAIL = point("anna@acme.example");

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private final ClientId acme = ClientId.next(NOW);
    private final List<ContactPoint> linked = new ArrayList<>();
    private FixtureConfiguration<Client> client;

    @BeforeEach
    void open() {
        client = new AggregateTestFixture<>(Client.class);
        client.registerInjectableResource((ContactPoints) (point, _, _) -> linked.add(point));
        client.registerInjectableResource(new NobodyElse());
    }

    @Test
    void a_client_is_registered_with_her_contact_points() {
        client.givenNoPriorActivity().when(register("Acme"))
                .expectEvents(new ClientRegistered(acme, ClientEvent.Kind.CLIENT, "Acme"));

        assertThat(linked).containsExactly(MAIL);
    }

    @Test
    void nobody_can_have_got_to_know_a_client_tomorrow() {
        client.givenNoPriorActivity()
                .when(new RegisterClient(acme, ClientEvent.Kind.CLIENT, null, "Acme", List.of(),
                        NOW.plus(Duration.ofDays(1)),
                        NOW))
                .expectException(ClientRefused.class).expectNoEvents();
    }

    @Test
    void a_client_has_a_name() {
        client.givenNoPriorActivity().when(register(" ")).expectException(ClientRefused.class).expectNoEvents();
    }

    @Test
    void a_contact_point_is_added_to_a_client_who_is_known() {
        client.given(new ClientRegistered(acme, ClientEvent.Kind.CLIENT, "Acme"))
                .when(new AddContactPoint(acme, MAIL, Set.of(acme))).expectSuccessfulHandlerExecution();

        assertThat(linked).containsExactly(MAIL);
    }

    @Test
    void a_contact_point_cannot_be_added_to_nobody() {
        client.givenNoPriorActivity().when(new AddContactPoint(acme, MAIL, Set.of(acme)))
                .expectException(ClientRefused.class)
                .expectExceptionMessage("There is no client " + acme + ".").expectNoEvents();
    }

    @Test
    void somebody_looks_after_a_client_from_the_day_that_was_said() {
        registered().when(own("Ирина Соколова ", YESTERDAY))
                .expectEvents(new OwnerAssigned(acme, "Ирина Соколова", YESTERDAY));
    }

    @Test
    void without_a_name_nobody_looks_after_her_any_more() {
        registered().when(own(" ", NOW)).expectEvents(new OwnerAssigned(acme, null, NOW));
    }

    @Test
    void the_same_owner_for_the_same_day_is_said_again_since_she_may_have_been_handed_over_in_between() {
        client.given(new ClientRegistered(acme, ClientEvent.Kind.CLIENT, "Acme"),
                new OwnerAssigned(acme, "Ирина Соколова", YESTERDAY)).when(own("Ирина Соколова", YESTERDAY))
                .expectEvents(new OwnerAssigned(acme, "Ирина Соколова", YESTERDAY));
    }

    @Test
    void nobody_can_look_after_her_in_a_mistyped_year() {
        registered().when(own("Ирина Соколова", Instant.parse("2206-11-24T12:00:00Z")))
                .expectException(ClientRefused.class)
                .expectExceptionMessage("'since' is 2206-11-24T12:00:00Z; it lies after 1900 and at most a year ahead.")
                .expectNoEvents();
    }

    @Test
    void an_owner_is_a_name_of_one_line() {
        registered().when(own("Ирина\nСоколова", NOW)).expectException(ClientRefused.class).expectNoEvents();
    }

    @Test
    void nobody_can_look_after_nobody() {
        client.givenNoPriorActivity().when(own("Ирина Соколова", NOW)).expectException(ClientRefused.class)
                .expectNoEvents();
    }

    @Test
    void a_client_gets_another_name() {
        registered().when(new RenameClient(acme, "Acme GmbH")).expectEvents(new ClientRenamed(acme, "Acme GmbH"));
    }

    @Test
    void the_name_that_she_has_is_no_news() {
        registered().when(new RenameClient(acme, "Acme")).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void another_name_is_a_name() {
        registered().when(new RenameClient(acme, " ")).expectException(ClientRefused.class).expectNoEvents();
    }

    @Test
    void who_was_merged_into_another_is_not_spoken_of_by_her_old_id() {
        ClientId survivor = ClientId.next(NOW);
        client.given(new ClientRegistered(acme, ClientEvent.Kind.CLIENT, "Acme"),
                new ClientEvent.ClientAbsorbed(acme, survivor))
                .when(new RenameClient(acme, "Acme GmbH")).expectException(ClientRefused.class)
                .expectExceptionMessage("The client " + acme + " was merged into " + survivor
                        + " at this moment. Look at that one and decide again.")
                .expectNoEvents();
    }

    /** There is one client in this test. */
    private static final class NobodyElse implements OtherClients {

        @Override
        public boolean areDeclaredDistinct(ClientId one, ClientId other) {
            return false;
        }

        @Override
        public void absorb(ClientId other, ClientId survivor) {
            throw ClientRefused.unknown(other);
        }

        @Override
        public void restore(ClientId other, ClientId survivor) {
            throw ClientRefused.unknown(other);
        }
    }

    private TestExecutor<Client> registered() {
        return client.given(new ClientRegistered(acme, ClientEvent.Kind.CLIENT, "Acme"));
    }

    private AssignOwner own(String owner, Instant since) {
        return new AssignOwner(acme, owner, since, NOW);
    }

    private RegisterClient register(String name) {
        return new RegisterClient(acme, ClientEvent.Kind.CLIENT, null, name, List.of(MAIL), null, NOW);
    }
}
