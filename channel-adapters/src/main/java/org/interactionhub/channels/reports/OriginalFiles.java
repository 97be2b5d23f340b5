package org.interactionhub.channels.reports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.interactionhub.events.ReportedOriginal;

/** Originals too large to travel in their report: one file each, named by its SHA-256, whole and synced or not there. */
public final class OriginalFiles {

    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path directory;
    private final FileAttribute<?>[] ownersAlone;

    /**
     * Removes what was being written when an earlier process ended.
     *
     * @param data the directory of the hub's data; {@code originals} is made in it, for its owner alone
     */
    public OriginalFiles(Path data, Instant now) throws IOException {
        Files.createDirectories(data);
        boolean posix = Files.getFileStore(data).supportsFileAttributeView(PosixFileAttributeView.class);
        ownersAlone = posix ? mode("rw-------") : new FileAttribute<?>[0];
        directory = Files.createDirectories(data.resolve("originals"),
                posix ? mode("rwx------") : new FileAttribute<?>[0]);
        removeParts(now.minus(ABANDONED));
        sync(data);
    }

    /** @param sha256 of the bytes, in lower-case hex */
    public boolean has(String sha256) {
        return Files.isRegularFile(directory.resolve(sha256));
    }

    /**
     * Returns when the file and its name would survive a power cut.
     *
     * @param bytes not looked at if there is such a file: it was written whole, and its name says what is in it
     */
    void keep(ReportedOriginal original, byte[] bytes) throws IOException {
        if (!has(original.sha256())) {
            if (bytes.length != original.size()) {
                throw new IOException("the original " + original.sha256() + " is not at hand");
            }
            write(directory.resolve(original.sha256()), bytes);
        }
        sync(directory); // also for a file that another thread has just renamed
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path part = directory.resolve(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Younger ones may be another process's, at work in the same directory. */
    private void removeParts(Instant before) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "*.part")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return new FileAttribute<?>[]{
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))};
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
