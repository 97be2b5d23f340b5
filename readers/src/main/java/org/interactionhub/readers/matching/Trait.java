package org.interactionhub.readers.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In what two clients are compared. */
public enum Trait {

    TAX_NUMBER, NAME,

    /** For whom she works. */
    COMPANY,

    CITY,

    PHONE,

    /** What stands before the at sign of a mail address, or what she is called in a chat. */
    LOGIN,

    /** What stands behind the at sign, unless anybody can have an address there. */
    DOMAIN;

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such trait */
    @JsonCreator
    public static Trait of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
