package org.interactionhub.channels.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.interactionhub.readers.providers.Providers;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourcesTest {

    @TempDir
    private Path folder;

    @Test
    void a_secret_may_stand_in_the_environment() throws IOException {
        write("provider=slack\nsecret=${SLACK_SECRET}\n");

        Sources sources = new Sources(folder, Providers.known(), text -> text.replace("${SLACK_SECRET}", "s3"));

        assertThat(sources.of("chats", "team").orElseThrow().secrets()).containsExactly("s3");
        assertThat(sources.of("forms", "team")).isEmpty();
    }

    @Test
    void there_need_not_be_any() throws IOException {
        assertThat(new Sources(folder.resolve("absent"), Providers.known(), text -> text).of("chats", "team"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"provider=telegraph|telegraph", "provider=slack;sercet=1|sercet",
            "secret=1|neither a provider that signs", "signature=standard-webhooks;secret=whsec_#|not of the form",
            "signature=none|not known"})
    void a_file_that_makes_no_sense_is_refused_by_its_name(String settings, String reason) throws IOException {
        write(settings.replace(';', '\n'));

        assertThatThrownBy(() -> new Sources(folder, Providers.known(), text -> text))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("team.properties")
                .hasMessageContaining(reason);
    }

    private void write(String settings) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("chats")).resolve("team.properties"), settings);
    }
}
