package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The way a contact took. {@link #MEETING} and {@link #NOTE} are told by staff, the others by channel adapters;
 * {@link #BUSINESS} brings no contacts, but what other systems booked.
 */
public enum Channel {
    EMAIL("email"), WEB_FORM("web-form"), PHONE("phone"), CHAT("chat"), MEETING("meeting"), NOTE("note"), BUSINESS(
            "business");

    private final String value;

    Channel(String value) {
        this.value = value;
    }

    /** The name used in JSON, in URLs and in ids. */
    @JsonValue
    public String value() {
        return value;
    }

    /** @throws IllegalArgumentException naming the known channels, if {@code value} is none of them */
    @JsonCreator
    public static Channel of(String value) {
        for (Channel channel : values()) {
            if (channel.value.equals(value)) {
                return channel;
            }
        }
        throw new IllegalArgumentException(
                "'" + value + "' is no channel; known are email, web-form, phone, chat, meeting, note and business");
    }
}
