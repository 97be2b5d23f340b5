package org.interactionhub.benchmarks.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.NotItsContentType;
import tools.jackson.databind.JsonNode;

/** Bounces of sixty mail systems, complaints and automatic replies, with what is said of them by the judge they were gathered for. */
record Bounces(Corpora corpora) implements Source {

    /** What the hub calls what the judge calls otherwise than a failure. */
    private static final Map<String, String> OTHER_KINDS = Map.of("feedback", "complaint", "vacation", "auto-reply",
            "delivered", "receipt");

    /** Whether the address itself is of no use, beside the two below. */
    private static final Set<String> WITHOUT_HARDNESS = Set.of("undefined");

    @Override
    public String name() {
        return "email/sisimai-bounces";
    }

    @Override
    public List<Sample> samples() {
        JsonNode expected = corpora.json(name(), "expected.json");
        return corpora.files(name(), "bounces", "not").stream()
                .map(file -> new Sample(file.getFileName().toString(),
                        () -> read(file, expected.path(file.getFileName().toString()))))
                .toList();
    }

    @Override
    public Map<String, String> others() {
        return Map.of("kind", "Sisimai: all of its own set");
    }

    private static Outcome read(Path file, JsonNode rows) throws NotItsContentType {
        MailReading mail = MailReading.of(Corpora.bytes(file));
        String kind = kind(rows);
        Gathering fields = new Gathering(mail.refusal()).hold("kind", kind, mail.attribute("mailKind"));
        if (kind.equals("bounce") && !WITHOUT_HARDNESS.contains(reason(rows.path(0)))) {
            fields.hold("hard", hardness(rows), mail.attribute("bounce"));
        }
        return fields.outcome();
    }

    private static String kind(JsonNode rows) {
        return rows.isEmpty() ? "" : OTHER_KINDS.getOrDefault(reason(rows.path(0)), "bounce");
    }

    private static String reason(JsonNode row) {
        return row.path("reason").asString("");
    }

    private static String hardness(JsonNode rows) {
        Set<Boolean> hard = rows.valueStream().map(row -> row.path("hard").asBoolean()).collect(Collectors.toSet());
        return hard.contains(true) ? "hard" : "soft";
    }
}
