package org.interactionhub.readers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.ReportedOriginal;
import org.jspecify.annotations.Nullable;

/** An update as the Telegram Bot API posts it; messages, their edits and their deletions are read. */
final class TelegramUpdate {

    private static final List<String> NEW = List.of("message", "channel_post", "business_message");
    private static final List<String> EDITED = List.of("edited_message", "edited_channel_post",
            "edited_business_message");
    private static final String DELETED = "deleted_business_messages";
    private static final String PRESSED = "callback_query";
    private static final int MOST_DELETED = 100;

    /** Contents without words of their own, the more telling first; each is named by its own word. */
    private static final List<String> WORDLESS = List.of("animation", "audio", "voice", "video_note", "video", "photo",
            "document", "sticker", "story", "venue", "location", "poll", "dice", "game", "invoice", "checklist",
            "successful_payment", "refunded_payment", "new_chat_members", "left_chat_member", "new_chat_title",
            "new_chat_photo", "pinned_message", "connected_website", "users_shared", "chat_shared", "giveaway");

    /** Files that are named by reference; of the sizes of a photo the last is the largest. */
    private static final List<String> FILES = List.of("animation", "audio", "voice", "video_note", "video", "photo",
            "document", "sticker");

    /** What a message has beside its content; whatever else it has is named by its own word. */
    private static final Set<String> ABOUT_IT = Set.of("message_id", "message_thread_id", "date", "edit_date", "chat",
            "from", "sender_chat", "sender_business_bot", "via_bot", "forward_origin", "forward_from",
            "forward_from_chat", "reply_to_message", "external_reply", "quote", "reply_to_story", "reply_markup",
            "entities", "caption_entities", "link_preview_options", "direct_messages_topic");

    private final Received received;
    private final Payload update;
    private final Phones phones;

    TelegramUpdate(Received received, Payload update, Phones phones) {
        this.received = received;
        this.update = update;
        this.phones = phones;
    }

    List<InteractionReport> read() throws CannotRead {
        Optional<String> key = Stream.concat(NEW.stream(), EDITED.stream()).filter(update::has).findFirst();
        if (key.isPresent()) {
            return List.of(message(key.get(), update.object(key.get())));
        }
        if (update.has(DELETED)) {
            return deletions(update.object(DELETED));
        }
        if (update.object(PRESSED).object("message").object("chat").has("id")) {
            return List.of(pressed(update.object(PRESSED)));
        }
        String about = update.values().keySet().stream().map(String::valueOf).filter(name -> !name.equals("update_id"))
                .findFirst().map(name -> " ('" + name.substring(0, Math.min(name.length(), 50)) + "')").orElse("");
        throw new CannotRead("telegram-unsupported-update", "The Telegram update is about no message" + about
                + ": only new, edited and deleted messages and pressed buttons are read.");
    }

    /** She answers by a button under a message of ours. */
    private InteractionReport pressed(Payload button) throws CannotRead {
        Payload under = button.object("message");
        String chat = needed(under.object("chat"), "id");
        String id = needed(button, "id");
        Payload from = button.object("from");
        return new Draft(received, ChatReader.VERSION, String.join("|", "telegram", chat, "button", id),
                chat + ":button:" + id, null).conversation(chat)
                .participant(Role.FROM, ContactPoint.Type.CHAT, "telegram:" + needed(from, "id"), name(from))
                .text(button.text("data").or(() -> button.text("game_short_name")).orElse("button"))
                .attribute("provider", "telegram")
                .attribute("username", from.text("username").orElse(null))
                .attribute("media", "button")
                .attribute("replyTo", under.text("message_id").orElse(null))
                .report();
    }

    private InteractionReport message(String key, Payload message) throws CannotRead {
        String chat = needed(message.object("chat"), "id");
        String id = needed(message, "message_id");
        Instant date = time(message, "date");
        boolean edited = EDITED.contains(key);
        Instant changed = edited ? time(message, "edit_date") : null;
        String revision = edited ? revision(changed) : "0";
        Draft draft = new Draft(received, ChatReader.VERSION, String.join("|", "telegram", chat, id, revision),
                chat + ":" + id, null, date).kind(edited ? Kind.EDITED : Kind.RECORDED).conversation(chat);
        Optional.ofNullable(changed == null ? date : changed).ifPresent(draft::occurredAt);
        people(draft, key, message);
        return described(draft, message).text(words(message)).attribute("messageId", id).report();
    }

    /** Telegram tells of edits by the second, and somebody may be quicker: two edits differ by their updates. */
    private String revision(@Nullable Instant changed) {
        String second = changed == null ? "edited" : String.valueOf(changed.getEpochSecond());
        return update.text("update_id").map(id -> second + "|" + id).orElse(second);
    }

