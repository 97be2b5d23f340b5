package org.interactionhub.channels.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.interactionhub.events.ReportedOriginal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OriginalFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final byte[] RAW = "raw".getBytes(UTF_8);

    private final ReportedOriginal original = ReportedOriginal.of("text/plain", RAW);

    @TempDir
    Path data;

    @Test
    void an_original_is_written_once_under_its_hash() throws IOException {
        // Given
        OriginalFiles files = new OriginalFiles(data.resolve("new"), NOW);

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
    void originals_are_readable_by_their_owner_alone() throws IOException {
        // Given
        assumeThat(data.getFileSystem().supportedFileAttributeViews()).contains("posix");
        OriginalFiles files = new OriginalFiles(data, NOW);

        // When
        files.keep(original, RAW);

        // Then
        Path directory = data.resolve("originals");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions
                .toString(Files.getPosixFilePermissions(directory.resolve(original.sha256())))).isEqualTo("rw-------");
    }

    @Test
    void what_an_earlier_process_left_half_written_is_removed() throws IOException {
        // Given
        Path directory = Files.createDirectories(data.resolve("originals"));
        Path abandoned = Files.createFile(directory.resolve("a.1.part"));
        Path atWork = Files.createFile(directory.resolve("b.2.part"));
        Path whole = Files.createFile(directory.resolve(original.sha256()));
        Files.setLastModifiedTime(abandoned, FileTime.from(NOW.minusSeconds(3_601)));
        Files.setLastModifiedTime(atWork, FileTime.from(NOW.minusSeconds(3_599)));
        Files.setLastModifiedTime(whole, FileTime.from(NOW.minusSeconds(100_000)));

        // When
        new OriginalFiles(data, NOW);

        // Then
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("b.2.part", original.sha256());
    }

    @Test
    void other_bytes_are_never_kept_under_a_hash() throws IOException {
        // Given
        OriginalFiles files = new OriginalFiles(data, NOW);

        // Then
        assertThatIOException().isThrownBy(() -> files.keep(original, new byte[7]));
        assertThat(data.resolve("originals")).isEmptyDirectory();
    }
}
