package org.interactionhub.queries.console.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.queries.clientcard.ClientQuestion.LastContact;
import org.interactionhub.queries.clientcard.ClientQuestion;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.frame.Chosen;
import org.interactionhub.queries.segment.Segment;
import org.interactionhub.queries.segment.Segments;
import org.jspecify.annotations.Nullable;

/**
 * Which clients a visitor wants to see, as it stands in the address: empty means all. What is no segment, kind or span
 * counts as empty, since addresses are typed by people too.
 *
 * @param owner a name, or what stands for nobody
 * @param last how long ago the last contact was
 */
public record ClientListFilter(String q, String segment, String kind, String owner, String last) {

    /** How long ago a last contact was. */
    private enum Span {
        WEEK(7), MONTH(30), QUARTER(90), OLDER(0), NEVER(0);

        private final int days;

        Span(int days) {
            this.days = days;
        }

        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<String> KINDS = Arrays.stream(ClientEvent.Kind.values()).map(ClientEvent.Kind::value)
            .toList();
    private static final List<String> SPANS = Arrays.stream(Span.values()).map(Span::value).toList();

    public static ClientListFilter of(Map<String, String> parameters, List<Segment> segments) {
        Chosen chosen = new Chosen(parameters);
        return new ClientListFilter(chosen.words("q"),
                chosen.oneOf("segment", segments.stream().map(Segment::name).toList()), chosen.oneOf("kind", KINDS),
                chosen.words("owner"), chosen.oneOf("last", SPANS));
    }

    /**
     * The clients who are chosen, as the hub is asked for them.
     *
     * @param after the {@code next} of the page before, null for the first
     */
    public ClientQuestion question(Segments segments, Instant now, @Nullable String after) {
        return new ClientQuestion(Chosen.filled(q), kind.isEmpty() ? null : ClientEvent.Kind.of(kind),
                segment.isEmpty() ? null : segments.at(now).ids(segments.chosen(segment)), Chosen.filled(owner),
                lastOrNull(now), Clients.DEFAULT, after);
    }

    private @Nullable LastContact lastOrNull(Instant now) {
        if (last.isEmpty()) {
            return null;
        }
        Span span = Span.valueOf(last.toUpperCase(Locale.ROOT));
        return switch (span) {
            case WEEK, MONTH, QUARTER -> new LastContact(now.minus(Duration.ofDays(span.days)), null);
            case OLDER -> new LastContact(null, now.minus(Duration.ofDays(Span.QUARTER.days)));
            case NEVER -> LastContact.NEVER;
        };
    }

    /** The choices as parameters of an address. */
    public Map<String, String> choices() {
        Map<String, String> choices = new HashMap<>();
        choices.put("q", q);
        choices.put("segment", segment);
        choices.put("kind", kind);
        choices.put("owner", owner);
        choices.put("last", last);
        return choices;
    }

    public boolean any() {
        return choices().values().stream().anyMatch(choice -> !choice.isEmpty());
    }

    /** True if more than words is chosen. */
    public boolean narrowed() {
        return !(segment + kind + owner + last).isEmpty();
    }

    public String nobody() {
        return ClientQuestion.NOBODY;
    }

    public List<String> kinds() {
        return KINDS;
    }

    public List<String> spans() {
        return SPANS;
    }
}
