package org.interactionhub.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.interactionhub.eventstore.Offsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadAheadTest {

    private final BlockingQueue<Portion.Read> begun = new LinkedBlockingQueue<>();
    private final List<Portion.Read> appended = new CopyOnWriteArrayList<>();
    private final Semaphore mayEnd = new Semaphore(0);
    private final ReadAhead ahead = ReadAhead.start(this::append);
    private volatile boolean fails;

    @AfterEach
    void close() {
        mayEnd.release(100);
        ahead.close();
    }

    @Test
    void one_portion_is_appended_while_the_next_one_is_handed_over() throws Exception {
        ahead.hand(portion());
        begun.take();

        ahead.hand(portion());
        mayEnd.release(2);

        await().untilAsserted(() -> assertThat(ahead.isIdle()).isTrue());
        assertThat(ahead.settled()).hasSize(2).isEqualTo(appended);
        assertThat(ahead.settled()).isEmpty();
    }

    @Test
    void nothing_that_was_read_behind_a_failed_portion_is_appended() throws Exception {
        fails = true;
        ahead.hand(portion());
        begun.take();
        ahead.hand(portion());

        mayEnd.release(100);
        await().untilAsserted(() -> assertThat(ahead.isIdle()).isTrue());

        assertThatThrownBy(() -> ahead.hand(portion())).hasMessage("refused");
        assertThat(begun).isEmpty();
        assertThat(appended).isEmpty();
    }

    @Test
    void who_was_told_of_a_failure_can_go_on() throws Exception {
        fails = true;
        ahead.hand(portion());
        mayEnd.release();
        begun.take();
        await().untilAsserted(() -> assertThat(ahead.isIdle()).isTrue());
        assertThatThrownBy(ahead::settled).hasMessage("refused");

        fails = false;
        ahead.hand(portion());
        mayEnd.release();

        await().untilAsserted(() -> assertThat(ahead.settled()).hasSize(1));
    }

    @Test
    void dropping_waits_for_the_portion_under_way_and_forgets_the_one_behind() throws Exception {
        Portion.Read first = portion();
        ahead.hand(first);
        begun.take();
        ahead.hand(portion());

        Thread dropping = Thread.ofPlatform().start(ahead::drop);
        await().until(() -> dropping.getState() == Thread.State.WAITING);
        mayEnd.release();
        dropping.join();

        assertThat(ahead.settled()).containsExactly(first);
        assertThat(ahead.isIdle()).isTrue();
        assertThat(begun).isEmpty();
    }

    private void append(Portion.Read read) {
        begun.add(read);
        mayEnd.acquireUninterruptibly();
        if (fails) {
            throw new IllegalStateException("refused");
        }
        appended.add(read);
    }

    private static Portion.Read portion() {
        return new Portion.Read(new Portion(List.of(), new Offsets("topic", "id", Map.of()), 0), List.of(), 0);
    }
}
