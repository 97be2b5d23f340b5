package org.interactionhub.queries.console.frame;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Visitors of the console at {@link #NOW}, in Moscow. */
public final class Visits {

    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    public static final Locale RUSSIAN = Locale.of("ru");
    public static final MessageSource MESSAGES = Messages.bundle();

    private static final Visitors VISITORS = new Visitors(MESSAGES, ZoneId.of("Europe/Moscow"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private Visits() {}

    public static Visitor russian() {
        return VISITORS.visitor(RUSSIAN);
    }

    public static Visitor english() {
        return VISITORS.visitor(Locale.ENGLISH);
    }
}
