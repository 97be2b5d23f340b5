package org.interactionhub.queries.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a timeline.
 *
 * @param next names the part behind this one, for nobody to take apart; null if nothing is left
 * @param widened what was sought in the place of words that no entry holds; empty if the entries hold all that was typed
 */
public record TimelinePage(List<TimelineItem> items, @Nullable String next, List<Widening> widened) {

    public TimelinePage {
        items = List.copyOf(items);
        widened = List.copyOf(widened);
    }
}
