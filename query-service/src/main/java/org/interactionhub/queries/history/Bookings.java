package org.interactionhub.queries.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.interactionhub.events.Booking;
import org.interactionhub.events.BusinessEvent.DealWon;
import org.interactionhub.events.BusinessEvent.PaymentReceived;
import org.interactionhub.events.BusinessEvent;

/** How what was booked is told on a timeline. */
final class Bookings {

    private Bookings() {}

    static String kind(BusinessEvent event) {
        return switch (event) {
            case DealWon _ -> "deal";
            case PaymentReceived _ -> "payment";
        };
    }

    /** Such as {@code Payment 120 000 RUB · INV-7}: by its words it is found. */
    static String line(BusinessEvent event) {
        String called = switch (event) {
            case DealWon _ -> "Deal";
            case PaymentReceived _ -> "Payment";
        };
        return called + " " + event.booking().money() + " · " + event.booking().reference();
    }

    static Map<String, Object> told(BusinessEvent event) {
        Booking booking = event.booking();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", kind(event));
        told.put("amount", booking.money().amount().toPlainString());
        told.put("currency", booking.money().currency());
        told.put("reference", booking.reference());
        if (booking.campaign() != null) {
            told.put("campaign", booking.campaign());
        }
        return told;
    }
}
