package org.interactionhub.readers;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.interactionhub.events.Channel;

/**
 * An original as an inlet received it, with what the transport told of it.
 *
 * @param account which of our mailboxes, forms, exchanges or bots heard it
 * @param contentType the media type under which it came, parameters included; empty if none was said
 * @param bytes the original; not copied, never changed
 * @param receivedAt when the inlet had all of it
 * @param envelope what the transport knows beside the content: {@code recipient} and {@code sender} of a mail,
 *            {@code idempotency-key} or {@code delivery} of a form; keys that no reader knows are kept
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record Received(Channel channel, String account, String contentType, byte[] bytes, Instant receivedAt,
        Map<String, String> envelope) {

    public Received {
        envelope = Map.copyOf(envelope);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Received(var channel2, var account2, var contentType2, var bytes2, var receivedAt2, var envelope2)
                && channel == channel2
                && account.equals(account2)
                && contentType.equals(contentType2)
                && Arrays.equals(bytes, bytes2)
                && receivedAt.equals(receivedAt2)
                && envelope.equals(envelope2);
    }

    @Override
    public int hashCode() {
        return Objects.hash(channel, account, contentType, Arrays.hashCode(bytes), receivedAt, envelope);
    }

    @Override
    public String toString() {
        return "Received[" + channel.value() + ", " + account + ", " + contentType + ", " + bytes.length + " bytes, "
                + receivedAt + "]";
    }
}
