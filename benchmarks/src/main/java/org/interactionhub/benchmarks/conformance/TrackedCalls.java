package org.interactionhub.benchmarks.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import tools.jackson.databind.JsonNode;

/** Finished calls with the advertisement that led to them, and the event that another program makes of each. */
record TrackedCalls(Corpora corpora) implements Source {

    private static final String REGION = "US";
    private static final Readers READERS = new Readers(REGION);

    @Override
    public String name() {
        return "phone/callrail";
    }

    @Override
    public List<Sample> samples() {
        return corpora.json(name(), "expected.json").properties().stream()
                .map(row -> new Sample(row.getKey(), () -> read(row.getKey(), row.getValue()))).toList();
    }

    private Outcome read(String key, JsonNode expected) throws NotItsContentType {
        String file = "bodies/" + key.toLowerCase(Locale.ROOT).replace('#', '-') + ".txt";
        byte[] body = Corpora.text(corpora.folder(name()).resolve(file)).strip().getBytes(StandardCharsets.UTF_8);
        InteractionReport report = READERS.read(new Received(Channel.PHONE, "account",
                "application/x-www-form-urlencoded", body, Instant.parse("2030-01-01T00:00:00Z"), Map.of())).getFirst();
        JsonNode call = expected.path("expect").path(0).path("data");
        Gathering fields = new Gathering(report.unreadable());
        if (call.isObject()) {
            fields.hold("caller", new Phones(REGION).canonical(call.path("callernum").asString("")).orElse(""),
                    report.participants().stream().findFirst().map(Participant::value).orElse(""))
                    .hold("time", Instant.parse(call.path("datetime").asString("")), report.occurredAt())
                    .hold("duration", call.path("duration").asInt(), report.attributes().get("durationSeconds"))
                    .hold("answered", call.path("answered").asBoolean(), report.attributes().get("answered"));
        }
        return fields.outcome();
    }
}
