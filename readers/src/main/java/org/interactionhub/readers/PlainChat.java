package org.interactionhub.readers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.Participant.Role;
import org.jspecify.annotations.Nullable;

/**
 * The hub's own shape of a chat message, for everything that has no reader of its own:
 *
 * <pre>{@code
 * {"conversation": "c-17", "messageId": "m-4", "revision": 0, "deleted": false,
 *  "from": {"id": "anna", "name": "Anna", "email": "anna@acme.example", "phone": "+7 903 123-45-67"},
 *  "to": {"id": "support"}, "text": "Hello", "sentAt": "2026-11-24T10:15:00+03:00",
 *  "direction": "inbound", "provider": "site-chat"}
 * }</pre>
 *
 * Needed are {@code conversation}, {@code messageId} and a {@code from} with an {@code id}, {@code email} or
 * {@code phone}. A {@code revision} above zero is an edit, {@code deleted} takes the message back. The provider is the
 * account unless it is named.
 */
final class PlainChat {

    private final Received received;
    private final Payload post;
    private final Phones phones;
    private final MailAddresses addresses;

    PlainChat(Received received, Payload post, Phones phones, MailAddresses addresses) {
        this.received = received;
        this.post = post;
        this.phones = phones;
        this.addresses = addresses;
    }

    /** Whether a post is of the hub's own shape, whatever more it has. */
    static boolean isTheShapeOf(Payload post) {
        return post.text("conversation").isPresent() && post.text("messageId").isPresent()
                && post.values().get("from") instanceof Map<?, ?>;
    }

    List<InteractionReport> read() throws CannotRead {
        String conversation = needed("conversation");
        String message = needed("messageId");
        String revision = post.isTrue("deleted") ? "deleted" : post.text("revision").orElse("0");
        Instant sentAt = sentAt();
        Draft draft = new Draft(received, ChatReader.VERSION,
                String.join("|", provider(), conversation, message, revision), conversation + ":" + message, null,
                sentAt)
                .kind(kind(revision))
                .direction(direction())
                .conversation(conversation)
                .text(post.text("text").orElse(null))
                .attribute("provider", provider())
                .attribute("messageId", message)
                .attribute("revision", revision.equals("0") ? null : revision)
                .attribute("sentAt", sentAt == null ? post.text("sentAt").orElse(null) : null);
        if (sentAt != null) {
            draft.occurredAt(sentAt);
        }
        from(draft, post.object("from"));
        handle(post.object("to")).ifPresent(
                to -> draft.participant(Role.TO, ContactPoint.Type.CHAT, to,
                        post.object("to").text("name").orElse(null)));
        return List.of(draft.report());
    }

    private String needed(String name) throws CannotRead {
        return post.text(name).orElseThrow(() -> new CannotRead("chat-unknown-payload",
                "The post is of no messenger that is known and not of the hub's own shape: it has no '" + name + "'."));
    }

    private static Kind kind(String revision) {
        return switch (revision) {
            case "deleted" -> Kind.DELETED;
            case "0" -> Kind.RECORDED;
            default -> Kind.EDITED;
        };
    }

    private Direction direction() {
        return post.text("direction").filter(way -> way.toLowerCase(Locale.ROOT).startsWith("out"))
                .map(way -> Direction.OUTBOUND).orElse(Direction.INBOUND);
    }

    private String provider() {
        String name = post.text("provider").orElse(received.account()).toLowerCase(Locale.ROOT);
        return name.replaceAll("[^a-z0-9-]", "-");
    }

    private void from(Draft draft, Payload from) throws CannotRead {
        String name = from.text("name").orElse(null);
        Optional<String> email = from.text("email").flatMap(addresses::canonical);
        Optional<String> phone = from.text("phone").flatMap(phones::canonical);
        handle(from).ifPresent(handle -> draft.participant(Role.FROM, ContactPoint.Type.CHAT, handle, name));
        email.ifPresent(value -> also(draft, ContactPoint.Type.EMAIL, value, name));
        phone.ifPresent(value -> also(draft, ContactPoint.Type.PHONE, value, name));
        if (draft.hasNobody()) {
            throw new CannotRead("chat-no-sender",
                    "The post's 'from' has no 'id', 'email' or 'phone' that identifies anybody.");
        }
    }

    private static void also(Draft draft, ContactPoint.Type type, String value, @Nullable String name) {
        if (draft.hasNobody()) {
            draft.participant(Role.FROM, type, value, name);
        }
        draft.states(type, value);
    }

    private Optional<String> handle(Payload somebody) {
        return somebody.text("id").map(id -> provider() + ":" + id);
    }

    private @Nullable Instant sentAt() {
        try {
            return post.text("sentAt").map(text -> OffsetDateTime.parse(text).toInstant()).orElse(null);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
