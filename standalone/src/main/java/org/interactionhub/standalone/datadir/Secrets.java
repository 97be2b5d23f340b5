package org.interactionhub.standalone.datadir;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Passwords that are made up once and kept in files which only their owner may read. */
public final class Secrets {

    private static final int RANDOM_BYTES = 24;

    private final Path directory;

    private Secrets(Path directory) {
        this.directory = directory;
    }

    /** The secrets in this directory, which is made with mode 0700 if it is absent. */
    public static Secrets in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return new Secrets(directory);
    }

    /** The password of this login, made up now if it is asked for the first time. */
    public String passwordOf(String login) throws IOException {
        Path file = directory.resolve(login + ".password");
        if (!Files.exists(file)) {
            write(file, madeUp());
        }
        return Files.readString(file).strip();
    }

    private static String madeUp() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private void write(Path file, String secret) throws IOException {
        Path half = directory.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        try (FileChannel channel = FileChannel.open(half, Set.of(CREATE_NEW, WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
