package org.interactionhub.benchmarks.registry;

import java.io.IOException;
import org.interactionhub.benchmarks.frame.Series;
import org.jspecify.annotations.Nullable;

/**
 * One question, and how long its answers took.
 *
 * @param goal the most that the 99th percentile may be, in milliseconds; null if nobody set one
 */
record Asked(String name, @Nullable Double goal, Question question, Series quiet, Series busy) {

    /** Asks once; what is answered does not matter, that it is answered does. */
    interface Question {
        void ask() throws IOException, InterruptedException;
    }

    static Asked of(String name, @Nullable Double goal, Question question) {
        return new Asked(name, goal, question, new Series(name), new Series(name + ", while contacts come in"));
    }

    /** Asks, and puts down how long it took. */
    void into(Series series) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        question.ask();
        series.add(System.nanoTime() - begun);
    }
}
