package org.interactionhub.channels.proof;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.Channel;
import org.interactionhub.readers.providers.Item;
import org.interactionhub.readers.providers.Posting;
import org.interactionhub.readers.providers.Provider;
import org.interactionhub.readers.providers.Provider.Handshake;
import org.interactionhub.readers.providers.Providers;
import org.interactionhub.readers.providers.Signature;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Believes a source with a secret only what it has signed, and says to a provider what it wants to hear first. */
public final class Proof {

    private static final Map<Channel, String> DOORS = Map.of(Channel.CHAT, "chats", Channel.WEB_FORM, "forms",
            Channel.PHONE, "calls");
    private static final int LARGEST_HANDSHAKE = 4 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sources sources;
    private final Providers providers;

    public Proof(Sources sources, Providers providers) {
        this.sources = sources;
        this.providers = providers;
    }

    /**
     * Passes over a source without a secret.
     *
     * @param door as in the path of the inlet: see {@link Sources}
     * @throws Refusal 403 if the body is not proved to be the source's own
     */
    public void demand(String door, String name, HttpServletRequest request, byte[] body, Instant now) {
        sources.of(door, name).filter(Source::proves).ifPresent(source -> {
            Signature signature = source.signature();
            if (signature != null) {
                signature.objection(posting(request, body, source), source.secrets(), now).ifPresent(why -> {
                    throw new Refusal(HttpStatus.FORBIDDEN, why);
                });
            }
        });
    }

    /** What a posting that is a provider's handshake is to be answered with; empty for every other. */
    public Optional<String> handshake(String door, String name, byte[] body) {
        if (body.length > LARGEST_HANDSHAKE) {
            return Optional.empty();
        }
        Optional<Item> post = asked(body);
        Optional<Source> source = sources.of(door, name);
        return post.flatMap(asked -> handshakes(door, source).stream()
                .filter(one -> one.when() != null && asked.matches(one.when()))
                .flatMap(one -> said(one, asked, source).stream())
                .findFirst());
    }

    /**
     * What a provider's question by GET is to be answered with.
     *
     * @throws Refusal 404 if the source has no such provider; 403 if the question does not know the token agreed upon
     */
    public String challenged(String door, String name, HttpServletRequest request) {
        Source source = sources.of(door, name).orElseThrow(Proof::nobodyAsks);
        Handshake handshake = Optional.ofNullable(source.provider()).map(Provider::handshake)
                .filter(one -> one.challenge() != null && one.token() != null).orElseThrow(Proof::nobodyAsks);
        String agreed = source.settings().getOrDefault("verify-token", "");
        String told = String.valueOf(request.getParameter(handshake.token()));
        if (agreed.isEmpty() || !MessageDigest.isEqual(bytes(agreed), bytes(told))) {
            throw new Refusal(HttpStatus.FORBIDDEN, "The verify token is not the one that was agreed upon.");
        }
        return Optional.ofNullable(request.getParameter(handshake.challenge()))
                .orElseThrow(() -> Refusal.badRequest("There is no '" + handshake.challenge() + "' to answer."));
    }

    /** What the provider of a source takes for a yes, if not any answer from 200 to 299. */
    public Optional<Provider.Answer> answer(String door, String name) {
        return sources.of(door, name).map(Source::provider).map(Provider::answer);
    }

    /** Echoing tells nobody anything, so a source that nobody set up is answered too. */
    private List<Handshake> handshakes(String door, Optional<Source> source) {
        return source.map(Source::provider).map(Provider::handshake).map(List::of)
                .orElseGet(() -> providers.all().stream().filter(one -> door.equals(DOORS.get(one.channel())))
                        .flatMap(one -> Optional.ofNullable(one.handshake()).stream()).toList());
    }

    private static Optional<String> said(Handshake handshake, Item asked, Optional<Source> source) {
        return handshake.say() == null
                ? asked.text(handshake.echo() == null ? List.of() : handshake.echo())
                : source.map(one -> one.settings().get(handshake.say()));
    }

    private static Posting posting(HttpServletRequest request, byte[] body, Source source) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(header -> headers.put(header.toLowerCase(Locale.ROOT), request.getHeader(header)));
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String address = source.url() == null ? request.getRequestURL().toString() : source.url();
        return new Posting(address + query, headers, body);
    }

    /** JSON, or the fields of a form. */
    private static Optional<Item> asked(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.startsWith("{") && text.matches("[a-z]+=[a-z]+")) {
            String[] sides = text.split("=");
            return Optional.of(Item.root(Map.of(sides[0], sides[1])));
        }
        try {
            return Optional.ofNullable(JSON.readValue(body, Object.class)).map(Item::root);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Refusal nobodyAsks() {
        return Refusal.notFound("No provider that asks by GET was set up for this source.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
