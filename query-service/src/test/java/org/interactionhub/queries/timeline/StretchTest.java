package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ThreadId;

class StretchTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Property(tries = 300)
    void page_by_page_every_entry_is_in_one_stretch(@ForAll("timelines") List<Entry> timeline,
            @ForAll @IntRange(min = 1, max = 9) int most) {
        List<Entry> left = timeline;
        List<Entry> told = new ArrayList<>();

        while (!left.isEmpty()) {
            List<Stretch> page = Stretch.of(left, most);
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(most);
            List<Entry> taken = page.stream().flatMap(stretch -> stretch.entries().stream()).toList();
            assertThat(taken).containsExactlyInAnyOrderElementsOf(left.subList(0, taken.size()));
            told.addAll(taken);
            left = left.subList(taken.size(), left.size());
        }

        assertThat(told).containsExactlyInAnyOrderElementsOf(timeline);
    }

    @Property(tries = 300)
    void a_stretch_is_of_one_thread_without_a_long_pause_and_stands_at_its_newest(
            @ForAll("timelines") List<Entry> timeline) {
        List<Stretch> stretches = Stretch.of(timeline, Integer.MAX_VALUE);

        assertThat(stretches).isSortedAccordingTo(Comparator.comparing((Stretch one) -> one.newest().at()).reversed());
        assertThat(stretches).allSatisfy(stretch -> {
            assertThat(stretch.entries()).extracting(Entry::thread).containsOnly(stretch.newest().thread());
            assertThat(stretch.entries().size() == 1 || stretch.newest().thread() != null).isTrue();
            for (int i = 1; i < stretch.entries().size(); i++) {
                assertThat(Duration.between(stretch.entries().get(i).at(), stretch.entries().get(i - 1).at()))
                        .isBetween(Duration.ZERO, pause(stretch));
            }
        });
    }

    @Property(tries = 300)
    void two_stretches_of_a_thread_are_a_long_pause_apart(@ForAll("timelines") List<Entry> timeline) {
        List<Stretch> stretches = Stretch.of(timeline, Integer.MAX_VALUE);

        for (int i = 0; i < stretches.size(); i++) {
            Stretch later = stretches.get(i);
            stretches.stream().skip(i + 1).filter(one -> later.newest().thread() != null
                    && later.newest().thread().equals(one.newest().thread())).findFirst()
                    .ifPresent(earlier -> assertThat(
                            Duration.between(earlier.newest().at(), later.oldest().at())).isGreaterThan(pause(later)));
        }
    }

    private static Duration pause(Stretch stretch) {
        return stretch.newest().channel() == Channel.EMAIL ? Duration.ofDays(30) : Duration.ofDays(1);
    }

    /** Newest first; threads run through each other, with pauses of an hour to forty days. */
    @Provide
    Arbitrary<List<Entry>> timelines() {
        Arbitrary<Integer> pauses = Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.integers()
                .between(0, 8)), Tuple.of(1, Arbitraries.integers().between(20, 1000)));
        return Combinators.combine(Arbitraries.integers().between(0, 4), pauses)
                .as((thread, hours) -> new int[]{thread, hours}).list().ofMaxSize(60).map(StretchTest::timeline);
    }

    private static List<Entry> timeline(List<int[]> steps) {
        List<Entry> entries = new ArrayList<>();
        Instant at = NOW;
        for (int[] step : steps) {
            at = at.minus(Duration.ofHours(step[1]));
            ThreadId thread = step[0] == 0 ? null : ThreadId.begunBy("m" + step[0]);
            entries.add(new Entry(at, new UUID(1, -entries.size()), step[0] % 2 == 0 ? Channel.CHAT : Channel.EMAIL,
                    thread, false));
        }
        return entries;
    }
}
