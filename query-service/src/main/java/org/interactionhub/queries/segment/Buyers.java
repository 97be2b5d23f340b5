package org.interactionhub.queries.segment;

import java.util.Collection;
import java.util.List;

/** All buyers at one moment: each is held against the others. */
final class Buyers {

    private static final double MOST_OF_IT = 0.8;
    private static final double NEARLY_ALL = 0.95;

    private final Fifths days;
    private final Fifths payments;
    private final Fifths values;
    private final List<Double> richest;
    private final double total;

    /** @param all at least one */
    Buyers(Collection<Buyer> all) {
        days = Fifths.of(all.stream().map(buyer -> (double) buyer.days()).toList());
        payments = Fifths.of(all.stream().map(buyer -> (double) buyer.payments()).toList());
        values = Fifths.of(all.stream().map(Buyer::value).toList());
        richest = all.stream().map(Buyer::value).filter(value -> value > 0).sorted((a, b) -> Double.compare(b, a))
                .toList();
        total = richest.stream().mapToDouble(Double::doubleValue).sum();
    }

    Rfm rfm(Buyer buyer) {
        return new Rfm(6 - days.of(buyer.days()), payments.of(buyer.payments()), values.of(buyer.value()));
    }

    /**
     * A of the few who bring the first 80 % of all value, b of those who bring it to 95 %, c of all others. Equals are in
     * one class.
     */
    String abc(Buyer buyer) {
        double before = richest.stream().takeWhile(value -> value > buyer.value()).mapToDouble(Double::doubleValue)
                .sum() / total;
        if (buyer.value() <= 0 || before >= NEARLY_ALL) {
            return "c";
        }
        return before < MOST_OF_IT ? "a" : "b";
    }
}
