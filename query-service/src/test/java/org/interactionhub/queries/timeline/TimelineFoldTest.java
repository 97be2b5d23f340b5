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
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.jspecify.annotations.Nullable;

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

    @Example
    void an_exchange_may_say_that_a_call_was_answered_in_words_of_its_own() {
        FactRow ringing = fact(1, TimelineFold.RECORDED, 0, null, Map.of("event", "ringing"));
        FactRow taken = fact(2, "call-progressed", 9, null,
                Map.of("event", "in-progress", "answered", true, "agent", "101"));
        FactRow over = fact(3, "call-progressed", 74, null, Map.of("event", "completed", "durationSeconds", 65));

        TimelineItem item = TimelineFold.item(List.of(ringing, taken, over), List.of()).orElseThrow();

        assertThat(item.attributes()).isEqualTo(Map.of("answered", true, "agent", "101", "durationSeconds", 65));
    }

    @Example
    void a_call_of_which_an_exchange_says_that_nobody_took_it_is_missed() {
        FactRow ringing = fact(1, TimelineFold.RECORDED, 0, null, Map.of("event", "ringing"));
        FactRow over = fact(2, "call-progressed", 20, null, Map.of("event", "no-answer", "answered", false));

        TimelineItem item = TimelineFold.item(List.of(ringing, over), List.of()).orElseThrow();

        assertThat(item.attributes()).isEqualTo(Map.of("answered", false, "missed", true));
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
            facts.add(fact(facts.size() + 1, event, step.second(),
                    event.equals(TimelineFold.EDITED) ? "words " + step.second() : null,
                    Map.of("event", step.event())));
        }
        return facts;
    }

    private static FactRow fact(long position, String event, int second, @Nullable String text,
            Map<String, Object> attributes) {
        return new FactRow(position, CALL, event, Channel.PHONE, "office", null, Direction.INBOUND,
                START.plusSeconds(second), START, null, null, text, null, attributes, List.of(), List.of(), List.of(),
                null);
    }
}
