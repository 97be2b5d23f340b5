package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one of our mailboxes, numbers, bots or forms; also the stream that holds what it is. */
public record ChannelAccountId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelAccountId {}

    /** @param account as reports of the channel name it */
    public static ChannelAccountId of(Channel channel, String account) {
        return new ChannelAccountId(DerivedUuid.of(null, "channel-account", channel.value(), account));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
