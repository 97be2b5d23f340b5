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

    public void leave() {
        gone = true;
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
            while (!gone) {
                send(waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS));
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

    private void send(@Nullable News news) throws IOException {
        if (news == null) {
            emitter.send(SseEmitter.event().comment("still here"));
        } else {
            emitter.send(SseEmitter.event().name(news.name).id(Long.toString(news.id))
                    .data(news.data, MediaType.APPLICATION_JSON));
        }
    }
}
