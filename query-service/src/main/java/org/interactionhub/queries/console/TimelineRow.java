package org.interactionhub.queries.console;

import org.jspecify.annotations.Nullable;

/**
 * A line of the timeline: a heading that parts what is ahead from what was, a day, or a contact. One of the three is set.
 *
 * @param id names a heading on its page, empty for a contact
 */
record TimelineRow(String id, @Nullable String divider, @Nullable String day, @Nullable EntryView entry) {

    static TimelineRow divider(String id, String words) {
        return new TimelineRow(id, words, null, null);
    }

    static TimelineRow day(String id, String words) {
        return new TimelineRow(id, null, words, null);
    }

    static TimelineRow entry(EntryView entry) {
        return new TimelineRow("", null, null, entry);
    }
}
