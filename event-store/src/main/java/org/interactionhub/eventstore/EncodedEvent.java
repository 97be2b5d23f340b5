package org.interactionhub.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** An entry in the form in which it goes to disk, so that nothing is encoded while the gate is held needlessly. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to disk, never compared
record EncodedEvent(Entry entry, byte[] payload, byte[] metadata) {

    /** In bytes; a payload this large is a mistake, since originals are kept beside the events. */
    static final int MAX_PAYLOAD = 32 * 1024 * 1024;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    static List<EncodedEvent> of(Group group) {
        return group.entries().stream().map(EncodedEvent::of).toList();
    }

    private static EncodedEvent of(Entry entry) {
        byte[] payload = EventJson.write(entry.event().event());
        if (payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException("An event of " + payload.length + " bytes is too large for the log; "
                    + MAX_PAYLOAD + " are allowed");
        }
        return new EncodedEvent(entry, payload, EventJson.write(entry.event().metadata()));
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

    /** The world's clock as far as the column can hold it; the payload has what was said. */
    OffsetDateTime occurredAt() {
        Instant said = entry.event().occurredAt();
        Instant held = said.isBefore(EARLIEST) ? EARLIEST : said.isAfter(LATEST) ? LATEST : said;
        return held.atOffset(ZoneOffset.UTC);
    }
}
