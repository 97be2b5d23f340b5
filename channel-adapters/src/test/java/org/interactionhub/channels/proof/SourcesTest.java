package org.interactionhub.channels.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.interactionhub.readers.providers.Providers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourcesTest {

    private static final Function<String, @Nullable String> NOTHING = _ -> null;

    @TempDir
    private Path folder;

    @Test
    void a_secret_may_stand_in_the_environment() throws IOException {
        write("provider=slack\nsecret=s2, ${SLACK_SECRET}\n");

        Sources sources = new Sources(folder, Providers.known(), Map.of("SLACK_SECRET", "s3")::get);

        assertThat(sources.of("chats", "team").orElseThrow().secrets()).containsExactly("s2", "s3");
        assertThat(sources.of("forms", "team")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s${3", "${", "s${SLACK_SECRET}", "${slack}"})
    void a_secret_of_odd_signs_is_taken_as_it_is(String secret) throws IOException {
        write("provider=slack\nsecret=" + secret + "\n");

        assertThat(new Sources(folder, Providers.known(), NOTHING).of("chats", "team").orElseThrow().secrets())
                .containsExactly(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret=", "secret=s3,", "secret=,s3", "secret=${SLACK_SECRET}",
            "secret=s3, ${SLACK_SECRET}"})
    void an_empty_secret_does_not_open_the_door(String settings) throws IOException {
        write("provider=slack\n" + settings + "\n");

        assertThatThrownBy(() -> new Sources(folder, Providers.known(), Map.of("SLACK_SECRET", "")::get))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("team.properties")
                .hasMessageContaining("empty secret").hasMessageNotContaining("s3");
    }

    @Test
    void there_need_not_be_any() throws IOException {
        assertThat(new Sources(folder.resolve("absent"), Providers.known(), NOTHING).of("chats", "team"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"provider=telegraph|telegraph", "provider=slack;sercet=1|sercet",
            "secret=1|neither a provider that signs", "signature=standard-webhooks;secret=whsec_#|not of the form",
            "signature=none|not known", "provider=slack;secret=${ABSENT}|${ABSENT}"})
    void a_file_that_makes_no_sense_is_refused_by_its_name(String settings, String reason) throws IOException {
        write(settings.replace(';', '\n'));

        assertThatThrownBy(() -> new Sources(folder, Providers.known(), NOTHING))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("team.properties")
                .hasMessageContaining(reason);
    }

    private void write(String settings) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("chats")).resolve("team.properties"), settings);
    }
}
