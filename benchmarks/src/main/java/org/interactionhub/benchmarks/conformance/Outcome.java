package org.interactionhub.benchmarks.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.interactionhub.events.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input.
 *
 * @param refusal why the hub could not read it, null if it could
 * @param agreements a line for each field of which the origin says anything
 */
record Outcome(@Nullable Unreadable refusal, List<Agreement> agreements) {

    /** The code of {@link Unreadable} that stands for a defect. */
    private static final String DEFECT = "reader-failed";

    Outcome {
        agreements = List.copyOf(agreements);
    }

    boolean isDefect() {
        return refusal != null && refusal.code().equals(DEFECT);
    }

    /** Gathers the fields one after the other. */
    static final class Gathering {

        private final @Nullable Unreadable refusal;
        private final List<Agreement> agreements = new ArrayList<>();

        Gathering(@Nullable Unreadable refusal) {
            this.refusal = refusal;
        }

        Gathering hold(String field, @Nullable Object expected, @Nullable Object found) {
            return hold(field, expected, found, Objects.equals(expected, found));
        }

        Gathering hold(String field, @Nullable Object expected, @Nullable Object found, boolean agree) {
            agreements.add(new Agreement(field, String.valueOf(expected), String.valueOf(found), agree));
            return this;
        }

        Outcome outcome() {
            return new Outcome(refusal, agreements);
        }
    }

    /** @return the outcome of an input of which nothing is said but that it must end well */
    static Outcome of(@Nullable Unreadable refusal, Agreement... agreements) {
        return new Outcome(refusal, Arrays.asList(agreements));
    }
}
