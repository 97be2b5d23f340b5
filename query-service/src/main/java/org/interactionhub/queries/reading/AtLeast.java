package org.interactionhub.queries.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.interactionhub.door.Refusal;
import org.interactionhub.queries.history.Progress;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets people read their own writes: a GET with {@code ?atLeast=position} is answered once the history holds that
 * position, or refused with 503 after two seconds.
 */
public final class AtLeast implements HandlerInterceptor {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Progress progress;

    public AtLeast(Progress progress) {
        this.progress = progress;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String asked = "GET".equals(request.getMethod()) ? request.getParameter("atLeast") : null;
        if (asked != null && !asked.isBlank()) {
            await(position(asked));
        }
        return true;
    }

    private void await(long position) throws InterruptedException {
        if (!progress.await(position, PATIENCE)) {
            throw Refusal.notNow("The history does not hold position " + position
                    + " yet. Ask again in a moment; if it stays so, /api/processors tells what it waits for.",
                    Duration.ofSeconds(1));
        }
    }

    private static long position(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw Parameters.refused("atLeast", text, "a position of the log, a whole number", e);
        }
    }
}
