package org.interactionhub.queries.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of the views: whoever puts a file there has a view. */
final class ViewFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ViewFiles.class);
    private static final String ENDING = ".sql";
    private static final long LARGEST = 256 * 1024;

    private final Path directory;
    private volatile List<ViewFile> last = List.of();

    ViewFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** By name; those of the last time while the directory cannot be read. */
    List<ViewFile> all() {
        try {
            return read();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("The directory of the views cannot be read; they are told as last seen.");
            return last;
        }
    }

    /**
     * By name; none if there is no such directory.
     *
     * @throws IOException if there is, but it cannot be read
     */
    List<ViewFile> read() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            last = files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted()
                    .flatMap(file -> read(file).stream()).toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            last = List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return last;
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
