package org.interactionhub.standalone.datadir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory {@code HUB_DATA} names. One hub at a time works in it; see the README for what lies where. */
public record DataDirectory(Path root) {

    /** @throws UncheckedIOException if it can neither be found nor made */
    public DataDirectory {
        root = made(root.toAbsolutePath().normalize());
    }

    /** The files of the PostgreSQL cluster. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The programs of PostgreSQL, unpacked; may be deleted while the hub is down. */
    public Path postgresSoftware() {
        return root.resolve("postgres-software");
    }

    /** The log segments of the Kafka broker. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Log files of the hub and of PostgreSQL; made when first asked for. */
    public Path logs() {
        return made(root.resolve("logs"));
    }

    Path lock() {
        return root.resolve("hub.lock");
    }

    Path ports() {
        return root.resolve("ports.json");
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + directory + " cannot be made", e);
        }
    }
}
