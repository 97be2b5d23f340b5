package org.interactionhub.commands.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.commands.Told.point;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent.ContactPointClassified;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.ContactPointEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnershipTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-24T18:00:00Z");
    private static final ContactPoint MAIL = point("anna@acme.example");

    private final FixtureConfiguration<Ownership> ownership = new AggregateTestFixture<>(Ownership.class);
    private final ClientId acme = ClientId.next(NOON);
    private final ClientId other = ClientId.next(NOON);
    private final ClientId third = ClientId.next(NOON);

    @Test
    void a_contact_point_that_is_nobodys_can_be_linked() {
        ownership.givenNoPriorActivity().when(new LinkContactPoint(MAIL, acme, Set.of(acme)))
                .expectEvents(linked(acme));
    }

    @Test
    void a_contact_point_that_was_unlinked_can_be_linked_again() {
        ownership.given(linked(other), new ContactPointUnlinked(MAIL, other, null))
                .when(new LinkContactPoint(MAIL, acme, Set.of(acme))).expectEvents(linked(acme));
    }

    @Test
    void linking_it_twice_says_nothing_new() {
        ownership.given(linked(acme)).when(new LinkContactPoint(MAIL, acme, Set.of(acme))).expectNoEvents();
    }

    @Test
    void what_is_somebodys_who_counts_as_her_is_hers_already() {
        ownership.given(linked(other)).when(new LinkContactPoint(MAIL, acme, Set.of(acme, other))).expectNoEvents();
    }

    @Test
    void a_contact_point_of_somebody_else_is_refused_by_name() {
        ownership.given(linked(other)).when(new LinkContactPoint(MAIL, acme, Set.of(acme)))
                .expectException(ContactPointRefused.class).expectExceptionMessage("The contact point email "
                        + MAIL.value() + " belongs to the client " + other + " already. Nothing was written.")
                .expectNoEvents();
    }

    @Test
    void a_shared_mailbox_stays_whose_it_is() {
        ownership.given(linked(acme)).when(new ClassifyContactPoint(MAIL, ContactPointClass.SHARED, "Sales"))
                .expectEvents(new ContactPointClassified(MAIL, ContactPointClass.SHARED, "Sales"));
    }

    @Test
    void a_phone_of_our_own_people_is_nobodys_client() {
        ownership.given(linked(acme)).when(new ClassifyContactPoint(MAIL, ContactPointClass.OWN_STAFF, "Pavel"))
                .expectEvents(new ContactPointClassified(MAIL, ContactPointClass.OWN_STAFF, "Pavel"),
                        new ContactPointUnlinked(MAIL, acme, "Pavel"));
    }

    @Test
    void what_is_nobodys_is_given_to_nobody() {
        ownership.given(new ContactPointClassified(MAIL, ContactPointClass.BLOCKED, null))
                .when(new LinkContactPoint(MAIL, acme, Set.of(acme))).expectException(ContactPointRefused.class)
                .expectExceptionMessage("The contact point email " + MAIL.value()
                        + " was classified as blocked and is nobody's. Classify it as personal or shared first.");
    }

    @Test
    void classifying_it_twice_says_nothing_new() {
        ownership.given(new ContactPointClassified(MAIL, ContactPointClass.SHARED, null))
                .when(new ClassifyContactPoint(MAIL, ContactPointClass.SHARED, null)).expectNoEvents();
    }

    @Test
    void it_is_moved_to_another_client_for_all_times() {
        ownership.given(linked(acme)).when(move(other, null, null))
                .expectEvents(new ContactPointUnlinked(MAIL, acme, "mistaken"), linked(other));
    }

    @Test
    void a_number_that_was_given_to_somebody_else_is_hers_from_that_day_on() {
        ownership.given(linked(acme)).when(move(other, NOON, null))
                .expectEvents(new ContactPointUnlinked(MAIL, acme, "mistaken"), linked(acme, null, NOON),
                        linked(other, NOON, null));
    }

    @Test
    void one_period_is_moved_and_what_is_before_and_behind_it_stays() {
        ownership.given(linked(acme)).when(move(other, NOON, EVENING))
                .expectEvents(new ContactPointUnlinked(MAIL, acme, "mistaken"), linked(acme, null, NOON),
                        linked(other, NOON, EVENING), linked(acme, EVENING, null));
    }

    @Test
    void a_period_over_two_owners_takes_from_both() {
        ownership.given(linked(acme, null, NOON), linked(other, NOON, null))
                .when(move(third, NOON.minusSeconds(60), EVENING))
                .expectEvents(new ContactPointUnlinked(MAIL, acme, "mistaken"),
                        new ContactPointUnlinked(MAIL, other, "mistaken"), linked(acme, null, NOON.minusSeconds(60)),
                        linked(third, NOON.minusSeconds(60), EVENING), linked(other, EVENING, null));
    }

    @Test
    void moving_it_to_whose_it_is_says_nothing_new() {
        ownership.given(linked(acme)).when(move(acme, NOON, null)).expectNoEvents();
    }

    @Test
    void a_period_ends_behind_its_beginning() {
        ownership.given(linked(acme)).when(move(other, NOON, NOON)).expectException(ContactPointRefused.class)
                .expectNoEvents();
    }

    @Test
    void what_was_never_anybodys_is_not_moved() {
        ownership.givenNoPriorActivity().when(move(other, null, null)).expectException(ContactPointRefused.class)
                .expectExceptionMessage("The contact point " + MAIL.id() + " was never linked to anybody.")
                .expectNoEvents();
    }

    @Test
    void what_was_somebodys_until_a_day_is_linked_from_that_day_on() {
        ownership.given(linked(acme, null, NOON)).when(new LinkContactPoint(MAIL, other, Set.of(other)))
                .expectEvents(linked(other, NOON, null));
    }

    /** Intake reads the same stream and must come to the same. */
    @Test
    void a_move_of_a_past_period_leaves_it_with_whose_it_is_now() {
        Spans spans = Spans.NONE;
        for (ContactPointEvent event : List.of(linked(acme, null, NOON), linked(other, NOON, null),
                new ContactPointUnlinked(MAIL, acme, null), linked(third, null, NOON.minusSeconds(60)),
                linked(acme, NOON.minusSeconds(60), NOON))) {
            spans = spans.with(event);
        }

        assertThat(spans.owner()).isEqualTo(other);
        assertThat(spans.freeSince()).isNull();
        assertThat(spans.all()).extracting(Span::client).containsExactly(third, acme, other);
    }

    private MoveContactPoint move(ClientId to, @Nullable Instant from, @Nullable Instant until) {
        return new MoveContactPoint(MAIL.id(), to, from, until, "mistaken");
    }

    private static ContactPointLinked linked(ClientId client, @Nullable Instant from, @Nullable Instant until) {
        return new ContactPointLinked(MAIL, client, Method.STAFF, null, from, until);
    }

    private static ContactPointLinked linked(ClientId client) {
        return new ContactPointLinked(MAIL, client, Method.STAFF, null, null, null);
    }
}
