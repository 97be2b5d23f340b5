package org.interactionhub.events;

/** A fact that came as a report. Its stream is the report's id, so that a repeat can never be written twice. */
public sealed interface Reported extends HubEvent permits InteractionEvent.Intake, BusinessEvent {

    /** Under which it stands on timelines. */
    InteractionId interactionId();

    Heard heard();
}
