package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.readers.Originals.reading;
import static org.interactionhub.readers.Originals.readings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.Unreadable;
import org.interactionhub.readers.providers.Provider;
import org.interactionhub.readers.providers.Providers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every declared provider, held against posts as it sends them: {@code providers/NAME/CASE.json} and what is read of it,
 * {@code CASE.expected.json}. A case without the latter has it written when the system property {@code approve} is set.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvidersTest {

    private static final Path SAMPLES = Path.of("src/test/resources/providers");
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().matches(".*(?<!\\.expected)\\.json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_post_is_read_as_it_was_approved(Path sample) throws IOException {
        Path approved = Path.of(sample.toString().replace(".json", ".expected.json"));

        JsonNode told = JSON.readTree(JSON.writeValueAsString(readings(post(sample)).stream().map(ProvidersTest::told)
                .toList()));

        if (Boolean.getBoolean("approve") && !Files.exists(approved)) {
            Files.writeString(approved, JSON.writeValueAsString(told) + "\n");
        }
        assertThat(told).isEqualTo(JSON.readTree(Files.readString(approved)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_report_of_a_post_is_read_again_as_itself(Path sample) throws IOException {
        Readers readers = new Readers("RU");

        for (InteractionReport report : readings(post(sample))) {
            byte[] original = report.original().inline().orElseThrow();
            assertThat(readers.again(report, original).text()).isEqualTo(report.text());
            assertThat(readers.again(report, original).unreadable()).isEqualTo(report.unreadable());
        }
    }

    @Test
    void every_messenger_with_rules_has_two_samples_and_one_that_it_does_not_read() throws IOException {
        for (String name : Providers.known().names()) {
            Provider provider = Providers.known().named(name).orElseThrow();
            if (provider.channel() == Channel.CHAT && !provider.rules().isEmpty()) {
                List<InteractionReport> all = new ArrayList<>();
                for (Path sample : samples()) {
                    if (providerOf(sample).equals(name)) {
                        all.addAll(readings(post(sample)));
                    }
                }
                assertThat(all).as(name).filteredOn(report -> report.unreadable() == null).hasSizeGreaterThan(1);
                assertThat(all).as(name).anyMatch(report -> report.unreadable() != null
                        && report.unreadable().code().equals("chat-unknown-event"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"whatsapp/text,whatsapp/edited", "whatsapp/text,whatsapp/revoked",
            "messenger/text,messenger/edited", "messenger/echo,messenger/delivered", "slack/text,slack/edited",
            "slack/text,slack/deleted", "chatwoot/incoming,chatwoot/deleted",
            "chatwoot/outgoing,chatwoot/edited-outgoing", "vk/text,vk/edited",
            "line/text-sticker-and-follow-in-one-post,line/unsend"})
    void what_is_told_of_a_message_later_is_about_the_same_contact(String message, String later) throws IOException {
        InteractionReport first = reading(post(SAMPLES.resolve(message + ".json")));
        InteractionReport second = reading(post(SAMPLES.resolve(later + ".json")));

        assertThat(second.interactionId()).isEqualTo(first.interactionId());
        assertThat(second.reportId()).isNotEqualTo(first.reportId());
        assertThat(second.kind()).isNotEqualTo(Kind.RECORDED);
    }

    @Test
    void what_an_agent_of_ours_edits_is_from_the_same_hand_as_what_she_wrote() throws IOException {
        InteractionReport edit = reading(post(SAMPLES.resolve("chatwoot/edited-outgoing.json")));

        assertThat(edit.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(edit.participants())
                .isEqualTo(reading(post(SAMPLES.resolve("chatwoot/outgoing.json"))).participants());
    }

    @Test
    void a_post_of_more_than_a_thousand_messages_is_not_read_in_part() {
        String event = "{\"type\": \"message\", \"source\": {\"userId\": \"u\"}, \"message\": {\"id\": \"1\", \"type\": \"text\","
                + " \"text\": \"?\"}},";
        String post = "{\"destination\": \"d\", \"events\": [" + event.repeat(1_000) + event.replaceFirst(",$", "]}");

        assertThat(reading(chat(post)).unreadable()).extracting(Unreadable::code)
                .isEqualTo("chat-too-many-messages");
    }

    @Test
    void what_is_delivered_again_is_the_same_report() throws IOException {
        String line = Files.readString(SAMPLES.resolve("line/unsend.json"));
        String again = line.replace("\"mode\"", "\"deliveryContext\": {\"isRedelivery\": true}, \"mode\"");

        assertThat(reading(chat(again)).reportId()).isEqualTo(reading(chat(line)).reportId());
    }

    @Test
    void handles_of_two_providers_are_never_one() throws IOException {
        List<String> handles = new ArrayList<>();
        for (Path sample : samples()) {
            readings(post(sample)).forEach(report -> report.participants().forEach(somebody -> {
                assertThat(somebody.value()).startsWith(providerOf(sample) + ":");
                handles.add(somebody.value());
            }));
        }
        assertThat(handles).isNotEmpty();
    }

    private static String providerOf(Path sample) {
        return SAMPLES.relativize(sample).getName(0).toString();
    }

    private static Received post(Path sample) throws IOException {
        return chat(Files.readString(sample));
    }

    private static Received chat(String json) {
        return new Received(Channel.CHAT, "support", "application/json", json.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-24T12:00:00Z"), Map.of());
    }

    private static Map<String, Object> told(InteractionReport report) {
        Map<String, Object> told = new LinkedHashMap<>();
        if (report.unreadable() != null) {
            told.put("unreadable", report.unreadable());
            return told;
        }
        told.put("kind", report.kind());
        told.put("direction", report.direction());
        told.put("occurredAt", report.occurredAt().toString());
        told.put("conversation", report.conversation());
        told.put("participants", report.participants());
        told.put("stated", report.stated().stream().map(ContactPoint::value).toList());
        told.put("text", report.text());
        Map<String, Object> attributes = new TreeMap<>(report.attributes());
        attributes.remove(Readers.ENVELOPE);
        told.put("attributes", attributes);
        return told;
    }
}
