package org.interactionhub.queries.segment;

import org.jspecify.annotations.Nullable;

/** How far a number is from what a condition asks of it. */
final class Shortfall {

    private Shortfall() {}

    /**
     * The least whole number by which it would have to rise, or fall if it is negative; null if the condition is not about
     * a number, or nothing is known of it. Of one that must not hold nothing is told, since there are two ways out.
     */
    static @Nullable Long of(Check check) {
        if (check.negated() || !(check.actual() instanceof Number actual)
                || !(check.clause().value() instanceof Number wanted)) {
            return null;
        }
        double missing = wanted.doubleValue() - actual.doubleValue();
        return switch (check.clause().op()) {
            case GTE -> (long) Math.ceil(missing);
            case GT -> (long) Math.floor(missing) + 1;
            case LTE -> (long) Math.floor(missing);
            case LT -> (long) Math.ceil(missing) - 1;
            case EQ -> missing > 0 ? (long) Math.ceil(missing) : (long) Math.floor(missing);
            case IN, WITHIN -> null;
        };
    }
}
