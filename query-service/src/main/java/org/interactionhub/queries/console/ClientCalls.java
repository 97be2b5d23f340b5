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
    /** An exchange that never says how a call went on must not let it ring for ever. */
    private static final Duration LONGEST_RINGING = Duration.ofMinutes(10);
    private static final Duration LONGEST_TALK = Duration.ofHours(4);
    private static final Duration JUST_OVER = Duration.ofMinutes(3);

    private final Timeline timeline;

    ClientCalls(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @param asked the call that led to the page, null if none did */
    List<CallView> of(ClientCard client, @Nullable String asked, Visitor visitor) {
        Instant now = visitor.times().now();
        return timeline.page(TimelineQuestion.calls(client.id(), LATEST)).items().stream()
                .filter(item -> item.account() != null)
                .filter(item -> item.interactionId().toString().equals(asked) || isPresent(item, now))
                .map(item -> view(item, client, visitor)).toList();
    }

    /** True if nobody has given her a name yet: she is known by how she reached us. */
    static boolean isUnnamed(ClientCard client) {
        return client.contactPoints().stream().anyMatch(link -> link.value().equals(client.name())
                || Point.of(link.type(), link.value()).value().equals(client.name()));
    }

    private static boolean isPresent(TimelineItem item, Instant now) {
        Instant begun = item.occurredAt();
        return switch (Call.of(item).course()) {
            case RINGING -> begun.isAfter(now.minus(LONGEST_RINGING));
            case ONGOING -> begun.isAfter(now.minus(LONGEST_TALK));
            case ANSWERED, MISSED, UNANSWERED -> begun.plusSeconds(talked(item)).isAfter(now.minus(JUST_OVER));
        };
    }

    private static long talked(TimelineItem item) {
        return item.attributes().get("durationSeconds") instanceof Number seconds ? seconds.longValue() : 0;
    }

    private static CallView view(TimelineItem item, ClientCard client, Visitor visitor) {
        Call call = Call.of(item);
        String stage = switch (call.course()) {
            case RINGING -> "ringing";
            case ONGOING -> "ongoing";
            case ANSWERED -> "ended";
            case MISSED, UNANSWERED -> "missed";
        };
        String details = Stream.of(Optional.of(visitor.times().moment(item.occurredAt()).time()), call.duration(),
                call.agent()).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        return new CallView(item.interactionId().toString(), stage + "-" + client.position(), stage,
                visitor.words().say("calls." + stage, client.name()), details,
                isUnnamed(client) ? null : client.name());
    }
}
