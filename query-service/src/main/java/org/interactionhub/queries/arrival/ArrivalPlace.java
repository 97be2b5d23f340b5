package org.interactionhub.queries.arrival;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.interactionhub.queries.reading.Cursor;

/**
 * A place in the list of arrivals: behind which fact and behind which dead letter it goes on.
 *
 * @param before facts in front of this position follow
 */
record ArrivalPlace(long before, Instant letterAt, UUID letterId) {

    /**
     * The top of the list.
     *
     * @param before facts in front of this position alone
     * @param to dead letters received before this time alone
     */
    static ArrivalPlace top(long before, Instant to) {
        return new ArrivalPlace(before, to, new UUID(0L, 0L));
    }

    static ArrivalPlace parse(String text) {
        Cursor cursor = Cursor.parse(text, 4);
        return new ArrivalPlace(cursor.number(0), cursor.time(1, 2), cursor.uuid(3));
    }

    /** The place behind all of these, which stood behind this place. */
    ArrivalPlace behind(List<Arrival> shown) {
        long fact = before;
        Arrival letter = null;
        for (Arrival arrival : shown) {
            Long position = arrival.position();
            fact = position == null ? fact : position;
            letter = position == null ? arrival : letter;
        }
        return letter == null || letter.letter() == null
                ? new ArrivalPlace(fact, letterAt, letterId)
                : new ArrivalPlace(fact, letter.receivedAt(), letter.letter().id());
    }

    String text() {
        return Cursor.of(before, letterAt.getEpochSecond(), letterAt.getNano(), letterId).text();
    }
}
