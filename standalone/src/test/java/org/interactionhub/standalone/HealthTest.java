package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a healthy hub says of itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthTest {

    private static final Set<String> OF_SPRING_BOOT = Set.of("livenessState", "readinessState");

    @Test
    void every_part_tells_a_sentence() throws Exception {
        JsonNode parts = SharedHub.get().outside().asks("/actuator/health").path("components");

        assertThat(parts.propertyNames()).contains("inlets", "intake", "eventLog", "history", "disk");
        assertThat(parts.properties()).filteredOn(part -> !OF_SPRING_BOOT.contains(part.getKey()))
                .allSatisfy(part -> assertThat(part.getValue().at("/details/sentence").asString()).as(part.getKey())
                        .matches("[A-Z0-9].*\\."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inlets", "intake", "eventLog", "history", "disk", "liveness", "readiness"})
    void every_part_can_be_asked_by_itself(String part) throws Exception {
        assertThat(SharedHub.get().outside().asks("/actuator/health/" + part).path("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void it_shows_no_secret_and_no_place() throws Exception {
        SharedHub hub = SharedHub.get();
        String health = new String(hub.outside().fetches("/actuator/health"), StandardCharsets.UTF_8);
        List<String> secrets;
        try (Stream<Path> files = Files.list(hub.data().resolve("secrets"))) {
            secrets = files.map(HealthTest::content).toList();
        }

        assertThat(secrets).isNotEmpty().allSatisfy(secret -> assertThat(health).doesNotContain(secret));
        assertThat(health).doesNotContain("jdbc", "hub_command", "hub_query", hub.data().toString());
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
