package org.interactionhub.queries.imports;

import java.time.Instant;
import java.util.Map;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportId;
import org.jspecify.annotations.Nullable;

/**
 * A list that was imported.
 *
 * @param file how it was called
 * @param source where it came from, null if nobody said
 * @param by who imported it, null if she gave no name
 * @param rows how many the list has; fewer counted ones are the beginning of an import that broke off
 * @param counts what became of how many rows
 * @param undone null if it stands
 */
public record ImportEntry(ImportId id, String file, @Nullable String source, @Nullable String by, Instant recordedAt,
        long position, long rows, Map<Verdict, Long> counts, @Nullable Undone undone) {

    /**
     * It was taken back.
     *
     * @param withdrawn how many clients are none any more
     */
    public record Undone(@Nullable String by, Instant recordedAt, @Nullable String reason, long withdrawn) {}

    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** Whether all of its rows were imported. */
    boolean isWhole() {
        return counts.values().stream().mapToLong(Long::longValue).sum() == rows;
    }
}
