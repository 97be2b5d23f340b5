package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names one delivery of a channel: newCall, answer and hangup of one call are three reports. */
public record ReportId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportId {}

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    /**
     * @param deliveryId the provider's own name of this delivery within the account: call id and event kind, update id,
     *            hash of the raw mail and its recipient, ...
     * @param stated the time the message states for itself, null if none
     */
    public static ReportId of(Channel channel, String account, String deliveryId, @Nullable Instant stated) {
        return new ReportId(DerivedUuid.of(stated, "report", channel.value(), account, deliveryId));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
