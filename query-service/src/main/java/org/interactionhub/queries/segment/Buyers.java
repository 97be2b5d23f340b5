package org.interactionhub.queries.segment;

import java.util.Collection;
import java.util.Comparator;

/** All buyers at one moment: each is held against the others. */
final class Buyers {

    private static final double MOST_OF_IT = 0.8;
    private static final double NEARLY_ALL = 0.95;

    private final Fifths days;
    private final Fifths payments;
    private final Fifths values;
    private final double[] richest;
    private final double[] before;

    /** @param all at least one */
    Buyers(Collection<Buyer> all) {
        days = Fifths.of(all.stream().map(buyer -> (double) buyer.days()).toList());
        payments = Fifths.of(all.stream().map(buyer -> (double) buyer.payments()).toList());
        values = Fifths.of(all.stream().map(Buyer::value).toList());
        richest = all.stream().map(Buyer::value).filter(value -> value > 0).sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue).toArray();
        before = new double[richest.length + 1];
        for (int i = 0; i < richest.length; i++) {
            before[i + 1] = before[i] + richest[i];
        }
    }

    Rfm rfm(Buyer buyer) {
        return new Rfm(6 - days.of(buyer.days()), payments.of(buyer.payments()), values.of(buyer.value()));
    }

    /**
     * A of the few who bring the first 80 % of all value, b of those who bring it to 95 %, c of all others. Equals are in
     * one class.
     */
    String abc(Buyer buyer) {
        double share = before[richerThan(buyer.value())] / before[richest.length];
        if (buyer.value() <= 0 || share >= NEARLY_ALL) {
            return "c";
        }
        return share < MOST_OF_IT ? "a" : "b";
    }

    private int richerThan(double value) {
        int low = 0;
        int high = richest.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (richest[middle] > value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
