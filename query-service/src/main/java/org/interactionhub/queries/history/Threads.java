package org.interactionhub.queries.history;

import java.util.Optional;
import java.util.UUID;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Heard;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.history.HistoryRow.Reply;
import org.jspecify.annotations.Nullable;

/** Which thread a message says that it belongs to. Subjects say nothing about it: the same one is written every day. */
final class Threads {

    private Threads() {}

    /** The thread as the message alone tells it, null if its channel has none. */
    static @Nullable UUID of(Heard heard) {
        return thread(heard).map(ThreadId::value).orElse(null);
    }

    /** A mail that names an earlier one joins what will answer it to what it answers. */
    static Optional<Reply> joinedBy(Heard heard, long position) {
        if (heard.channel() != Channel.EMAIL || !(heard.attributes().get("messageId") instanceof String message)) {
            return Optional.empty();
        }
        UUID begun = ThreadId.begunBy(message).value();
        return thread(heard).map(ThreadId::value).filter(thread -> !thread.equals(begun))
                .map(thread -> new Reply(begun, thread, position));
    }

    private static Optional<ThreadId> thread(Heard heard) {
        String conversation = heard.conversation();
        if (conversation == null || conversation.isBlank()) {
            return Optional.empty();
        }
        return switch (heard.channel()) {
            case EMAIL -> Optional.of(ThreadId.begunBy(conversation));
            case CHAT -> Optional.of(ThreadId.of(Channel.CHAT, heard.account(), conversation));
            case PHONE, WEB_FORM, MEETING, NOTE, BUSINESS -> Optional.empty();
        };
    }
}
