package org.interactionhub.readers.providers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.Channel;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The providers that the hub knows: a file each, listed in {@code providers/index}. */
public final class Providers {

    private static final String FOLDER = "/providers/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private static final Providers KNOWN = load();

    private final List<Provider> all;
    private final Map<String, Signature> signatures;

    private Providers(List<Provider> all, Map<String, Signature> signatures) {
        this.all = all;
        this.signatures = signatures;
    }

    /** All of them. */
    public static Providers known() {
        return KNOWN;
    }

    private static Providers load() {
        List<Provider> all = new String(bytes("index"), StandardCharsets.UTF_8).lines().map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> JSON.readValue(bytes(name + ".json"), Provider.class)).toList();
        return new Providers(all, JSON.readValue(bytes("signatures.json"), new TypeReference<>() {
        }));
    }

    /** The one whose post it is. */
    public Optional<Provider> of(Channel channel, Item post) {
        return all.stream().filter(provider -> provider.channel() == channel && provider.knows(post)).findFirst();
    }

    /** The one of that name. */
    public Optional<Provider> named(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    /** The recipe of that name, in {@code providers/signatures.json}. */
    public Optional<Signature> signature(String name) {
        return Optional.ofNullable(signatures.get(name));
    }

    public List<Provider> all() {
        return all;
    }

    public List<String> names() {
        return all.stream().map(Provider::name).toList();
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Providers.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
