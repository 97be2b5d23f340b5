package org.interactionhub.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.interactionhub.events.Channel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostSourcesTest {

    @TempDir
    private Path folder;

    @Test
    void a_spelling_is_held_against_its_number_and_its_extension() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("phone/own")).resolve("spellings.json"),
                """
                        [{"written": "8 495 123-45-67 доб. 12", "default_region": "RU", "e164": "+74951234567", "extension": "12"},
                         {"written": "8 495 123-45-67", "default_region": "RU", "e164": "+74951234568"}]""");

        Result result = Result.of(new PhoneSpellings(new Corpora(folder), "phone/own", "spellings.json"), new Meter());

        assertThat(result.fields()).containsEntry("e164", List.of(1, 0)).containsEntry("nobody-elses", List.of(1, 0))
                .containsEntry("extension", List.of(1));
    }

    @Test
    void a_wrong_signature_that_is_refused_is_right() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("signatures/webhook-signatures"))
                .resolve("vectors.json"),
                """
                        [{"case": "wrong", "scheme": "line", "secret": "s", "signature": "AAAA", "body": "{}", "valid": false}]
                        """);

        Result result = Result.of(new SignedPosts(new Corpora(folder)), new Meter());

        assertThat(result.fields()).containsEntry("taken", List.of(1));
    }

    @Test
    void a_post_of_which_nobody_says_anything_is_the_same_when_it_is_sent_twice() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("chat/own/payloads")).resolve("one.json"), """
                {"event": "message", "timestamp": 1795514400100, "message_token": 4912, "sender": {"id": "v5 5"},
                 "message": {"type": "text", "text": "Hello"}}""");

        Result result = Result.of(new PostedBodies(new Corpora(folder), "chat/own", Channel.CHAT), new Meter());

        assertThat(result.fields()).containsEntry("sent-twice", List.of(1)).containsEntry("sender", List.of(1))
                .containsEntry("message-id", List.of(1));
    }
}