    /** Telegram says which messages are gone, not when they were written: an id of a chat message states no time. */
    private List<InteractionReport> deletions(Payload deleted) throws CannotRead {
        String chat = needed(deleted.object("chat"), "id");
        List<String> ids = deleted.texts("message_ids");
        if (ids.size() > MOST_DELETED) {
            throw new CannotRead("telegram-too-many-deletions",
                    "The Telegram update deletes more than " + MOST_DELETED + " messages at once.");
        }
        ReportedOriginal original = Draft.originalOf(received);
        List<InteractionReport> reports = new ArrayList<>();
        for (String id : ids) {
            Draft draft = new Draft(received, ChatReader.VERSION, String.join("|", "telegram", chat, id, "deleted"),
                    chat + ":" + id, null).kind(Kind.DELETED).conversation(chat).original(original);
            draft.participant(Role.FROM, ContactPoint.Type.CHAT, "telegram:" + chat, name(deleted.object("chat")));
            reports.add(draft.attribute("provider", "telegram").attribute("messageId", id).report());
        }
        if (reports.isEmpty()) {
            throw new CannotRead("telegram-broken-update", "The Telegram update deletes messages but names none.");
        }
        return reports;
    }

    private void people(Draft draft, String key, Payload message) throws CannotRead {
        Payload chat = message.object("chat");
        Payload from = Stream.of("from", "sender_chat", "chat").map(message::object)
                .filter(somebody -> somebody.has("id")).findFirst().orElse(chat);
        String sender = needed(from, "id");
        boolean byOwner = key.endsWith("business_message") && !chat.text("id").equals(from.text("id"));
        boolean outbound = from.isTrue("is_bot") || byOwner;
        draft.direction(outbound ? Direction.OUTBOUND : Direction.INBOUND)
                .participant(Role.FROM, ContactPoint.Type.CHAT, "telegram:" + sender, name(from))
                .attribute("username", from.text("username").orElse(null));
        if (outbound && chat.text("type").orElse("").equals("private")) {
            draft.participant(Role.TO, ContactPoint.Type.CHAT, "telegram:" + needed(chat, "id"), name(chat));
        }
        Payload contact = message.object("contact");
        if (contact.has("user_id") && contact.text("user_id").equals(from.text("id"))) {
            contact.text("phone_number").flatMap(phones::canonical)
                    .ifPresent(phone -> draft.states(ContactPoint.Type.PHONE, phone));
        }
    }

    private Draft described(Draft draft, Payload message) {
        Payload chat = message.object("chat");
        return draft.attribute("provider", "telegram")
                .attribute("chatType", chat.text("type").orElse(null))
                .attribute("chatTitle", chat.text("title").orElse(null))
                .attribute("media", wordless(message).orElse(null))
                .attribute("album", message.text("media_group_id").orElse(null))
                .attribute("topic", message.text("message_thread_id").orElse(null))
                .attribute("files", files(message))
                .attribute("replyTo", message.object("reply_to_message").text("message_id").orElse(null));
    }

    private static @Nullable String words(Payload message) {
        Payload contact = message.object("contact");
        return message.text("text").or(() -> message.text("caption"))
                .or(() -> contact.text("phone_number").map(phone -> (name(contact) + " " + phone).strip()))
                .or(() -> wordless(message))
                .orElse(null);
    }

    private static Optional<String> wordless(Payload message) {
        return WORDLESS.stream().filter(message::has).findFirst()
                .or(() -> message.values().entrySet().stream()
                        .filter(field -> field.getValue() instanceof Map || field.getValue() instanceof List)
                        .map(field -> String.valueOf(field.getKey())).filter(word -> !ABOUT_IT.contains(word))
                        .findFirst())
                .map(word -> word.replace('_', ' '));
    }

    /** An animation is told a second time as a document; it is one file. */
    private static List<Map<String, Object>> files(Payload message) {
        return FILES.stream().filter(message::has).limit(1).map(kind -> {
            Payload file = message.values().get(kind) instanceof List<?> sizes && !sizes.isEmpty()
                    && sizes.getLast() instanceof Map<?, ?> largest ? new Payload(largest) : message.object(kind);
            Map<String, Object> known = new LinkedHashMap<>();
            known.put("kind", kind);
            Map.of("id", "file_id", "name", "file_name", "type", "mime_type", "size", "file_size")
                    .forEach((name, field) -> file.text(field).ifPresent(value -> known.put(name, value)));
            return known;
        }).toList();
    }

    private static String name(Payload somebody) {
        return Stream.of("first_name", "last_name", "title").flatMap(part -> somebody.text(part).stream())
                .collect(Collectors.joining(" "));
    }

    private static String needed(Payload object, String name) throws CannotRead {
        return object.text(name).orElseThrow(() -> new CannotRead("telegram-broken-update",
                "The Telegram update has no '" + name + "' where one belongs."));
    }

    private static @Nullable Instant time(Payload message, String name) {
        return message.values().get(name) instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue() & 0xFFFFFFFFFFL)
                : null;
    }
}
