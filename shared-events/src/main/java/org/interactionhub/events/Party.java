package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a client is somebody or a house. */
public enum Party {
    PERSON, ORGANISATION;

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the known ones, if {@code value} is neither */
    @JsonCreator
    public static Party of(String value) {
        for (Party party : values()) {
            if (party.value().equals(value)) {
                return party;
            }
        }
        throw new IllegalArgumentException("'" + value + "' is neither person nor organisation");
    }
}
