package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a thread: a conversation of a chat, or the mails that answer each other. */
public record ThreadId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ThreadId {}

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static ThreadId of(String text) {
        return new ThreadId(UUID.fromString(text));
    }

    /** The thread that this mail begins, whichever mailboxes it runs through: a message id is said to be unique in the world. */
    public static ThreadId begunBy(String messageId) {
        return new ThreadId(DerivedUuid.of(null, "thread", Channel.EMAIL.value(), messageId));
    }

    /** @param conversation the channel's own name of it within the account */
    public static ThreadId of(Channel channel, String account, String conversation) {
        return new ThreadId(DerivedUuid.of(null, "thread", channel.value(), account, conversation));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
