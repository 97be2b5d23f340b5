package org.interactionhub.standalone.datadir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

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

    /** The log segments of the Kafka broker; made when first asked for. */
    public Path kafka() {
        return made(root.resolve("kafka"));
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

    /** Readable by its owner alone: what clients wrote lies in it. */
    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + directory + " cannot be made", e);
        }
    }
}
