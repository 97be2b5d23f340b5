package org.interactionhub.standalone.demo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the story: one of the company's own staff, or of a client.
 *
 * @param name as she signs
 * @param phone as it is typed where people type it
 * @param extension of staff, at the company's telephone exchange
 * @param telegram her number there
 * @param stranger true if staff do not know that this is the client's
 * @param shared true if her mailbox is read by several people
 * @param pace of staff: how many working minutes an answer takes, from and to
 */
record Person(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String extension,
        @Nullable Long telegram, boolean stranger, boolean shared, @Nullable List<Integer> pace) {

    String known() {
        return name == null ? address() : name;
    }

    String address() {
        return need(email, "a mail address");
    }

    String number() {
        return need(phone, "a phone number");
    }

    long messenger() {
        return need(telegram, "a telegram number");
    }

    String line() {
        return need(extension, "an extension");
    }

    Optional<String> mailbox() {
        return Optional.ofNullable(email);
    }

    private <T> T need(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("The story uses " + what + " of " + name + ", who has none.");
        }
        return value;
    }
}
