package org.interactionhub.queries.identity;

import java.util.List;
import java.util.Locale;
import org.interactionhub.events.ReportId;
import org.interactionhub.queries.clientcard.ListRow;
import org.interactionhub.readers.matching.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * Two clients may be one; nothing follows until somebody decides.
 *
 * @param evidence reports that name contact points of both, newest first
 * @param listed rows of imported lists that do, the newest list first
 * @param likeness how they resemble each other, the first of them seen first; null if they do not
 * @param position of the newest report or list, null if there is none
 */
public record Suspicion(Named client, Named other, List<ReportId> evidence, List<ListRow> listed,
        @Nullable Likeness likeness, @Nullable Long position) {

    /** What a suspicion rests on. */
    public enum Ground {

        /** One message names contact points of both. */
        MESSAGE,

        /** One row of an imported list does. */
        LIST,

        LIKENESS;

        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException naming the known ones, if {@code value} is none of them */
        public static Ground of(String value) {
            for (Ground ground : values()) {
                if (ground.value().equals(value)) {
                    return ground;
                }
            }
            throw new IllegalArgumentException("'" + value + "' is no ground; known are message, list and likeness");
        }
    }
}
