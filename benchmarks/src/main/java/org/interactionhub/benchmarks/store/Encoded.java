package org.interactionhub.benchmarks.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.events.EventNames;
import org.interactionhub.events.HubEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact as the store writes it.
 *
 * @param original empty if none belongs to it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to disk, never compared
record Encoded(UUID stream, short type, Instant occurredAt, byte[] payload, byte[] metadata, String contentType,
        String sha256, byte[] original) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] NONE = {};

    /** @param types the numbers of the names of events */
    static List<Encoded> of(Contact contact, Map<String, Short> types) {
        List<Encoded> encoded = new ArrayList<>();
        byte[] metadata = JSON.writeValueAsBytes(contact.metadata());
        for (HubEvent fact : contact.facts()) {
            var original = contact.report().original();
            encoded.add(new Encoded(contact.stream(fact),
                    types.getOrDefault(EventNames.of(fact.getClass()), (short) 0), contact.report().occurredAt(),
                    JSON.writeValueAsBytes(fact), metadata, original.contentType(), original.sha256(),
                    encoded.isEmpty() ? original.inline().orElse(NONE) : NONE));
        }
        return encoded;
    }

    /** What a reader of the log wants to have kept. */
    int size() {
        return payload.length + original.length;
    }
}
