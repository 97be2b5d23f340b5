package org.interactionhub.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat messages as Telegram's business bots and the chat on the company's site post them. */
final class Messenger {

    /** A line of a chat, and who of both says it. */
    record Said(Person client, Person author, String message, Instant at, boolean byClient) {}

    private Messenger() {}

    static byte[] telegram(Said said, String text) {
        return bytes(update(said, "business_message", message(said, text)));
    }

    static byte[] telegramEdit(Said said, String text, Instant editedAt) {
        Map<String, Object> message = message(said, text);
        message.put("edit_date", editedAt.getEpochSecond());
        return bytes(update(said, "edited_business_message", message));
    }

    static byte[] telegramContact(Said said) {
        Map<String, Object> message = message(said, null);
        message.put("contact", Map.of("phone_number", said.client().number(), "first_name", said.client().known(),
                "user_id", said.client().messenger()));
        return bytes(update(said, "business_message", message));
    }

    /** @param visitor how the chat on the site calls her */
    static byte[] siteChat(Said said, String conversation, String visitor, @Nullable String text, int revision,
            Instant at) {
        Map<String, Object> from = new LinkedHashMap<>();
        from.put("id", said.byClient() ? visitor : "staff-" + said.author().line());
        from.put("name", said.author().known());
        if (said.byClient()) {
            said.client().mailbox().ifPresent(email -> from.put("email", email));
        }
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("conversation", conversation);
        post.put("messageId", said.message());
        post.put("from", from);
        post.put("sentAt", at.toString());
        post.put("revision", revision);
        if (!said.byClient()) {
            post.put("direction", "outbound");
            post.put("to", Map.of("id", visitor, "name", said.client().known()));
        }
        if (text == null) {
            post.put("deleted", true);
        } else {
            post.put("text", text);
        }
        return bytes(post);
    }

    private static Map<String, Object> update(Said said, String kind, Map<String, Object> message) {
        Map<String, Object> update = new LinkedHashMap<>();
        update.put("update_id", Math.abs((said.client().messenger() + said.message() + kind).hashCode()));
        update.put(kind, message);
        return update;
    }

    private static Map<String, Object> message(Said said, @Nullable String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("business_connection_id", "iskra-1");
        message.put("message_id", Long.parseLong(said.message()));
        message.put("from", Map.of("id", said.author().messenger(), "is_bot", false, "first_name",
                said.author().known()));
        message.put("chat", Map.of("id", said.client().messenger(), "first_name", said.client().known(), "type",
                "private"));
        message.put("date", said.at().getEpochSecond());
        if (text != null) {
            message.put("text", text);
        }
        return message;
    }

    private static byte[] bytes(Map<String, Object> fields) {
        return Library.JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }
}
