package org.interactionhub.queries.live;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page that is told what happens. What it is told waits in a bounded queue for a virtual thread of its own; a
 * page that does not keep up, or is gone, is let go and asks again by itself.
 */
public final class Listener {

    private static final int MOST_WAITING = 256;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long RETRY_MILLIS = 1000;

    /** @param id what the page sends as {@code Last-Event-ID} when it comes again */
    private record News(String name, long id, Object data) {}

    private static final News END = new News("", 0, "");

    private final @Nullable ClientId client;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<News> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean gone;

    /** @param client whose timeline is open; null for who is calling or writing right now */
    public Listener(@Nullable ClientId client) {
        this.client = client;
        emitter.onCompletion(this::leave);
        emitter.onTimeout(this::leave);
        emitter.onError(_ -> leave());
    }

    @Nullable
    ClientId client() {
        return client;
    }

    public SseEmitter emitter() {
        return emitter;
    }

    public boolean isGone() {
        return gone;
    }

    /** Ends at once. */
    public void leave() {
        gone = true;
        waiting.offer(END);
    }

    /** Ends when it was told what waits; the page comes again by itself and asks what it missed. */
    public void letGo() {
        if (!waiting.offer(END)) {
            leave();
        }
    }

    /** Never waits. */
    public void tell(String name, long id, Object data) {
        if (!waiting.offer(new News(name, id, data))) {
            leave();
        }
    }

    /**
     * Sends until the page is gone.
     *
     * @param missed tells it first what it missed while it was away
     */
    public void serve(Runnable missed) {
        try {
            emitter.send(SseEmitter.event().reconnectTime(RETRY_MILLIS).comment("open"));
            missed.run();
            for (News next = next(); next != END && !gone; next = next()) {
                send(next);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            leave(); // nobody is there any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        } finally {
            leave();
        }
    }

    private @Nullable News next() throws InterruptedException {
        return waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    private void send(@Nullable News news) throws IOException {
        if (news == null) {
            emitter.send(SseEmitter.event().comment("still here"));
        } else {
            emitter.send(SseEmitter.event().name(news.name).id(Long.toString(news.id))
                    .data(news.data, MediaType.APPLICATION_JSON));
        }
    }
}
