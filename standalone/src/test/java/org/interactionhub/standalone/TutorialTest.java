package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.interactionhub.standalone.Tutorial.Step;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who follows the pages to the letter, on a hub that is new. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TutorialTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path root;

    private static RunningHub hub;
    private static Settings settings;

    @BeforeAll
    static void start() throws Exception {
        settings = Settings.from(Map.of("HUB_HTTP_PORT", "0", "HUB_SMTP_PORT", "0", "HUB_DATA",
                root.resolve("data").toString()));
        hub = new RunningHub(new DataDirectory(settings.data()), settings, () -> {
        });
        hub.start();
        Path script = Files.writeString(root.resolve("hub"), """
                #!/bin/bash
                exec "%s" -cp "$HUB_CLASS_PATH" org.interactionhub.standalone.Hub "$@"
                """.formatted(Path.of(System.getProperty("java.home"), "bin", "java")));
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tutorial.md", "how-to/merge.md", "how-to/import.md"})
    void every_command_answers_what_the_page_shows(String page) throws Exception {
        Tutorial tutorial = Tutorial.read(page);
        assertThat(tutorial.steps()).hasSizeGreaterThan(5);

        for (Step step : tutorial.steps()) {
            if (step.asksOnly()) {
                await().atMost(SOON).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertAnswers(step));
            } else {
                assertAnswers(step);
            }
        }
    }

    private static void assertAnswers(Step step) throws IOException, InterruptedException {
        assertThat(run(step)).as(step.toString()).containsPattern(step.expected());
    }

    /** In the directory of the one before, with the variables that it has set. */
    private static String run(Step step) throws IOException, InterruptedException {
        String commands = step.commands().replace("localhost:8080", "localhost:" + settings.http().number())
                .replace("localhost:2525", "localhost:" + settings.smtp().number());
        ProcessBuilder bash = new ProcessBuilder("bash", "-c",
                """
                        set -euo pipefail
                        [ ! -f variables ] || . ./variables
                        trap 'declare -p CLIENT VISIT LETTER ANNA PHONE MERGE UNDONE IMPORT > variables 2>/dev/null || true' EXIT
                        """
                        + commands)
                .directory(root.toFile()).redirectErrorStream(true);
        bash.environment().put("HUB_DATA", settings.data().toString());
        bash.environment().put("HUB_CLASS_PATH", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")));
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(step.toString()).isTrue();
        assertThat(process.exitValue()).as(step + " said " + said).isZero();
        return said;
    }
}
