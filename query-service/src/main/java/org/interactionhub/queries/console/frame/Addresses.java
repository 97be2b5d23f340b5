package org.interactionhub.queries.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Where things stand: the addresses of pages, with everything a visitor chose in them. */
public final class Addresses {

    private Addresses() {}

    /** Under which the visitor reached us, as in {@code http://localhost:8080}. */
    public static String origin(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    public static String client(ClientId client) {
        return "/clients/" + client;
    }

    /** Where stands who a client is. */
    public static String identity(ClientId client) {
        return client(client) + "/identity";
    }

    /** Where stands to whom a client belongs, and who belongs to her. */
    public static String house(ClientId client) {
        return client(client) + "/house";
    }

    /** What one of us looks after. */
    public static String portfolio(String owner) {
        return UriComponentsBuilder.fromPath("/portfolios").pathSegment("{owner}").encode().buildAndExpand(owner)
                .toUriString();
    }

    /** Where two clients stand side by side. */
    public static String compare(ClientId client, ClientId other) {
        return with(client(client) + "/compare", Map.of("other", other.toString()));
    }

    public static String stream(ClientId client) {
        return "/api/clients/" + client + "/timeline/stream";
    }

    public static String original(InteractionId interaction) {
        return "/interactions/" + interaction + "/original";
    }

    public static String download(InteractionId interaction) {
        return "/api/interactions/" + interaction + "/original";
    }

    /** A page with what was chosen on it; empty choices are left away. */
    public static String with(String path, Map<String, String> choices) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        choices.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(choices).toUriString();
    }
}
