package org.interactionhub.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.interactionhub.benchmarks.frame.LegWatch;

/** Callers who come at once and share what is to be done. */
public record Callers(int number) {

    /** What one caller does with the thing at this place. */
    public interface Deed {
        void at(int place) throws Exception;
    }

    /**
     * Every place from 0 is done once, until nothing is left or the leg is over.
     *
     * @return how many were done
     */
    public long share(int places, LegWatch watch, Deed deed) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicLong done = new AtomicLong();
        List<Future<?>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
            for (int caller = 0; caller < number; caller++) {
                callers.add(threads.submit(() -> {
                    while (watch.goesOn(done.get())) {
                        int place = next.getAndIncrement();
                        if (place >= places) {
                            break;
                        }
                        deed.at(place);
                        done.incrementAndGet();
                    }
                    return done.get();
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        return done.get();
    }
}
