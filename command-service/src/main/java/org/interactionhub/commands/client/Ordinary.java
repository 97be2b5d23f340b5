package org.interactionhub.commands.client;

import java.time.Instant;
import org.interactionhub.door.Refusal;
import org.jspecify.annotations.Nullable;

/** Times in which clients live. */
final class Ordinary {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Ordinary() {}

    /**
     * The time as it was said.
     *
     * @param name of the field that says it
     * @throws Refusal 400 if it lies before 1900 or behind 2200
     */
    static @Nullable Instant time(String name, @Nullable Instant said) {
        if (said != null && (said.isBefore(EARLIEST) || said.isAfter(LATEST))) {
            throw Refusal.badRequest("'" + name + "' is " + said + "; it lies between 1900 and 2200.");
        }
        return said;
    }
}
