package org.interactionhub.commands.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.interactionhub.events.InteractionReport;

/** Finds the original of a report: inside it, or as a file beside. */
final class Originals {

    private final Path directory;

    /** @param directory holds large originals, each named by its SHA-256 */
    Originals(Path directory) {
        this.directory = directory;
    }

    byte[] of(InteractionReport report) throws NotAReport {
        byte[] inline = report.original().inline().orElse(null);
        if (inline != null) {
            return inline;
        }
        try {
            return Files.readAllBytes(directory.resolve(report.original().sha256()));
        } catch (IOException e) {
            throw NotAReport.unreadable("original-missing",
                    "The file that holds the original is not in the hub's data directory.");
        }
    }
}
