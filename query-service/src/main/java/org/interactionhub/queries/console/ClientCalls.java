package org.interactionhub.queries.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.timeline.Timeline;
import org.interactionhub.queries.timeline.TimelineItem;
import org.interactionhub.queries.timeline.TimelineQuestion;
import org.jspecify.annotations.Nullable;

/** Finds the calls that somebody at a client's page has to do with: those that go on, those just over, the one asked for. */
final class ClientCalls {

    private static final int LATEST = 5;
    private static final Duration JUST_OVER = Duration.ofMinutes(3);

    private final Timeline timeline;

    ClientCalls(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * The calls that go on and the one asked for; if there is none of them, the one that is just over.
     *
     * @param asked the call that led to the page, null if none did
     */
    List<CallView> of(ClientCard client, @Nullable String asked, Visitor visitor) {
        Instant now = visitor.times().now();
        List<TimelineItem> calls = timeline.page(TimelineQuestion.calls(client.id(), LATEST)).items().stream()
                .filter(item -> item.account() != null).toList();
        List<TimelineItem> present = calls.stream()
                .filter(item -> item.interactionId().toString().equals(asked) || goesOn(item, now)).toList();
        return (present.isEmpty() ? calls.stream().filter(item -> isJustOver(item, now)).limit(1) : present.stream())
                .map(item -> view(item, client, visitor)).toList();
    }

    /** True if nobody has given her a name yet: she is known by how she reached us. */
    static boolean isUnnamed(ClientCard client) {
        return client.contactPoints().stream().anyMatch(link -> link.value().equals(client.name())
                || Point.of(link.type(), link.value()).value().equals(client.name()));
    }

    private static boolean goesOn(TimelineItem item, Instant now) {
        return switch (Call.of(item, now).course()) {
            case RINGING, ONGOING -> true;
            case ANSWERED, MISSED, UNANSWERED, UNENDED -> false;
        };
    }

    private static boolean isJustOver(TimelineItem item, Instant now) {
        return item.occurredAt().plusSeconds(talked(item)).isAfter(now.minus(JUST_OVER));
    }

    private static long talked(TimelineItem item) {
        return item.attributes().get("durationSeconds") instanceof Number seconds ? seconds.longValue() : 0;
    }

    private static CallView view(TimelineItem item, ClientCard client, Visitor visitor) {
        Call call = Call.of(item, visitor.times().now());
        String stage = switch (call.course()) {
            case RINGING -> "ringing";
            case ONGOING -> "ongoing";
            case ANSWERED, UNENDED -> "ended";
            case MISSED, UNANSWERED -> "missed";
        };
        String details = Stream.of(Optional.of(visitor.times().moment(item.occurredAt()).time()), call.duration(),
                call.agent()).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        return new CallView(item.interactionId().toString(), stage + "-" + client.position(), stage,
                visitor.words().say("calls." + stage, Point.name(client.name())), details,
                isUnnamed(client) ? null : client.name());
    }
}
