package org.interactionhub.commands.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.commands.Told.point;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.interactionhub.commands.contactpoint.ContactPoints;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientTest {

    private static final ContactPoint MAIL = point("anna@acme.example");

    private final ClientId acme = ClientId.next(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<ContactPoint> linked = new ArrayList<>();
    private FixtureConfiguration<Client> client;

    @BeforeEach
    void open() {
        client = new AggregateTestFixture<>(Client.class);
        client.registerInjectableResource((ContactPoints) (point, _) -> linked.add(point));
    }

    @Test
    void a_client_is_registered_with_her_contact_points() {
        client.givenNoPriorActivity().when(register("Acme"))
                .expectEvents(new ClientRegistered(acme, ClientEvent.Kind.CLIENT, "Acme"));

        assertThat(linked).containsExactly(MAIL);
    }

    @Test
    void a_client_has_a_name() {
        client.givenNoPriorActivity().when(register(" ")).expectException(ClientRefused.class).expectNoEvents();
    }

    @Test
    void a_client_is_registered_once() {
        client.given(new ClientRegistered(acme, ClientEvent.Kind.CLIENT, "Acme")).when(register("Acme"))
                .expectException(ClientRefused.class).expectNoEvents();
    }

    @Test
    void a_contact_point_is_added_to_a_client_who_is_known() {
        client.given(new ClientRegistered(acme, ClientEvent.Kind.CLIENT, "Acme"))
                .when(new AddContactPoint(acme, MAIL)).expectSuccessfulHandlerExecution();

        assertThat(linked).containsExactly(MAIL);
    }

    @Test
    void a_contact_point_cannot_be_added_to_nobody() {
        client.givenNoPriorActivity().when(new AddContactPoint(acme, MAIL)).expectException(ClientRefused.class)
                .expectExceptionMessage("There is no client " + acme + ".").expectNoEvents();
    }

    private RegisterClient register(String name) {
        return new RegisterClient(acme, ClientEvent.Kind.CLIENT, name, List.of(MAIL));
    }
}
