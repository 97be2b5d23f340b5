package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who began: the client ({@link #INBOUND}), we ({@link #OUTBOUND}), or a contact among ourselves ({@link #INTERNAL}). */
public enum Direction {
    INBOUND, OUTBOUND, INTERNAL;

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the known directions, if {@code value} is none of them */
    @JsonCreator
    public static Direction of(String value) {
        for (Direction direction : values()) {
            if (direction.value().equals(value)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("'" + value + "' is no direction; known are inbound, outbound and internal");
    }
}
