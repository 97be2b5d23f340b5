package org.interactionhub.channels.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.interactionhub.channels.inlet.Bounds;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.inlet.Receipts;
import org.interactionhub.events.Channel;
import org.interactionhub.readers.Received;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the webhooks of chats and messengers; the name in the path is the account. */
@RestController
final class ChatInlet {

    private static final Bounds BOUNDS = Bounds.of(Map.of(MediaType.APPLICATION_JSON, Bounds.MIB));

    private final Inlet inlet;

    ChatInlet(Inlet inlet) {
        this.inlet = inlet;
    }

    @PostMapping("/intake/chats/{source}")
    ResponseEntity<Object> take(@PathVariable String source, HttpServletRequest request) {
        return Receipts.accepted(inlet.take(request, BOUNDS, (body, at) -> inlet
                .read(new Received(Channel.CHAT, source, request.getContentType(), body, at, Map.of()))));
    }
}
