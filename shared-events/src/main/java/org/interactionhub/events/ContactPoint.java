package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address under which somebody can be reached or recognised, in canonical form, so that equal addresses are equal
 * values: mail in lower case, phone as E.164 with its plus, chat as {@code provider:handle}, cookie as it was set, external
 * as {@code system:id}, by which another system knows its client.
 * Whose it is, is not part of it.
 *
 * @throws IllegalArgumentException if the value is not canonical for its type; the sentence can be shown to a user
 */
public record ContactPoint(Type type, String value) {

    /** What kind of address it is. */
    public enum Type {
        EMAIL("[^@\\s\\p{Lu}]+@[^@\\s\\p{Lu}]+", "a mail address in lower case, such as anna@acme.example"), PHONE(
                "\\+[1-9][0-9]{6,14}", "a phone number in international form, such as +74951234567"), CHAT(
                        "[a-z0-9-]+:\\S+", "a provider and a handle, such as telegram:12345"), COOKIE("\\S+",
                                "a cookie value without blanks"), EXTERNAL("[^\\s:]+:\\S+",
                                        "a system and its id of a client, such as 1c:000123");

        private final Pattern canonical;
        private final String example;

        Type(String canonical, String example) {
            this.canonical = Pattern.compile(canonical);
            this.example = example;
        }

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException naming the known types, if {@code value} is none of them */
        @JsonCreator
        public static Type of(String value) {
            for (Type type : values()) {
                if (type.value().equals(value)) {
                    return type;
                }
            }
            throw new IllegalArgumentException(
                    "'" + value + "' is no type of contact point; known are email, phone, chat, cookie and external");
        }
    }

    /** Longer than any real address (RFC 5321 allows 254), short enough for every index. */
    public static final int MAX_LENGTH = 320;

    public ContactPoint {
        if (!isCanonical(type, value)) {
            throw new IllegalArgumentException("'" + value + "' is not " + type.example);
        }
    }

    /** The contact point, or nothing if the value identifies nobody: a short or withheld number, a broken address. */
    public static Optional<ContactPoint> find(Type type, String value) {
        return isCanonical(type, value) ? Optional.of(new ContactPoint(type, value)) : Optional.empty();
    }

    @JsonIgnore
    public ContactPointId id() {
        return ContactPointId.of(this);
    }

    private static boolean isCanonical(Type type, String value) {
        return value.length() <= MAX_LENGTH && type.canonical.matcher(value).matches();
    }
}
