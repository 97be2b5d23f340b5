package org.interactionhub.queries.interaction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.interactionhub.door.Refusal;
import org.interactionhub.eventstore.StoredOriginal;

/** Opens messages as they arrived: small ones come with the log, larger ones are files named by their hash. */
public final class OriginalFiles {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /** @param data the hub's data directory; it holds the folder {@code originals} */
    public OriginalFiles(Path data) {
        folder = data.resolve("originals");
    }

    /** @throws Refusal 503 if the file is not within reach, as when the volume is not mounted */
    InputStream open(StoredOriginal original) throws IOException {
        if (original.bytes().isPresent()) {
            return new ByteArrayInputStream(original.bytes().get());
        }
        if (!HASH.matcher(original.sha256()).matches()) {
            throw new IOException("an original's hash is no SHA-256: " + original.sha256());
        }
        try {
            return Files.newInputStream(folder.resolve(original.sha256()));
        } catch (NoSuchFileException e) {
            Refusal refusal = Refusal.notNow("The original is kept as a file that is not within reach of this service; "
                    + "HUB_DATA must name the directory that the inlets write to.", Duration.ofMinutes(1));
            refusal.initCause(e);
            throw refusal;
        }
    }
}
