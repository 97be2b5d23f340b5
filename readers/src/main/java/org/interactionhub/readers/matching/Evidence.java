package org.interactionhub.readers.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What two clients have in one trait, beside each other.
 *
 * @param one   of the first client, as it was told
 * @param other of the second
 */
public record Evidence(Trait trait, Agreement agreement, String one, String other) {

    /** How what the two have stands to each other. */
    public enum Agreement {

        /** Equal but for case, signs and legal forms. */
        SAME,

        /** Equal, but in another alphabet. */
        TRANSLITERATED,

        /** A slip of the hand or two explain it, or one is a part of the other. */
        NEARLY,

        DIFFERENT;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such agreement */
        @JsonCreator
        public static Agreement of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    boolean speaksFor() {
        return agreement != Agreement.DIFFERENT;
    }

    Evidence turned() {
        return new Evidence(trait, agreement, other, one);
    }
}
