package org.interactionhub.benchmarks.conformance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Unreadable;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;

/**
 * What services post, of which their origin says nothing but the bytes. Held is what must be true of any reading: sent
 * twice it is the same, and its people, words and time stand in the post.
 */
record PostedBodies(Corpora corpora, String name, Channel channel) implements Source {

    private static final Readers READERS = new Readers("RU");
    private static final Instant RECEIVED_AT = Instant.parse("2030-01-01T00:00:00Z");

    @Override
    public List<Sample> samples() {
        return corpora.files(name, "payloads", "bodies", "files", "shapes").stream()
                .map(file -> new Sample(file.getFileName().toString(), () -> read(file))).toList();
    }

    private Outcome read(Path file) {
        byte[] bytes = Corpora.bytes(file);
        try {
            List<InteractionReport> reports = read(bytes, file);
            Gathering fields = new Gathering(reports.getFirst().unreadable());
            fields.hold("sent-twice", ids(reports), ids(read(bytes, file)));
            String post = new String(bytes, StandardCharsets.UTF_8);
            reports.stream().filter(report -> report.unreadable() == null && channel == Channel.CHAT)
                    .forEach(report -> hold(fields, post, report));
            return fields.outcome();
        } catch (NotItsContentType notEvenThat) {
            return Outcome.of(new Unreadable("not-its-content-type", String.valueOf(notEvenThat.getMessage())));
        }
    }

    private static void hold(Gathering fields, String post, InteractionReport report) {
        String handle = report.participants().stream().filter(one -> one.role() == Participant.Role.FROM).findFirst()
                .map(Participant::value).orElse("");
        String id = handle.substring(handle.indexOf(':') + 1);
        fields.hold("sender", handle, "in the post", !id.isEmpty() && post.replaceAll("\\s", "_").contains(id));
        String message = String.valueOf(report.attributes().getOrDefault("messageId", ""));
        fields.hold("message-id", message, "in the post", post.contains(message));
    }

    private List<InteractionReport> read(byte[] bytes, Path file) throws NotItsContentType {
        return READERS.read(new Received(channel, "account", contentType(file.toString(), bytes), bytes, RECEIVED_AT,
                Map.of("delivery", file.getFileName().toString())));
    }

    private static List<Object> ids(List<InteractionReport> reports) {
        return reports.stream().flatMap(report -> Stream.<Object>of(report.reportId(), report.interactionId()))
                .toList();
    }

    /** The first delimiter line tells the boundary that the content type would have named. */
    private static String contentType(String name, byte[] body) {
        if (name.endsWith(".json")) {
            return "application/json";
        }
        if (name.endsWith(".csv")) {
            return "text/csv";
        }
        boolean multipart = name.endsWith(".http") || name.endsWith(".multipart");
        return multipart
                ? "multipart/form-data; boundary=" + new String(body, StandardCharsets.ISO_8859_1).lines()
                        .filter(line -> line.startsWith("--")).findFirst().map(line -> line.substring(2)).orElse("none")
                : "application/x-www-form-urlencoded";
    }
}
