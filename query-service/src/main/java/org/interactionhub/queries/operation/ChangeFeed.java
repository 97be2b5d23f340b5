package org.interactionhub.queries.operation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.interactionhub.door.Refusal;
import org.interactionhub.queries.live.Listener;
import org.interactionhub.queries.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Looks once a second whether something is different now, as long as a page wants to know, and tells the name of what is.
 */
public final class ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST_LISTENERS = 300;

    /** What is looked at, and a text that changes with it. */
    private final Map<String, Supplier<String>> marks;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private long told;

    public ChangeFeed(Map<String, Supplier<String>> marks) {
        this.marks = Map.copyOf(marks);
    }

    SseEmitter open() {
        listeners.removeIf(Listener::isGone);
        if (listeners.size() >= MOST_LISTENERS) {
            throw Refusal.notNow("Too many pages are open. Close some, or try again in a minute.",
                    Duration.ofMinutes(1));
        }
        Listener listener = new Listener(null);
        listeners.add(listener);
        Thread.ofVirtual().name("change-listener").start(() -> listener.serve(() -> {
        }));
        return listener.emitter();
    }

    /** Looks as long as it is wanted; pages are let go when it stops. */
    public SmartLifecycle loop() {
        return new Loop("changes", this::run, () -> listeners.forEach(Listener::leave));
    }

    private void run(BooleanSupplier goesOn) throws InterruptedException {
        Map<String, String> seen = new HashMap<>();
        while (goesOn.getAsBoolean()) {
            listeners.removeIf(Listener::isGone);
            if (listeners.isEmpty()) {
                seen.clear();
            } else {
                look(seen);
            }
            Thread.sleep(LOOK);
        }
    }

    private void look(Map<String, String> seen) {
        marks.forEach((name, mark) -> {
            try {
                String now = mark.get();
                if (!now.equals(seen.put(name, now))) { // also at the first look: a page may be older than that
                    told++;
                    listeners.forEach(listener -> listener.tell(name, told, Map.of("changed", name)));
                }
            } catch (RuntimeException e) {
                // the database is away; pages that ask meet the same and say so
                LOG.atDebug().setCause(e).addKeyValue("what", name).log("It cannot be told what is different now.");
            }
        });
    }
}
