package org.interactionhub.benchmarks.conformance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.providers.Posting;
import org.interactionhub.readers.providers.Providers;
import org.interactionhub.readers.providers.Signature;
import org.interactionhub.readers.providers.Signature.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Signed posts of several services, right and wrong ones; what has a time is held against an hour later too. */
record SignedPosts(Corpora corpora) implements Source {

    private static final Providers PROVIDERS = Providers.known();
    private static final long HOUR = 3_600;

    @Override
    public String name() {
        return "signatures/webhook-signatures";
    }

    @Override
    public List<Sample> samples() {
        return corpora.json(name(), "vectors.json").valueStream()
                .map(row -> new Sample(row.path("case").asString(""), () -> read(row))).toList();
    }

    private static Outcome read(JsonNode row) {
        Signature recipe = PROVIDERS.signature(row.path("scheme").asString(""))
                .orElseThrow(() -> new IllegalStateException("no recipe " + row.path("scheme")));
        List<String> secrets = List.of(row.path("secret").asString(""));
        Posting posting = posting(recipe, row);
        Instant at = Instant.ofEpochSecond(Long.parseLong(time(row)));
        Gathering fields = new Gathering(null).hold("taken", row.path("valid").asBoolean(),
                recipe.objection(posting, secrets, at).isEmpty());
        if (recipe.timestamp() != null) {
            fields.hold("old-refused", true,
                    recipe.objection(posting, secrets, at.plusSeconds(HOUR)).isPresent());
        }
        return fields.outcome();
    }

    private static String time(JsonNode row) {
        return row.path("now").asString(row.path("timestamp").asString(row.path("parameters").path("timestamp")
                .asString("0")));
    }

    private static Posting posting(Signature recipe, JsonNode row) {
        Map<String, String> headers = new HashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        row.path("parameters").properties()
                .forEach(field -> parameters.put(field.getKey(), field.getValue().asString("")));
        put(recipe.id(), row.path("id"), headers, parameters);
        put(recipe.timestamp(), row.path("timestamp"), headers, parameters);
        put(recipe.signature(), row.path("signature"), headers, parameters);
        String body = row.path("body").asString("");
        if (!parameters.isEmpty()) {
            headers.put("content-type", "application/x-www-form-urlencoded");
            body = parameters.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
        }
        return new Posting(row.path("url").asString("https://hub.example/"), headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(@Nullable Place place, JsonNode value, Map<String, String> headers,
            Map<String, String> parameters) {
        if (place != null && value.isString()) {
            Optional.ofNullable(place.header())
                    .ifPresent(header -> headers.put(header.toLowerCase(Locale.ROOT), value.asString()));
            Optional.ofNullable(place.parameter())
                    .ifPresent(parameter -> parameters.put(parameter, value.asString()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
