package org.interactionhub.channels.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import org.interactionhub.events.ReportedOriginal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OriginalFilesTest {

    private static final byte[] RAW = "raw".getBytes(UTF_8);

    private final ReportedOriginal original = ReportedOriginal.of("text/plain", RAW);

    @TempDir
    Path data;

    @Test
    void an_original_is_written_once_under_its_hash() throws IOException {
        // Given
        OriginalFiles files = new OriginalFiles(data.resolve("new"));

        // When
        files.keep(original, RAW);
        files.keep(original, new byte[0]);

        // Then
        assertThat(data.resolve("new/originals")).isDirectoryContaining(
                file -> file.getFileName().toString().equals(original.sha256()));
        assertThat(data.resolve("new/originals").resolve(original.sha256())).hasBinaryContent(RAW);
        assertThat(files.has(original.sha256())).isTrue();
    }

    @Test
    void other_bytes_are_never_kept_under_a_hash() throws IOException {
        // Given
        OriginalFiles files = new OriginalFiles(data);

        // Then
        assertThatIOException().isThrownBy(() -> files.keep(original, new byte[7]));
        assertThat(data.resolve("originals")).isEmptyDirectory();
    }
}
