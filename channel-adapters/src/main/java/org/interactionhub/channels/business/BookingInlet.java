package org.interactionhub.channels.business;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.interactionhub.channels.inlet.Bounds;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.inlet.Receipts;
import org.interactionhub.channels.proof.Proof;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes deals and payments, one by one as JSON or many as CSV; the name in the path, the system, is the account. */
@RestController
final class BookingInlet {

    private static final MediaType CSV = MediaType.valueOf("text/csv");
    private static final Bounds BOUNDS = Bounds.of(Map.of(MediaType.APPLICATION_JSON, Bounds.MIB,
            MediaType.APPLICATION_FORM_URLENCODED, Bounds.MIB, CSV, 8 * Bounds.MIB));

    private final Inlet inlet;
    private final Proof proof;

    BookingInlet(Inlet inlet, Proof proof) {
        this.inlet = inlet;
        this.proof = proof;
    }

    @PostMapping("/intake/deals/{source}")
    ResponseEntity<Object> deals(@PathVariable String source, HttpServletRequest request) {
        return take("deals", Kind.DEAL_WON, source, request);
    }

    @PostMapping("/intake/payments/{source}")
    ResponseEntity<Object> payments(@PathVariable String source, HttpServletRequest request) {
        return take("payments", Kind.PAYMENT_RECEIVED, source, request);
    }

    private ResponseEntity<Object> take(String door, Kind kind, String source, HttpServletRequest request) {
        List<InteractionReport> reports = inlet.take(request, BOUNDS, (body, at) -> {
            proof.demand(door, source, request, body, at);
            return inlet.read(new Received(Channel.BUSINESS, source, request.getContentType(), body, at,
                    Map.of(Readers.BOOKING_KIND, kind.value())));
        });
        boolean isFile = CSV.includes(MediaType.parseMediaType(request.getContentType()));
        return isFile ? Receipts.acceptedItems(reports) : Receipts.accepted(reports);
    }
}
