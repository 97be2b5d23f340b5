package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who took part in a contact, as the channel told it.
 *
 * @param value the address in canonical form if it could be read, else as it was given
 * @param name the name shown by the channel, null if none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Participant(Role role, ContactPoint.Type type, String value, @Nullable String name) {

    /** The part somebody had in the contact; {@link #AGENT} is one of our own staff. */
    public enum Role {
        FROM, TO, CC, BCC, AGENT;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if {@code value} is no role */
        @JsonCreator
        public static Role of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    /** The contact point that identifies this participant, or nothing if the value identifies nobody. */
    @JsonIgnore
    public Optional<ContactPoint> contactPoint() {
        return ContactPoint.find(type, value);
    }
}
