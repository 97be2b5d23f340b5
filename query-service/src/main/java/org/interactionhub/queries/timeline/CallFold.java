package org.interactionhub.queries.timeline;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.Direction;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Participant.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a call (newCall, answer, hangup) say together. A call that came as one record of a call log has said
 * it all itself.
 */
public final class CallFold {

    /** How a call stands. */
    public enum Stage {
        RINGING, ANSWERED, OVER
    }

    private static final Comparator<FactRow> BY_TIME = Comparator.comparing(FactRow::occurredAt)
            .thenComparing(FactRow::position);
    private static final String EVENT = "event";
    private static final String ANSWERED = "answered";
    private static final String MISSED = "missed";
    private static final String DURATION = "durationSeconds";
    private static final String AGENT = "agent";

    private CallFold() {}

    /** How a call with these attributes of its item stands. */
    public static Stage stage(Map<String, Object> attributes) {
        if (attributes.containsKey(DURATION) || attributes.containsKey(MISSED)) {
            return Stage.OVER;
        }
        return Boolean.TRUE.equals(attributes.get(ANSWERED)) ? Stage.ANSWERED : Stage.RINGING;
    }

    static void into(Map<String, Object> attributes, List<FactRow> facts) {
        if (attributes.remove(EVENT) == null) {
            if (Boolean.FALSE.equals(attributes.get(ANSWERED)) && isInbound(facts)) {
                attributes.putIfAbsent(MISSED, true);
            }
            return;
        }
        boolean saidUnanswered = Boolean.FALSE.equals(attributes.get(ANSWERED));
        Optional<FactRow> answer = answer(facts);
        Optional<FactRow> hangup = step(facts, "hangup");
        attributes.put(ANSWERED, answer.isPresent());
        hangup.ifPresent(end -> {
            attributes.putIfAbsent(DURATION, answer.map(start -> seconds(start, end)).orElse(0L));
            attributes.put(MISSED, answer.isEmpty() && isInbound(facts));
        });
        if (saidUnanswered && answer.isEmpty() && isInbound(facts)) {
            attributes.putIfAbsent(MISSED, true);
        }
        answer.map(CallFold::agent).ifPresent(agent -> attributes.put(AGENT, agent));
    }

    /** The step, or the first at which the exchange says that somebody had answered. */
    private static Optional<FactRow> answer(List<FactRow> facts) {
        return step(facts, "answer").or(() -> facts.stream()
                .filter(fact -> Boolean.TRUE.equals(fact.attributes().get(ANSWERED))).min(BY_TIME));
    }

    /** The first step of this kind; legs of one call may repeat it. A call is over with its last hangup. */
    private static Optional<FactRow> step(List<FactRow> facts, String event) {
        return facts.stream().filter(fact -> event.equals(fact.attributes().get(EVENT)))
                .min("hangup".equals(event) ? BY_TIME.reversed() : BY_TIME);
    }

    private static long seconds(FactRow start, FactRow end) {
        return Math.max(0, Duration.between(start.occurredAt(), end.occurredAt()).toSeconds());
    }

    private static @Nullable Object agent(FactRow answer) {
        Map<String, Object> said = answer.attributes();
        if (said.get(AGENT) != null) {
            return said.get(AGENT);
        }
        if (said.get("agents") instanceof Collection<?> agents && !agents.isEmpty()) {
            return agents.iterator().next();
        }
        return answer.participants().stream().filter(one -> one.role() == Role.AGENT).findFirst()
                .<Object>map(CallFold::shown).orElseGet(() -> said.get("answeringNumber"));
    }

    private static String shown(Participant one) {
        String name = one.name();
        return name == null ? one.value() : name;
    }

    private static boolean isInbound(List<FactRow> facts) {
        return facts.stream().anyMatch(fact -> fact.direction() == Direction.INBOUND);
    }
}
