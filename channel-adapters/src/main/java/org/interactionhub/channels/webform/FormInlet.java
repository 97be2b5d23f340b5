package org.interactionhub.channels.webform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.interactionhub.channels.inlet.Bounds;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.inlet.Receipts;
import org.interactionhub.channels.proof.Proof;
import org.interactionhub.channels.reports.Outgoing;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Received;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what people post with web forms; the name in the path is the account. */
@RestController
final class FormInlet {

    private static final Bounds BOUNDS = Bounds.of(Map.of(MediaType.APPLICATION_FORM_URLENCODED, Bounds.MIB,
            MediaType.MULTIPART_FORM_DATA, Bounds.MIB, MediaType.APPLICATION_JSON, Bounds.MIB));

    private final Inlet inlet;
    private final Proof proof;
    private final KeysInUse keys = new KeysInUse();

    FormInlet(Inlet inlet, Proof proof) {
        this.inlet = inlet;
        this.proof = proof;
    }

    /** A posting without an {@code Idempotency-Key} is a new one each time. */
    @CrossOrigin // the forms of our own sites; no cookie is read here, so none is allowed
    @PostMapping("/intake/forms/{form}")
    ResponseEntity<Object> take(@PathVariable String form, HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        AtomicReference<String> handshake = new AtomicReference<>();
        List<InteractionReport> reports = key == null || key.isBlank()
                ? takeNew(form, request, handshake)
                : takeOnce(form, key.strip(), request);
        return handshake.get() == null
                ? Receipts.accepted(reports)
                : ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(handshake.get());
    }

    private List<InteractionReport> takeNew(String form, HttpServletRequest request,
            AtomicReference<String> handshake) {
        Map<String, String> envelope = Map.of("delivery", UUID.randomUUID().toString());
        return inlet.take(request, BOUNDS, (body, at) -> {
            proof.handshake("forms", form, body).ifPresent(handshake::set);
            if (handshake.get() != null) {
                return List.of();
            }
            proof.demand("forms", form, request, body, at);
            return read(form, request, body, at, envelope);
        });
    }

    private List<InteractionReport> takeOnce(String form, String key, HttpServletRequest request) {
        Map<String, String> envelope = Map.of("idempotency-key", key);
        KeysInUse.Claim claim = keys.claim(form, key);
        try {
            return inlet.take(request, BOUNDS, (body, at) -> {
                proof.demand("forms", form, request, body, at);
                claim.mustStandFor(request.getContentType(), body);
                return read(form, request, body, at, envelope);
            });
        } catch (RuntimeException e) {
            claim.giveUp();
            throw e;
        }
    }

    private List<Outgoing> read(String form, HttpServletRequest request, byte[] body, Instant at,
            Map<String, String> envelope) throws NotItsContentType {
        return inlet.read(new Received(Channel.WEB_FORM, form, request.getContentType(), body, at, envelope));
    }
}
