package org.interactionhub.benchmarks.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of inputs: {@code kind/source/}, each with a file that says where it is from and what it says. */
record Corpora(Path root) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Path folder(String source) {
        return root.resolve(source);
    }

    /** The sources of one kind, in the order of their names. */
    List<String> sources(String kind) {
        try (Stream<Path> folders = list(folder(kind))) {
            return folders.filter(Files::isDirectory).map(folder -> kind + "/" + folder.getFileName()).sorted()
                    .toList();
        }
    }

    /** All files below a folder of a source, in the order of their names; none where it is absent. */
    List<Path> files(String source, String... folders) {
        return Stream.of(folders).map(folder -> folder(source).resolve(folder)).filter(Files::isDirectory)
                .flatMap(Corpora::walk).sorted().toList();
    }

    /** Missing where the file is absent. */
    JsonNode json(String source, String file) {
        Path path = folder(source).resolve(file);
        return Files.isRegularFile(path) ? JSON.readTree(bytes(path)) : JSON.missingNode();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static Stream<Path> list(Path folder) {
        try {
            return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
