package org.interactionhub.readers.providers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The providers that the hub knows: a file each, listed in {@code providers/index}. */
public final class Providers {

    private static final String FOLDER = "/providers/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private final List<Provider> all;

    private Providers(List<Provider> all) {
        this.all = all;
    }

    /** Reads the files. */
    public static Providers load() {
        return new Providers(new String(bytes("index"), StandardCharsets.UTF_8).lines().map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> JSON.readValue(bytes(name + ".json"), Provider.class)).toList());
    }

    /** The one whose post it is. */
    public Optional<Provider> of(Item post) {
        return all.stream().filter(provider -> provider.knows(post)).findFirst();
    }

    /** The one of that name. */
    public Optional<Provider> named(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
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
