package org.interactionhub.eventstore;

import java.util.List;

/** Facts that are appended together or not at all, one behind the other. */
public record Group(List<Entry> entries) {

    public Group {
        entries = List.copyOf(entries);
    }

    public static Group of(Entry... entries) {
        return new Group(List.of(entries));
    }
}
