package org.interactionhub.queries.clientcard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.queries.segment.Features.Waiting;

/**
 * What asks for somebody's attention before she says hello.
 *
 * @param since since when: the contact that nobody answered, or the time for which a contact was planned
 */
public record Warning(Kind kind, Channel channel, Instant since) {

    /** What is wrong. */
    public enum Kind {
        /** nobody of us has answered her */
        UNANSWERED,
        /** what was planned neither took place nor was called off */
        OVERDUE;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param waiting what of hers waits for an answer */
    public static List<Warning> of(Dealings dealings, Optional<Waiting> waiting) {
        return Stream.concat(
                waiting.stream().map(one -> new Warning(Kind.UNANSWERED, one.channel(), one.since())),
                dealings.plans().stream().filter(Dealings.OpenPlan::overdue)
                        .map(plan -> new Warning(Kind.OVERDUE, plan.channel(), plan.plannedFor())))
                .toList();
    }
}
