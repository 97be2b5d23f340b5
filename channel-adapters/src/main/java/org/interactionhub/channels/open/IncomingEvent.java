package org.interactionhub.channels.open;

import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as another system sent it.
 *
 * @param contentType of the data
 * @param data exactly as sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingEvent(String id, String type, String source, String contentType, byte[] data) {

    /** @throws NotACloudEvent if an attribute that every event has is missing */
    static IncomingEvent of(@Nullable String id, @Nullable String type, @Nullable String source,
            @Nullable String contentType, byte[] data) throws NotACloudEvent {
        return new IncomingEvent(required("id", id), required("type", type), required("source", source),
                contentType == null ? "application/json" : contentType, data);
    }

    private static String required(String attribute, @Nullable String value) throws NotACloudEvent {
        if (value == null || value.isBlank()) {
            throw new NotACloudEvent("This is no CloudEvent: its attribute '" + attribute + "' is missing.");
        }
        return value;
    }
}
