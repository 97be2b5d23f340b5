package org.interactionhub.queries.segment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client has paid.
 *
 * @param payments how many came in, in whatever currency
 * @param lastAt when the last of them came in; null if none did
 * @param home those in the hub's own currency and what went back of it, the earliest first; amounts of others are not
 *            added up
 */
public record Purchases(long payments, @Nullable Instant lastAt, List<Paid> home) {

    static final Purchases NONE = new Purchases(0, null, List.of());

    public Purchases {
        home = List.copyOf(home);
    }

    /** @param amount negative if it went back */
    public record Paid(Instant at, BigDecimal amount) {}

    /**
     * What came in, less what went back.
     *
     * @param from inclusive
     * @param until inclusive
     */
    BigDecimal value(Instant from, Instant until) {
        return home.stream().filter(paid -> !paid.at().isBefore(from) && !paid.at().isAfter(until)).map(Paid::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As a buyer seen at a moment; null if nothing in the hub's currency had come in by then. */
    @Nullable
    Buyer buyer(Instant at) {
        List<Paid> in = home.stream().filter(paid -> paid.amount().signum() > 0 && !paid.at().isAfter(at)).toList();
        return in.isEmpty()
                ? null
                : new Buyer(Duration.between(in.getLast().at(), at).toDays(), in.size(),
                        value(Instant.MIN, at).doubleValue());
    }
}
