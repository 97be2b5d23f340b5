package org.interactionhub.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConformanceTest {

    @TempDir
    Path folder;

    /** Inputs that do as a test needs them to. */
    private record Given(String name, List<Sample> samples) implements Source {}

    @Test
    void a_mail_is_held_against_what_its_origin_says_of_it() throws IOException {
        Path desk = Files.createDirectories(folder.resolve("email/zammad-AGPL/messages"));
        Files.writeString(desk.resolve("one.box"), "From: Anna <Anna@acme.example>\nSubject: Pump 12\n\nWhen?");
        Files.writeString(desk.resolveSibling("expected.json"),
                "{\"one.box\": {\"from_email\": \"anna@acme.example\", \"from_display_name\": \"Anna\", \"subject\": \"Pump 13\"}}");

        Result result = Result.of(new SupportMail(new Corpora(folder)), new Meter());

        assertThat(result.fields()).containsEntry("ended", List.of(1)).containsEntry("sender", List.of(1))
                .containsEntry("subject", List.of(0));
        assertThat(result.misses()).singleElement().asString().contains("Pump 12", "Pump 13", "one.box");
    }

    @Test
    void an_input_that_throws_or_takes_too_much_is_named() throws IOException {
        Source given = new Given("email/own", List.of(
                new Sample("throwing", () -> {
                    throw new StackOverflowError();
                }),
                new Sample("hungry",
                        () -> Outcome.of(null, new Agreement("size", "1", "1", new byte[80 << 20].length > 0)))));
        Path json = folder.resolve("figures.json");

        ConformanceReport report = new ConformanceReport(List.of(Result.of(given, new Meter())));
        report.writeTo(json);

        assertThat(report.isRight()).isFalse();
        assertThat(String.join("\n", report.lines())).contains("throwing: throws java.lang.StackOverflowError",
                "hungry: takes 80 MiB of memory");
        assertThat(json).content().contains("\"email/own/ended\"");
    }
}
