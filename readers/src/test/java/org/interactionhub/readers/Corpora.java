package org.interactionhub.readers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Inputs from the world that lie beside the project; tests over them are passed over where they are absent. */
public final class Corpora {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Corpora() {}

    public static Path folder(String relative) {
        String named = System.getenv("HUB_CORPORA");
        Path folder = Path.of(named == null ? "../../shared/corpora" : named).resolve(relative);
        assumeTrue(Files.isDirectory(folder), "the corpora are not here; name their folder in HUB_CORPORA");
        return folder;
    }

    /** All files below a folder, in the order of their names. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> folders(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        return JSON.readTree(bytes(file));
    }
}
