package org.interactionhub.queries.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looks after a client for a time. Of one client those that are known at one position do not overlap, and of two
 * that touch the owners differ.
 *
 * @param owner null for nobody
 * @param to exclusive, {@link Instant#MAX}: without end
 */
record Tenure(@Nullable String owner, Instant from, Instant to) {

    private static final Comparator<Said> LATER_DAY = Comparator.comparing(Said::from)
            .thenComparingLong(Said::position);

    /**
     * What was said of who looks after a client.
     *
     * @param to exclusive, {@link Instant#MAX}: until the next day that is named
     * @param position at which it was said
     * @param toPosition at which it was taken back, {@link Long#MAX_VALUE}: never
     */
    record Said(@Nullable String owner, Instant from, Instant to, long position, long toPosition) {

        private boolean isKnownAt(long asOf) {
            return position <= asOf && asOf < toPosition;
        }

        private boolean isForATime() {
            return !to.equals(Instant.MAX);
        }

        private boolean covers(Instant time) {
            return !from.isAfter(time) && to.isAfter(time);
        }

        /** Whoever is named for a day within a time that was agreed before, ends that time. */
        private boolean breaksOff(Said agreed) {
            return position > agreed.position && !from.isBefore(agreed.from);
        }
    }

    /**
     * Who looks after the client, by what is known at a position; in the order of time. Before the first day that is named,
     * and where nothing but a time that is over was ever said, nobody is told of.
     */
    static List<Tenure> asOf(long position, List<Said> all) {
        List<Said> known = all.stream().filter(said -> said.isKnownAt(position)).toList();
        TreeSet<Instant> bounds = new TreeSet<>();
        known.forEach(said -> {
            bounds.add(said.from);
            bounds.add(said.to);
        });
        List<Tenure> tenures = new ArrayList<>();
        for (Instant from : bounds) {
            Instant to = bounds.higher(from);
            Said holds = to == null ? null : holdsAt(from, known);
            if (to != null && holds != null) {
                append(new Tenure(holds.owner, from, to), tenures);
            }
        }
        return List.copyOf(tenures);
    }

    private static @Nullable Said holdsAt(Instant time, List<Said> known) {
        List<Said> lasting = known.stream().filter(said -> !said.isForATime() && said.covers(time)).toList();
        return known.stream()
                .filter(said -> said.isForATime() && said.covers(time)
                        && lasting.stream().noneMatch(one -> one.breaksOff(said)))
                .max(Comparator.comparingLong(Said::position)).or(() -> lasting.stream().max(LATER_DAY)).orElse(null);
    }

    private static void append(Tenure next, List<Tenure> tenures) {
        Tenure last = tenures.isEmpty() ? null : tenures.getLast();
        if (last != null && last.to.equals(next.from) && Objects.equals(last.owner, next.owner)) {
            tenures.set(tenures.size() - 1, new Tenure(last.owner, last.from, next.to));
        } else {
            tenures.add(next);
        }
    }
}
