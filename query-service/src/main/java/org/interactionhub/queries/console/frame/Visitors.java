package org.interactionhub.queries.console.frame;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Knows what it takes to speak to a visitor. */
public final class Visitors {

    private final MessageSource messages;
    private final ZoneId zone;
    private final Clock clock;

    public Visitors(MessageSource messages, ZoneId zone, Clock clock) {
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    public Visitor visitor(Locale locale) {
        Wording words = new Wording(messages, locale);
        return new Visitor(words, new Times(words, zone, clock.instant()));
    }
}
