package org.interactionhub.commands.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.interactionhub.commands.client.ClientRefused;
import org.interactionhub.commands.client.KnownClients;
import org.interactionhub.commands.interaction.InteractionCommand.AddNote;
import org.interactionhub.commands.interaction.InteractionCommand.AddNoteAt;
import org.interactionhub.commands.interaction.InteractionCommand.PlanInteraction;
import org.interactionhub.commands.interaction.InteractionCommand.RecordInteraction;
import org.interactionhub.commands.interaction.InteractionCommand.RecordOutcome;
import org.interactionhub.commands.interaction.InteractionCommand.RecordOutcome.State;
import org.interactionhub.commands.interaction.InteractionCommand.TakeDecision;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionEvent.DecisionTaken;
import org.interactionhub.events.InteractionEvent.InteractionCancelled;
import org.interactionhub.events.InteractionEvent.InteractionHeld;
import org.interactionhub.events.InteractionEvent.InteractionMissed;
import org.interactionhub.events.InteractionEvent.InteractionPlanned;
import org.interactionhub.events.InteractionEvent.NoteAdded;
import org.interactionhub.events.InteractionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InteractionTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final Instant TONIGHT = NOON.plus(Duration.ofHours(7));
    private static final Instant YESTERDAY = NOON.minus(Duration.ofDays(1));

    private final ClientId acme = ClientId.next(NOON);
    private final InteractionId visit = InteractionId.next(NOON);
    private final Set<InteractionId> heardByAChannel = new HashSet<>();
    private FixtureConfiguration<Interaction> interaction;

    @BeforeEach
    void open() {
        interaction = new AggregateTestFixture<>(Interaction.class);
        interaction.registerInjectableResource((KnownClients) acme::equals);
        interaction.registerInjectableResource((KnownInteractions) heardByAChannel::contains);
    }

    @Test
    void a_meeting_is_planned() {
        interaction.givenNoPriorActivity()
                .when(new PlanInteraction(visit, acme, Channel.MEETING, TOMORROW, "The pump", null, NOON))
                .expectEvents(planned());
    }

    @Test
    void a_plan_needs_a_client_who_is_known() {
        ClientId nobody = ClientId.next(NOON);

        interaction.givenNoPriorActivity()
                .when(new PlanInteraction(visit, nobody, Channel.MEETING, TOMORROW, "The pump", null, NOON))
                .expectException(ClientRefused.class).expectNoEvents();
    }

    @Test
    void a_plan_of_last_year_may_still_be_written_down() {
        Instant lastYear = NOON.minus(Duration.ofDays(365));

        interaction.givenNoPriorActivity()
                .when(new PlanInteraction(visit, acme, Channel.MEETING, lastYear, "The pump", null, NOON))
                .expectEvents(new InteractionPlanned(visit, acme, Channel.MEETING, lastYear, "The pump", null));
    }

    @Test
    void a_note_is_added_to_a_call_that_a_channel_heard() {
        heardByAChannel.add(visit);

        interaction.givenNoPriorActivity().when(new AddNoteAt(visit, acme, NOON, "Wants two pumps.", NOON))
                .expectEvents(new NoteAdded(visit, acme, NOON, null, "Wants two pumps."));
    }

    @Test
    void a_note_at_a_plan_leaves_it_a_plan() {
        interaction.given(planned(TONIGHT), new NoteAdded(visit, acme, NOON, null, "Bring the drawings."))
                .when(outcome(State.MISSED, null, null, NOON))
                .expectEvents(new InteractionMissed(visit, null));
    }

    @Test
    void a_note_can_be_added_to_nothing_unknown() {
        interaction.givenNoPriorActivity().when(new AddNoteAt(visit, acme, NOON, "Wants two pumps.", NOON))
                .expectException(InteractionRefused.class)
                .expectExceptionMessage("There is no interaction " + visit + ".").expectNoEvents();
    }

    @Test
    void what_was_decided_yesterday_is_written_down_today() {
        interaction.given(planned())
                .when(new TakeDecision(visit, "offer", List.of(), null, 7, YESTERDAY, NOON))
                .expectEvents(new DecisionTaken(visit, "offer", List.of(), null, 7));
    }

    @Test
    void nothing_was_decided_tomorrow() {
        interaction.given(planned()).when(new TakeDecision(visit, "offer", List.of(), null, 7, TOMORROW, NOON))
                .expectException(InteractionRefused.class).expectNoEvents();
    }

    @Test
    void nothing_was_called_off_tomorrow() {
        interaction.given(planned()).when(outcome(State.CANCELLED, TOMORROW, null, NOON))
                .expectException(InteractionRefused.class).expectNoEvents();
    }

    @Test
    void staff_do_not_plan_web_forms() {
        interaction.givenNoPriorActivity()
                .when(new PlanInteraction(visit, acme, Channel.WEB_FORM, TOMORROW, "The pump", null, NOON))
                .expectException(InteractionRefused.class).expectNoEvents();
    }

    @Test
    void a_meeting_that_took_place_is_recorded() {
        interaction.givenNoPriorActivity()
                .when(new RecordInteraction(visit, acme, Channel.MEETING, YESTERDAY, "The pump", "She agreed.", NOON))
                .expectEvents(
                        new InteractionHeld(visit, acme, Channel.MEETING, YESTERDAY, "The pump", "She agreed."));
    }

    @Test
    void a_meeting_of_tomorrow_cannot_have_taken_place() {
        interaction.givenNoPriorActivity()
                .when(new RecordInteraction(visit, acme, Channel.MEETING, TOMORROW, "The pump", null, NOON))
                .expectException(InteractionRefused.class).expectNoEvents();
    }

    @Test
    void a_note_is_added() {
        interaction.givenNoPriorActivity().when(new AddNote(visit, acme, NOON, null, "Prefers mail.", NOON))
                .expectEvents(new NoteAdded(visit, acme, NOON, null, "Prefers mail."));
    }

    @Test
    void a_planned_meeting_is_held() {
        interaction.given(planned(TONIGHT)).when(outcome(State.HELD, NOON, "She agreed.", NOON))
                .expectEvents(new InteractionHeld(visit, acme, Channel.MEETING, NOON, "The pump", "She agreed."));
    }

    @Test
    void a_meeting_held_without_a_time_was_held_when_it_was_planned() {
        Instant afterwards = TOMORROW.plus(Duration.ofHours(3));

        interaction.given(planned()).when(outcome(State.HELD, null, null, afterwards))
                .expectEvents(new InteractionHeld(visit, acme, Channel.MEETING, TOMORROW, "The pump", null));
    }

    @Test
    void a_meeting_held_before_its_time_was_held_now() {
        interaction.given(planned(TONIGHT)).when(outcome(State.HELD, null, null, NOON))
                .expectEvents(new InteractionHeld(visit, acme, Channel.MEETING, NOON, "The pump", null));
    }

    @Test
    void a_planned_meeting_is_missed() {
        interaction.given(planned(TONIGHT)).when(outcome(State.MISSED, null, "Snow.", NOON))
                .expectEvents(new InteractionMissed(visit, "Snow."));
    }

    @Test
    void a_meeting_of_tomorrow_was_neither_held_nor_missed_today() {
        for (State early : List.of(State.HELD, State.MISSED)) {
            interaction.given(planned()).when(outcome(early, null, null, NOON))
                    .expectException(InteractionRefused.class)
                    .expectExceptionMessage("It is planned for 2026-11-25T12:00:00Z, and that day has not come: until"
                            + " then it can only be cancelled. What took place instead is recorded as a meeting of its"
                            + " own.")
                    .expectNoEvents();
        }
    }

    @Test
    void a_meeting_of_tomorrow_is_cancelled_today() {
        interaction.given(planned()).when(outcome(State.CANCELLED, null, "Snow.", NOON))
                .expectEvents(new InteractionCancelled(visit, "Snow."));
    }

    @Test
    void a_cancelled_meeting_cannot_be_held() {
        interaction.given(planned(), new InteractionCancelled(visit, null))
                .when(outcome(State.HELD, NOON, null, NOON))
                .expectException(InteractionRefused.class)
                .expectExceptionMessage("The outcome of this interaction is recorded already: it was cancelled.")
                .expectNoEvents();
    }

    @Test
    void only_a_planned_interaction_has_an_outcome() {
        heardByAChannel.add(visit);

        interaction.givenNoPriorActivity().when(outcome(State.HELD, NOON, null, NOON))
                .expectException(InteractionRefused.class)
                .expectExceptionMessage("Only a planned interaction has an outcome to record.").expectNoEvents();
    }

    @Test
    void a_decision_is_taken_at_a_contact_that_a_channel_heard() {
        heardByAChannel.add(visit);

        interaction.givenNoPriorActivity().when(decision("offer", "offer", "wait"))
                .expectEvents(new DecisionTaken(visit, "offer", List.of("offer", "wait"), "She asked for it.", 7));
    }

    @Test
    void a_second_decision_can_be_taken() {
        heardByAChannel.add(visit);

        interaction.given(new DecisionTaken(visit, "wait", List.of(), null, 5)).when(decision("offer"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_decision_needs_an_interaction_that_is_known() {
        interaction.givenNoPriorActivity().when(decision("offer")).expectException(InteractionRefused.class)
                .expectExceptionMessage("There is no interaction " + visit + ".").expectNoEvents();
    }

    @Test
    void a_decision_is_one_of_its_options() {
        heardByAChannel.add(visit);

        interaction.givenNoPriorActivity().when(decision("something else", "offer", "wait"))
                .expectException(InteractionRefused.class).expectNoEvents();
    }

    @Test
    void nothing_is_decided_at_a_meeting_that_was_missed() {
        interaction.given(planned(), new InteractionMissed(visit, null)).when(decision("offer"))
                .expectException(InteractionRefused.class).expectNoEvents();
    }

    private InteractionPlanned planned() {
        return planned(TOMORROW);
    }

    private InteractionPlanned planned(Instant plannedFor) {
        return new InteractionPlanned(visit, acme, Channel.MEETING, plannedFor, "The pump", null);
    }

    private RecordOutcome outcome(State state, @Nullable Instant occurredAt, @Nullable String text, Instant now) {
        return new RecordOutcome(visit, state, occurredAt, text, now, now.plus(Duration.ofHours(12)));
    }

    private TakeDecision decision(String choice, String... options) {
        return new TakeDecision(visit, choice, List.of(options), "She asked for it.", 7, null, NOON);
    }
}
