package org.interactionhub.benchmarks.frame;

import org.jspecify.annotations.Nullable;

/**
 * What a figure is to reach.
 *
 * @param stretch what it should reach if all goes very well; null if nothing beyond the target is asked
 */
public record Goal(Sense sense, double target, @Nullable Double stretch) {

    /** Which side of the target is the good one. */
    public enum Sense {
        AT_LEAST(">="), AT_MOST("<=");

        private final String sign;

        Sense(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    public static Goal atLeast(double target, double stretch) {
        return new Goal(Sense.AT_LEAST, target, stretch);
    }

    public static Goal atLeast(double target) {
        return new Goal(Sense.AT_LEAST, target, null);
    }

    public static Goal atMost(double target, double stretch) {
        return new Goal(Sense.AT_MOST, target, stretch);
    }

    public static Goal atMost(double target) {
        return new Goal(Sense.AT_MOST, target, null);
    }

    /** What is no number misses every target. */
    public boolean isMetBy(double value) {
        return reaches(value, target);
    }

    public boolean isStretchMetBy(double value) {
        Double far = stretch();
        return far != null && reaches(value, far);
    }

    private boolean reaches(double value, double bound) {
        return switch (sense) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
        };
    }
}
