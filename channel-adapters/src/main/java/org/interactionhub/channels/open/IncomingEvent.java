package org.interactionhub.channels.open;

import java.util.Optional;
import org.interactionhub.events.InteractionReport.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as another system sent it.
 *
 * @param contentType of the data
 * @param data exactly as sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingEvent(String id, String type, String source, String contentType, byte[] data) {

    /** The type of an event that tells of a deal; its data is no report, but what {@code /intake/deals} takes. */
    static final String DEAL = "org.interactionhub.deal.reported.v1";

    /** The same of a payment and {@code /intake/payments}. */
    static final String PAYMENT = "org.interactionhub.payment.reported.v1";

    /** @throws NotACloudEvent if an attribute that every event has is missing */
    static IncomingEvent of(@Nullable String id, @Nullable String type, @Nullable String source,
            @Nullable String contentType, byte[] data) throws NotACloudEvent {
        return new IncomingEvent(required("id", id), required("type", type), required("source", source),
                contentType == null ? "application/json" : contentType, data);
    }

    /** The kind of booking that its type says it is; nothing if it says something else. */
    Optional<Kind> booking() {
        return switch (type) {
            case DEAL -> Optional.of(Kind.DEAL_WON);
            case PAYMENT -> Optional.of(Kind.PAYMENT_RECEIVED);
            default -> Optional.empty();
        };
    }

    private static String required(String attribute, @Nullable String value) throws NotACloudEvent {
        if (value == null || value.isBlank()) {
            throw new NotACloudEvent("This is no CloudEvent: its attribute '" + attribute + "' is missing.");
        }
        return value;
    }
}
