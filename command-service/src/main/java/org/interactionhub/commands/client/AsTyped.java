package org.interactionhub.commands.client;

import org.interactionhub.door.Refusal;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.readers.MailAddresses;
import org.interactionhub.readers.Phones;
import org.jspecify.annotations.Nullable;

/** A contact point as a person typed it. */
record AsTyped(ContactPoint.@Nullable Type type, @Nullable String value) {

    /** @throws Refusal if it identifies nobody */
    ContactPoint canonical(Phones phones, MailAddresses mailAddresses) {
        ContactPoint.Type kind = type();
        String typed = value();
        if (kind == null || typed == null || typed.isBlank()) {
            throw Refusal
                    .badRequest("A contact point has a type (email, phone, chat, cookie or external) and a value.");
        }
        return switch (kind) {
            case EMAIL -> new ContactPoint(kind, mailAddresses.canonical(typed).orElseThrow(
                    () -> Refusal.badRequest("'" + typed + "' is not a mail address such as anna@acme.example.")));
            case PHONE -> new ContactPoint(kind, phones.canonical(typed).orElseThrow(
                    () -> Refusal.badRequest("'" + typed + "' is not a phone number such as +7 495 123-45-67.")));
            case CHAT, COOKIE, EXTERNAL -> asItIs(kind, typed.strip());
        };
    }

    private static ContactPoint asItIs(ContactPoint.Type kind, String typed) {
        try {
            return new ContactPoint(kind, typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(e.getMessage() + ".");
        }
    }
}
