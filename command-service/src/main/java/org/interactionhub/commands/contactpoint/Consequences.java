package org.interactionhub.commands.contactpoint;

import java.util.List;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.HubEvent;

/**
 * What follows from a report beside the contact itself.
 *
 * @param facts stand or fall with the report
 * @param suggestions stand for themselves; one that was made before is not made again
 */
public record Consequences(List<HubEvent> facts, List<SameClientSuggested> suggestions) {

    public Consequences {
        facts = List.copyOf(facts);
        suggestions = List.copyOf(suggestions);
    }
}
