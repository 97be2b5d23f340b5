package org.interactionhub.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether there is room for what comes in. */
final class DiskHealth implements HealthIndicator {

    private static final long MIB = 1024L * 1024;
    private static final long LEAST_MIB = 256;

    private final Path data;

    /** @param data the directory of the hub's data; it may not be there yet */
    DiskHealth(Path data) {
        this.data = data.toAbsolutePath();
    }

    @Override
    public Health health() {
        try {
            long free = Files.getFileStore(present(data)).getUsableSpace() / MIB;
            return free < LEAST_MIB
                    ? Health.down()
                            .withDetail("sentence", "Only " + free + " MiB are free on the disk of the hub's data;"
                                    + " make room, or soon nothing can be kept.")
                            .build()
                    : Health.up().withDetail("sentence", free + " MiB are free on the disk of the hub's data.").build();
        } catch (IOException e) {
            return Health.down().withDetail("sentence", "The disk of the hub's data cannot be looked at.").build();
        }
    }

    private static Path present(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : present(parent);
    }
}
