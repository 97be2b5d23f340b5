package org.interactionhub.channels.email;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interactionhub.channels.inlet.Bounds;
import org.interactionhub.events.Channel;
import org.interactionhub.readers.Received;

/** How a mail is handed to its reader, whichever way it came. */
final class Mail {

    /** The largest mail that is taken: 32 MiB. */
    static final int MOST_BYTES = 32 * Bounds.MIB;

    private Mail() {}

    /**
     * @param recipient of the envelope; empty if there is no envelope
     * @param sender of the envelope; empty if there is none, or for a bounce
     */
    static Received received(byte[] mail, Instant at, String recipient, String sender) {
        String account = Account.named(recipient);
        Map<String, String> envelope = new LinkedHashMap<>();
        if (!account.isEmpty()) {
            envelope.put("recipient", account);
        }
        if (!sender.isBlank()) {
            envelope.put("sender", sender);
        }
        return new Received(Channel.EMAIL, account.isEmpty() ? Account.of(mail) : account, "message/rfc822", mail, at,
                envelope);
    }
}
