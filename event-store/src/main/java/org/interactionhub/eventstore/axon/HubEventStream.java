package org.interactionhub.eventstore.axon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.Tail;
import org.jspecify.annotations.Nullable;

/** The log from a position on, page by page, without end. Events that only a newer hub knows are passed over. */
final class HubEventStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int PAGE = 500;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final EventLog log;
    private final Tail tail;
    private final Queue<TrackedEventMessage<?>> page = new ArrayDeque<>(PAGE);
    private long position;
    private @Nullable Thread waker;

    HubEventStream(EventLog log, Tail tail, long position) {
        this.log = log;
        this.tail = tail;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(page.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (!fill() && timeout > 0) {
            tail.awaitBeyond(position, Duration.of(timeout, unit.toChronoUnit()));
            fill();
        }
        return !page.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!fill()) {
            tail.awaitBeyond(position, LOOK);
        }
        return page.remove();
    }

    /** Calls back after each growth of the log, from a thread of the stream's own, until it is closed. */
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        close();
        long from = position;
        waker = Thread.ofVirtual().name("event-log-waker").start(() -> wake(callback, from));
        return true;
    }

    @Override
    public void close() {
        if (waker != null) {
            waker.interrupt();
        }
    }

    private boolean fill() {
        boolean more = true;
        while (page.isEmpty() && more) {
            List<StoredEvent> events = log.after(position, PAGE);
            for (StoredEvent stored : events) {
                stored.event().ifPresent(event -> page.add(AxonEvents.trackedEvent(stored, event)));
                position = stored.position();
            }
            more = !events.isEmpty();
        }
        return !page.isEmpty();
    }

    private void wake(Runnable callback, long from) {
        long seen = from;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long head = tail.awaitBeyond(seen, LOOK);
                if (head > seen) {
                    seen = head;
                    callback.run();
                }
            }
        } catch (InterruptedException | RejectedExecutionException e) {
            Thread.currentThread().interrupt(); // the stream was closed, or its processor has stopped
        }
    }
}
