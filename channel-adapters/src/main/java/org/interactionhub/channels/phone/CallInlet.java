package org.interactionhub.channels.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.interactionhub.channels.inlet.Bounds;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.inlet.Receipts;
import org.interactionhub.channels.proof.Proof;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.Received;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes call events of a telephone exchange, and its call logs as CSV; the name in the path is the account. */
@RestController
final class CallInlet {

    private static final MediaType CSV = MediaType.valueOf("text/csv");
    private static final Bounds BOUNDS = Bounds.of(Map.of(MediaType.APPLICATION_JSON, Bounds.MIB,
            MediaType.APPLICATION_FORM_URLENCODED, Bounds.MIB, CSV, 8 * Bounds.MIB));

    private final Inlet inlet;
    private final Proof proof;

    CallInlet(Inlet inlet, Proof proof) {
        this.inlet = inlet;
        this.proof = proof;
    }

    @PostMapping("/intake/calls/{source}")
    ResponseEntity<Object> take(@PathVariable String source, HttpServletRequest request) {
        List<InteractionReport> reports = inlet.take(request, BOUNDS, (body, at) -> {
            proof.demand("calls", source, request, body, at);
            return inlet.read(new Received(Channel.PHONE, source, request.getContentType(), body, at, Map.of()));
        });
        boolean isLog = CSV.includes(MediaType.parseMediaType(request.getContentType()));
        return isLog ? Receipts.acceptedItems(reports) : Receipts.accepted(reports);
    }
}
