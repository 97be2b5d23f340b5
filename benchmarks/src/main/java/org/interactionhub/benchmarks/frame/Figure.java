package org.interactionhub.benchmarks.frame;

import org.jspecify.annotations.Nullable;

/**
 * One number of a row.
 *
 * @param name what it is, in the words of the table
 * @param unit such as {@code x} for a ratio, {@code ms}, {@code s}
 * @param goal null if it is only told
 */
public record Figure(String name, double value, String unit, @Nullable Goal goal) {

    /** True also where nothing is asked. */
    public boolean isMet() {
        Goal asked = goal();
        return asked == null || asked.isMetBy(value);
    }
}
