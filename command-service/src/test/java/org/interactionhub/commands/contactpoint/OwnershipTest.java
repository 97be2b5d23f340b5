package org.interactionhub.commands.contactpoint;

import static org.interactionhub.commands.Told.point;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnershipTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ContactPoint MAIL = point("anna@acme.example");

    private final FixtureConfiguration<Ownership> ownership = new AggregateTestFixture<>(Ownership.class);
    private final ClientId acme = ClientId.next(NOON);
    private final ClientId other = ClientId.next(NOON);

    @Test
    void a_contact_point_that_is_nobodys_can_be_linked() {
        ownership.givenNoPriorActivity().when(new LinkContactPoint(MAIL, acme)).expectEvents(linked(acme));
    }

    @Test
    void a_contact_point_that_was_unlinked_can_be_linked_again() {
        ownership.given(linked(other), new ContactPointUnlinked(MAIL, other, null))
                .when(new LinkContactPoint(MAIL, acme)).expectEvents(linked(acme));
    }

    @Test
    void linking_it_twice_says_nothing_new() {
        ownership.given(linked(acme)).when(new LinkContactPoint(MAIL, acme)).expectNoEvents();
    }

    @Test
    void a_contact_point_of_somebody_else_is_refused_by_name() {
        ownership.given(linked(other)).when(new LinkContactPoint(MAIL, acme))
                .expectException(ContactPointRefused.class).expectExceptionMessage("The contact point email "
                        + MAIL.value() + " belongs to the client " + other + " already. Nothing was written.")
                .expectNoEvents();
    }

    private static ContactPointLinked linked(ClientId client) {
        return new ContactPointLinked(MAIL, client, Method.STAFF, null, null, null);
    }
}
