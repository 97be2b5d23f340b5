package org.interactionhub.benchmarks.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import tools.jackson.databind.JsonNode;

/** Form-encoded strings with strange escapes, and the fields in them. A mail address is added, so that somebody sent them. */
record FormStrings(Corpora corpora) implements Source {

    private static final Readers READERS = new Readers("RU");
    private static final String SENDER = "&email=anna@acme.example";

    @Override
    public String name() {
        return "forms/wpt-urlencoded";
    }

    @Override
    public List<Sample> samples() {
        return corpora.json(name(), "urlencoded.json").valueStream()
                .map(row -> new Sample(row.path("input").asString(""), () -> read(row))).toList();
    }

    private static Outcome read(JsonNode row) throws NotItsContentType {
        byte[] body = (row.path("input").asString("") + SENDER).getBytes(StandardCharsets.UTF_8);
        InteractionReport report = READERS.read(new Received(Channel.WEB_FORM, "form",
                "application/x-www-form-urlencoded", body, Instant.parse("2030-01-01T00:00:00Z"), Map.of())).getFirst();
        Map<Object, Object> fields = new LinkedHashMap<>();
        if (report.attributes().get("fields") instanceof Map<?, ?> told) {
            fields.putAll(told);
        }
        fields.remove("email");
        return new Gathering(report.unreadable()).hold("fields", expected(row.path("output")), fields).outcome();
    }

    /** The hub keeps names without blanks around them, and several values of one name as a list. */
    private static Map<Object, Object> expected(JsonNode pairs) {
        Map<Object, Object> fields = new LinkedHashMap<>();
        pairs.forEach(pair -> fields.merge(pair.path(0).asString("").strip(), pair.path(1).asString(""),
                (earlier, later) -> {
                    List<Object> all = new ArrayList<>(earlier instanceof List<?> list ? list : List.of(earlier));
                    all.add(later);
                    return all;
                }));
        return fields;
    }
}
