package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the world really sends, read by the thousand: nothing thrown, nothing slow, nothing lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorporaTest {

    private static final System.Logger LOG = System.getLogger(CorporaTest.class.getName());
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Readers readers = new Readers("RU");
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> slow = new ArrayList<>();

    @Test
    void every_mail_is_read_or_kept_with_a_reason() {
        for (Path source : Corpora.folders(Corpora.folder("email"))) {
            Stream.of("messages", "bounces", "not", "replies", "emails")
                    .flatMap(kind -> Corpora.files(source.resolve(kind)).stream())
                    .filter(file -> !file.toString().endsWith(".json"))
                    .forEach(file -> read(source, file, Channel.EMAIL, "message/rfc822"));
        }

        report();
        assertThat(outcomes.keySet()).noneMatch(outcome -> outcome.contains("reader-failed"));
    }

    private void read(Path source, Path file, Channel channel, String contentType) {
        Instant start = Instant.now();
        for (InteractionReport report : readings(source, file, channel, contentType)) {
            count(source, report.unreadable() == null ? "readable" : report.unreadable().code());
            assertThat(report.unreadable() != null || ReportChecks.hasASender(report)).as(file.toString()).isTrue();
        }
        if (Duration.between(start, Instant.now()).compareTo(SLOW) > 0) {
            slow.add(file.toString());
        }
    }

    private List<InteractionReport> readings(Path source, Path file, Channel channel, String contentType) {
        try {
            return readers.read(new Received(channel, "sales@hub.example", contentType, Corpora.bytes(file),
                    Instant.parse("2026-12-01T12:00:00Z"), Map.of("delivery", file.toString())));
        } catch (NotItsContentType e) {
            count(source, "not-its-content-type");
            return List.of();
        }
    }

    private void count(Path source, String outcome) {
        outcomes.merge(source.getFileName() + " " + outcome, 1, Integer::sum);
    }

    private void report() {
        outcomes.forEach((outcome, count) -> LOG.log(System.Logger.Level.INFO, outcome + ": " + count));
        assertThat(slow).isEmpty();
    }
}
