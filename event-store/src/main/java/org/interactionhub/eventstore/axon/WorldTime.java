package org.interactionhub.eventstore.axon;

import java.time.Instant;
import org.interactionhub.events.ChannelAccountEvent;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent;
import org.interactionhub.events.InteractionEvent.DecisionTaken;
import org.interactionhub.events.InteractionEvent.InteractionCancelled;
import org.interactionhub.events.InteractionEvent.InteractionHeld;
import org.interactionhub.events.InteractionEvent.InteractionMissed;
import org.interactionhub.events.InteractionEvent.InteractionPlanned;
import org.interactionhub.events.InteractionEvent.NoteAdded;
import org.interactionhub.events.PortfolioEvent;
import org.interactionhub.events.Reported;

/** When a fact became true in the world: as it says itself, else when it was said. */
final class WorldTime {

    private WorldTime() {}

    static Instant of(HubEvent event, Instant said) {
        return switch (event) {
            case Reported reported -> reported.heard().occurredAt();
            case InteractionHeld held -> held.occurredAt();
            case NoteAdded note -> note.occurredAt();
            case InteractionPlanned _,InteractionMissed _,InteractionCancelled _,DecisionTaken _ -> said;
            case ClientEvent.OwnerAssigned assigned -> assigned.validFrom();
            case PortfolioEvent.PortfolioHandedOver handover -> handover.validFrom();
            case ContactPointEvent _,ClientEvent _,PortfolioEvent _,ImportEvent _,ChannelAccountEvent _ -> said;
        };
    }
}
