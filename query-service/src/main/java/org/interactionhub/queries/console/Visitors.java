package org.interactionhub.queries.console;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Knows what it takes to speak to a visitor. */
final class Visitors {

    private final MessageSource messages;
    private final ZoneId zone;
    private final Clock clock;

    Visitors(MessageSource messages, ZoneId zone, Clock clock) {
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    Visitor visitor(Locale locale) {
        Wording words = new Wording(messages, locale);
        return new Visitor(words, new Times(words, zone, clock.instant()));
    }
}
