package org.interactionhub.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** An entry in the form in which it goes to disk. */
record EncodedEvent(Entry entry) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    static List<EncodedEvent> of(Group group) {
        return group.entries().stream().map(EncodedEvent::new).toList();
    }

    UUID stream() {
        return entry.event().stream();
    }

    int version() {
        return switch (entry) {
            case Entry.IfAbsent _ -> 0;
            case Entry.AtVersion at -> at.version();
        };
    }

    byte[] payload() {
        return entry.event().payload();
    }

    byte[] metadata() {
        return entry.event().metadataJson();
    }

    /** Whether this is what was written there, of all that is kept of it. */
    boolean isThatOf(StoredEvent stored) {
        return stored.version() == version() && Arrays.equals(stored.payload(), payload())
                && stored.occurredAt().equals(occurredAt()) && stored.metadata().equals(entry.event().metadata());
    }

    /** The world's clock as far as the column can hold it; the payload has what was said. */
    Instant occurredAt() {
        Instant said = entry.event().occurredAt();
        return said.isBefore(EARLIEST) ? EARLIEST : said.isAfter(LATEST) ? LATEST : said.truncatedTo(ChronoUnit.MICROS);
    }
}
