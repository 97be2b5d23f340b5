package org.interactionhub.eventstore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Facts that are appended together or not at all, one behind the other.
 *
 * @throws IllegalArgumentException if one fact is to be the first of a stream that an earlier one begins
 */
public record Group(List<Entry> entries) {

    public Group {
        entries = List.copyOf(entries);
        Set<UUID> begun = new HashSet<>();
        for (Entry entry : entries) {
            if (!begun.add(entry.event().stream()) && entry instanceof Entry.IfAbsent) {
                throw new IllegalArgumentException("Two facts of one group begin stream " + entry.event().stream());
            }
        }
    }

    public static Group of(Entry... entries) {
        return new Group(List.of(entries));
    }
}
