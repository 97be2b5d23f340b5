package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;

class TimelineFoldTest {

    private static final UUID CALL = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** The order in which rows are read, and the order in which steps reached the log, change nothing. */
    @Property(tries = 300)
    void the_order_of_facts_does_not_matter(@ForAll("steps") List<Step> steps, @ForAll Random chance) {
        List<FactRow> inOrder = facts(steps);
        List<Step> shuffledSteps = new ArrayList<>(steps);
        Collections.shuffle(shuffledSteps, chance);
        List<FactRow> overtaking = facts(shuffledSteps);
        List<FactRow> shuffledRows = new ArrayList<>(inOrder);
        Collections.shuffle(shuffledRows, chance);

        TimelineItem item = TimelineFold.item(inOrder, List.of()).orElseThrow();

        assertThat(TimelineFold.item(shuffledRows, List.of())).contains(item);
        TimelineItem other = TimelineFold.item(overtaking, List.of()).orElseThrow();
        assertThat(other.attributes()).isEqualTo(item.attributes());
        assertThat(other.text()).isEqualTo(item.text());
        assertThat(other.state()).isEqualTo(item.state());
        assertThat(other.edits()).isEqualTo(item.edits());
    }

    record Step(String event, int second) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(Arbitraries.of("answer", "hangup", "edit"), Arbitraries.integers()
                .between(1, 100)).as(Step::new);
        return step.list().uniqueElements(Step::second).ofMaxSize(6).map(rest -> {
            List<Step> all = new ArrayList<>(rest);
            all.addFirst(new Step("newCall", 0));
            return all;
        });
    }

    private static List<FactRow> facts(List<Step> steps) {
        List<FactRow> facts = new ArrayList<>();
        for (Step step : steps) {
            String event = switch (step.event()) {
                case "newCall" -> TimelineFold.RECORDED;
                case "edit" -> TimelineFold.EDITED;
                default -> "call-progressed";
            };
            facts.add(new FactRow(facts.size() + 1, CALL, event, Channel.PHONE, "office", null, Direction.INBOUND,
                    START.plusSeconds(step.second()), START, null, null,
                    event.equals(TimelineFold.EDITED) ? "words " + step.second() : null, null,
                    Map.of("event", step.event()), List.of(), List.of(), List.of(), null));
        }
        return facts;
    }
}
