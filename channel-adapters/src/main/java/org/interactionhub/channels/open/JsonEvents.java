package org.interactionhub.channels.open;

import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON format of CloudEvents 1.0. */
final class JsonEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonEvents() {}

    /** @param json an event in structured mode */
    static IncomingEvent read(byte[] json) throws NotACloudEvent {
        Map<String, byte[]> members = RawJson.members(json);
        return IncomingEvent.of(text(members, "id"), text(members, "type"), text(members, "source"),
                text(members, "datacontenttype"), data(members));
    }

    private static byte[] data(Map<String, byte[]> members) throws NotACloudEvent {
        byte[] data = members.get("data");
        String encoded = text(members, "data_base64");
        if (data == null && encoded == null) {
            throw new NotACloudEvent("The event carries no data.");
        }
        try {
            return data != null ? data : Base64.getDecoder().decode(String.valueOf(encoded));
        } catch (IllegalArgumentException e) {
            throw new NotACloudEvent("The event's data_base64 is no base64.");
        }
    }

    private static @Nullable String text(Map<String, byte[]> members, String name) throws NotACloudEvent {
        byte[] value = members.get(name);
        try {
            return value == null ? null : JSON.readValue(value, String.class);
        } catch (JacksonException e) {
            throw new NotACloudEvent("The event's attribute '" + name + "' is no text.");
        }
    }
}
