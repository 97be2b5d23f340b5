package org.interactionhub.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Class<? extends HubEvent>> every_event() {
        return EventNames.all().stream();
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void has_a_stable_name_with_a_version(Class<? extends HubEvent> event) {
        assertThat(EventNames.of(event)).matches("[a-z]+(-[a-z]+)*/[1-9][0-9]*");
        assertThat(EventNames.find(EventNames.of(event))).contains(event);
        assertThat(event).isRecord();
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void still_reads_its_approved_sample_and_writes_it_unchanged(Class<? extends HubEvent> event) {
        String approved = Resource.read("/samples/" + file(event) + ".json");

        HubEvent read = JSON.readValue(approved, event);

        assertThat(JSON.readTree(JSON.writeValueAsBytes(read))).isEqualTo(JSON.readTree(approved));
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void obeys_its_published_schema(Class<? extends HubEvent> event) {
        String approved = Resource.read("/samples/" + file(event) + ".json");

        List<String> violations = Contract.violations("events/" + file(event) + ".schema.json", approved);

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("every_event")
    void has_a_schema_that_refuses_an_empty_object(Class<? extends HubEvent> event) {
        assertThat(Contract.violations("events/" + file(event) + ".schema.json", "{}")).isNotEmpty();
    }

    @Test
    void no_sample_and_no_schema_is_left_without_its_event() throws URISyntaxException {
        List<String> events = every_event().map(EventContractTest::file).toList();

        assertThat(files("/schemas/events")).map(name -> name.replace(".schema.json", ""))
                .containsExactlyInAnyOrderElementsOf(events);
        assertThat(files("/samples")).filteredOn(name -> !name.startsWith("interaction-report."))
                .map(name -> name.replace(".json", "")).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void a_name_that_a_newer_hub_wrote_is_simply_not_known() {
        assertThat(EventNames.find("interaction-recorded/99")).isEmpty();
    }

    private static String file(Class<? extends HubEvent> event) {
        return EventNames.of(event).replace('/', '.');
    }

    private static List<String> files(String folder) throws URISyntaxException {
        URL url = Objects.requireNonNull(EventContractTest.class.getResource(folder));
        return Arrays.stream(Objects.requireNonNull(new File(url.toURI()).list()))
                .filter(name -> name.endsWith(".json"))
                .toList();
    }
}
