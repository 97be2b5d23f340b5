package org.interactionhub.queries.timeline;

import java.time.Instant;
import java.util.UUID;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.reading.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TimelineQuestion} made exact: cursors read, {@code asOf} resolved to a position. Null leaves a condition away.
 *
 * @param before exclusive
 * @param downTo inclusive
 * @param words what a contact must hold, as PostgreSQL writes a {@code tsquery}
 * @param until the last position that counts
 */
record Slice(UUID client, int limit, @Nullable Place before, @Nullable Place downTo, @Nullable Channel channel,
        @Nullable Direction direction, @Nullable Instant from, @Nullable Instant to, @Nullable String words,
        @Nullable Long until, @Nullable Instant at, @Nullable ThreadId thread) {

    /** The same with other words. */
    Slice wanting(String other) {
        return new Slice(client, limit, before, downTo, channel, direction, from, to, other, until, at, thread);
    }

    /** The same with other words, from its newest entry to its oldest. */
    Slice throughout(String other) {
        return new Slice(client, 1, null, null, channel, direction, from, to, other, until, at, thread);
    }

    /** A place on a timeline, as cursors keep it. */
    record Place(Instant at, UUID id) {

        private static final UUID LAST = new UUID(-1, -1);

        /** Behind everything that ever was. */
        static final Place BEGINNING = new Place(Instant.parse("0001-01-01T00:00:00Z"), new UUID(0, 0));

        static @Nullable Place parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            Cursor cursor = Cursor.parse(text, 3);
            return new Place(cursor.time(0, 1), cursor.uuid(2));
        }

        /** In front of everything of this moment, this place included. */
        Place front() {
            return new Place(at, LAST);
        }

        String text() {
            return Cursor.of(at.getEpochSecond(), at.getNano(), id).text();
        }
    }
}
