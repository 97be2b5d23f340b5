package org.interactionhub.queries.console;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Visitors of the console at {@link Contacts#NOW}, in Moscow. */
final class Visits {

    static final Locale RUSSIAN = Locale.of("ru");
    static final MessageSource MESSAGES = new Console().messageSource();

    private static final Visitors VISITORS = new Visitors(MESSAGES, ZoneId.of("Europe/Moscow"),
            Clock.fixed(Contacts.NOW, ZoneOffset.UTC));

    private Visits() {}

    static Visitor russian() {
        return VISITORS.visitor(RUSSIAN);
    }

    static Visitor english() {
        return VISITORS.visitor(Locale.ENGLISH);
    }
}
