package org.interactionhub.channels.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.interactionhub.channels.inlet.Bounds;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.inlet.Receipts;
import org.interactionhub.channels.proof.Proof;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.Received;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the webhooks of chats and messengers; the name in the path is the account. */
@RestController
final class ChatInlet {

    private static final Bounds BOUNDS = Bounds.of(Map.of(MediaType.APPLICATION_JSON, Bounds.MIB,
            MediaType.APPLICATION_FORM_URLENCODED, Bounds.MIB));

    private static final String DOOR = "chats";

    private final Inlet inlet;
    private final Proof proof;

    ChatInlet(Inlet inlet, Proof proof) {
        this.inlet = inlet;
        this.proof = proof;
    }

    @PostMapping("/intake/chats/{source}")
    ResponseEntity<Object> take(@PathVariable String source, HttpServletRequest request) {
        AtomicReference<String> handshake = new AtomicReference<>();
        List<InteractionReport> reports = inlet.take(request, BOUNDS, (body, at) -> {
            Optional<String> asked = proof.handshake(DOOR, source, body);
            if (asked.isPresent()) {
                handshake.set(asked.get());
                return List.of();
            }
            proof.demand(DOOR, source, request, body, at);
            return inlet.read(new Received(Channel.CHAT, source, request.getContentType(), body, at, Map.of()));
        });
        return handshake.get() == null ? accepted(source, reports) : said(handshake.get());
    }

    /** Some providers ask by GET whether the address is ours before they post to it. */
    @GetMapping("/intake/chats/{source}")
    ResponseEntity<Object> answer(@PathVariable String source, HttpServletRequest request) {
        return said(proof.challenged(DOOR, source, request));
    }

    private ResponseEntity<Object> accepted(String source, List<InteractionReport> reports) {
        ResponseEntity<Object> receipts = Receipts.accepted(reports);
        return proof.answer(DOOR, source)
                .map(wanted -> wanted.text() == null
                        ? ResponseEntity.status(wanted.status()).body(receipts.getBody())
                        : said(wanted.text()))
                .orElse(receipts);
    }

    private static ResponseEntity<Object> said(String words) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(words);
    }
}
