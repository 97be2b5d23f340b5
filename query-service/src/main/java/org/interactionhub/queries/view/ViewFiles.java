package org.interactionhub.queries.view;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory of the views: whoever puts a file there has a view. */
record ViewFiles(Path directory) {

    private static final String ENDING = ".sql";
    private static final long LARGEST = 256 * 1024;

    /** By name; none if there is no such directory. */
    List<ViewFile> all() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted()
                    .flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    boolean isThere() {
        return Files.isDirectory(directory);
    }

    private static Optional<ViewFile> read(Path file) {
        String name = file.getFileName().toString();
        String view = name.substring(0, name.length() - ENDING.length());
        try {
            return Optional.of(Files.size(file) > LARGEST
                    ? new ViewFile.Broken(view, "The file is larger than 256 KB.", "")
                    : ViewFile.of(view, Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // taken away just now
        } catch (MalformedInputException e) {
            return Optional.of(new ViewFile.Broken(view, "The file is not in UTF-8.", ""));
        } catch (IOException e) {
            return Optional.of(new ViewFile.Broken(view, "The file cannot be read by the hub: "
                    + e.getClass().getSimpleName() + ".", ""));
        }
    }
}
