package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the world really sends, read by the thousand: nothing thrown, nothing slow, nothing lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorporaTest {

    private static final System.Logger LOG = System.getLogger(CorporaTest.class.getName());
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Readers readers = new Readers("RU");
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> slow = new ArrayList<>();

    @Test
    void every_mail_is_read_or_kept_with_a_reason() {
        for (Path source : Corpora.folders(Corpora.folder("email"))) {
            Stream.of("messages", "bounces", "not", "replies", "emails")
                    .flatMap(kind -> Corpora.files(source.resolve(kind)).stream())
                    .forEach(file -> read(source, file, Channel.EMAIL, "message/rfc822"));
        }

        nothingFailed();
    }

    @Test
    void every_chat_post_is_read_or_kept_with_a_reason() {
        readAll("chat", Channel.CHAT);

        nothingFailed();
        assertThat(outcomes.get("telegram-nutgram readable")).isGreaterThan(40);
    }

    @Test
    void every_form_post_is_read_or_kept_with_a_reason() {
        readAll("forms", Channel.WEB_FORM);

        nothingFailed();
    }

    @Test
    void every_call_post_is_read_or_kept_with_a_reason() {
        readAll("phone", Channel.PHONE);

        nothingFailed();
        assertThat(outcomes.get("asterisk-GPL readable")).isGreaterThan(2);
    }

    @Test
    void senders_and_subjects_of_support_mail_are_right() {
        Path zammad = Corpora.folder("email/zammad-AGPL");
        int subjects = 0;
        long senders = 0;
        int cases = 0;
        for (Map.Entry<String, JsonNode> expected : Corpora.json(zammad.resolve("expected.json")).properties()) {
            Path file = zammad.resolve("messages").resolve(expected.getKey());
            if (file.toFile().isFile() && expected.getValue().hasNonNull("from_email")) {
                InteractionReport report = readings(zammad, file, Channel.EMAIL, "message/rfc822").getFirst();
                cases++;
                subjects += agrees(expected.getValue().path("subject").asString(""), report.subject()) ? 1 : 0;
                senders += report.participants().stream().limit(1)
                        .filter(from -> from.value()
                                .equalsIgnoreCase(expected.getValue().path("from_email").asString("")))
                        .count();
            }
        }
        LOG.log(System.Logger.Level.INFO, "subjects {0}, senders {1} of {2}", subjects, senders, cases);
        assertThat(subjects).isGreaterThanOrEqualTo(cases * 9 / 10);
        assertThat(senders).isGreaterThanOrEqualTo(cases * 9 / 10);
    }

    /** One of libphonenumber's is read with reduced tables of Belarus, as libphonenumber itself no longer reads it. */
    @Test
    void spellings_of_one_number_are_one_number() {
        assertThat(wrongSpellings("libphonenumber-spellings/spellings.json")).containsExactly("8123456");
        assertThat(wrongSpellings("ruby-phone/spellings.json")).isEmpty();
        assertThat(wrongSpellings("libphonenumber-examples/examples.json")).isEmpty();
    }

    private static List<String> wrongSpellings(String set) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode spelling : Corpora.json(Corpora.folder("phone").resolve(set))) {
            String expected = spelling.path("e164").asString("");
            String written = spelling.path("written").asString(expected);
            Phones phones = new Phones(spelling.path("default_region").asString("ZZ"));
            Phones.Spelled spelled = phones.spelled(written).orElse(new Phones.Spelled("", ""));
            boolean right = spelled.e164().equals(expected)
                    && (!spelling.hasNonNull("extension")
                            || spelled.extension().equals(spelling.path("extension").asString("")))
                    && phones.canonical(written).map(PhoneTwins.today(expected)::equals).orElse(true);
            if (!right) {
                wrong.add(written);
            }
        }
        return wrong;
    }

    private static boolean agrees(String expected, @Nullable String found) {
        return expected.strip().equals(found == null ? "" : found.strip());
    }

    private void readAll(String kind, Channel channel) {
        for (Path source : Corpora.folders(Corpora.folder(kind))) {
            Stream.of("payloads", "bodies", "files")
                    .flatMap(folder -> Corpora.files(source.resolve(folder)).stream())
                    .forEach(file -> read(source, file, channel, contentType(file)));
        }
    }

    private static String contentType(Path file) {
        String name = file.toString();
        return name.endsWith(".json")
                ? "application/json"
                : name.endsWith(".csv")
                        ? "text/csv"
                        : name.endsWith(".http")
                                ? "multipart/form-data; boundary=" + boundary(Corpora.bytes(file))
                                : "application/x-www-form-urlencoded";
    }

    /** The first delimiter line tells the boundary that its content type would have named. */
    private static String boundary(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).lines().filter(line -> line.startsWith("--"))
                .findFirst()
                .map(line -> line.substring(2))
                .orElse("none");
    }

    private void read(Path source, Path file, Channel channel, String contentType) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (InteractionReport report : readings(source, file, channel, contentType)) {
            count(source, report.unreadable() == null ? "readable" : report.unreadable().code());
            assertThat(report).as(file.toString()).satisfies(ReportChecks::holds);
        }
        long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        if (Duration.ofNanos(work).compareTo(SLOW) > 0) {
            slow.add(file.toString());
        }
    }

    private List<InteractionReport> readings(Path source, Path file, Channel channel, String contentType) {
        try {
            return readers.read(new Received(channel, "sales@hub.example", contentType, Corpora.bytes(file), NOON,
                    Map.of("delivery", file.toString())));
        } catch (NotItsContentType e) {
            count(source, "not-its-content-type");
            return List.of();
        }
    }

    private void count(Path source, String outcome) {
        outcomes.merge(source.getFileName() + " " + outcome, 1, Integer::sum);
    }

    private void nothingFailed() {
        outcomes.forEach((outcome, count) -> LOG.log(System.Logger.Level.INFO, outcome + ": " + count));
        assertThat(outcomes.keySet()).noneMatch(outcome -> outcome.endsWith("reader-failed"));
        assertThat(slow).isEmpty();
    }
}
