package org.interactionhub.queries.arrival;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What became of something received. Repeats leave no trace but a number in the books, so they are none of these. */
public enum Verdict {
    RECORDED, DEAD_LETTERED, REFUSED;

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such verdict */
    public static Verdict of(String value) {
        return Arrays.stream(values()).filter(verdict -> verdict.value().equals(value)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("'" + value + "' is none of recorded, dead-lettered, refused"));
    }
}
