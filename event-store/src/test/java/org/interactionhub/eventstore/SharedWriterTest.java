package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aClient;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interactionhub.events.ClientId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What happens to callers who come while the writer is busy, and to the writer when its connection goes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedWriterTest {

    private static TestDatabase database;

    private final CountDownLatch decided = new CountDownLatch(1);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final List<CompletableFuture<?>> callers = new ArrayList<>();
    private EventStore store;
    private EventLog log;
    private long before;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        store = new EventStore(database.asCommand());
        log = store.log();
        before = log.head();
    }

    @AfterEach
    void close() {
        decided.countDown();
        store.close();
    }

    @Test
    void callers_who_wait_share_one_transaction() throws SQLException {
        // Given
        theWriterIsBusy();
        for (int caller = 0; caller < 20; caller++) {
            calls(() -> store.append(List.of(someClient())));
        }
        waitingCallers(21);

        // When
        decided.countDown();
        callers.forEach(CompletableFuture::join);

        // Then
        assertThat(log.head()).isEqualTo(before + 20);
        assertThat(Sql.number(database.asSuperuser(),
                "SELECT count(DISTINCT xmin::text) FROM store.event WHERE position > " + before)).isEqualTo(1);
    }

    @Test
    void one_of_sixteen_who_comes_too_late_is_refused_alone_and_a_batch_goes_on_beside_them() throws SQLException {
        // Given
        ClientId anna = ClientId.next(NOON);
        store.append(List.of(aClient(anna, "Anna")));
        theWriterIsBusy();
        CompletableFuture<List<Outcome>> late = calls(() -> store.append(List.of(aClient(anna, "Anya"))));
        List<CompletableFuture<List<Outcome>>> others = IntStream.range(0, 15)
                .mapToObj(_ -> calls(() -> store.append(List.of(someClient())))).toList();
        CompletableFuture<List<Outcome>> batch = calls(
                () -> store.append(TestBatch.deciding(_ -> List.of(someClient()))));
        waitingCallers(18);

        // When
        decided.countDown();

        // Then
        assertThat(late.join()).containsExactly(new Outcome.Conflicted(anna.value(), 0, 1));
        assertThat(Stream.concat(others.stream(), Stream.of(batch)).map(CompletableFuture::join).map(List::getFirst))
                .hasSize(16).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Appended.class))
                .doesNotHaveDuplicates();
        assertThat(log.head()).isEqualTo(before + 17);
        assertThat(Sql.number(database.asSuperuser(),
                "SELECT count(DISTINCT xmin::text) FROM store.event WHERE position > " + (before + 1))).isEqualTo(2);
    }

    @Test
    void a_batch_does_not_fail_those_who_wait_beside_it() {
        // Given
        theWriterIsBusy();
        CompletableFuture<?> failing = calls(() -> store.append(TestBatch.deciding(_ -> {
            throw new IllegalStateException("no decision");
        })));
        CompletableFuture<List<Outcome>> group = calls(() -> store.append(List.of(someClient())));
        CompletableFuture<List<Outcome>> batch = calls(
                () -> store.append(TestBatch.deciding(_ -> List.of(someClient()))));
        waitingCallers(4);

        // When
        decided.countDown();

        // Then
        assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(AppendFailed.class);
        assertThat(List.of(group.join().getFirst(), batch.join().getFirst())).containsExactlyInAnyOrder(
                new Outcome.Appended(before + 1, before + 1), new Outcome.Appended(before + 2, before + 2));
    }

    @Test
    void a_caller_interrupted_while_waiting_has_written_nothing() throws InterruptedException {
        // Given
        theWriterIsBusy();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                store.append(List.of(someClient()));
            } catch (AppendFailed e) {
                failure.set(e);
            }
        });

        // When
        caller.interrupt();
        caller.join();
        decided.countDown();
        store.append(List.of(Group.of()));

        // Then
        assertThat(failure.get()).hasMessageContaining("nothing was written");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void closing_serves_those_who_wait_and_refuses_those_who_come_later() throws InterruptedException {
        // Given
        theWriterIsBusy();
        CompletableFuture<List<Outcome>> waiting = calls(() -> store.append(List.of(someClient())));
        waitingCallers(2);
        FutureTask<Boolean> closing = new FutureTask<>(store::close, true);
        Thread closer = Thread.ofVirtual().start(closing);

        // When
        await().untilAsserted(() -> assertThat(closer.getState()).isEqualTo(Thread.State.WAITING));
        decided.countDown();
        closer.join();

        // Then
        assertThat(waiting.join()).containsExactly(new Outcome.Appended(before + 1, before + 1));
        assertThatThrownBy(() -> store.append(List.of(someClient()))).isInstanceOf(AppendFailed.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_connection_that_died_while_idle_is_replaced_unnoticed() throws SQLException {
        // Given
        store.append(List.of(someClient()));
        theServerDropsOurConnections();

        // When
        List<Outcome> outcomes = store.append(List.of(someClient()));

        // Then
        assertThat(outcomes).containsExactly(new Outcome.Appended(before + 2, before + 2));
    }

    @Test
    void what_was_written_though_the_answer_was_lost_is_not_written_twice() {
        // Given
        AtomicBoolean lost = new AtomicBoolean();
        try (EventStore losing = new EventStore(LostAnswers.of(database.asCommand(), lost))) {
            losing.append(List.of(someClient()));
            lost.set(true);

            // When
            List<Outcome> outcomes = losing.append(List.of(someClient()));

            // Then
            assertThat(outcomes).containsExactly(new Outcome.Appended(before + 2, before + 2));
            assertThat(log.head()).isEqualTo(before + 2);
        }
    }

    @Test
    void a_connection_that_dies_under_way_fails_its_callers_and_nobody_after_them() {
        // Given
        TestBatch dying = TestBatch.deciding(_ -> {
            theServerDropsOurConnections();
            return List.of(someClient());
        });

        // When
        assertThatThrownBy(() -> store.append(dying)).isInstanceOf(AppendFailed.class);

        // Then
        assertThat(store.append(List.of(someClient()))).containsExactly(new Outcome.Appended(before + 1, before + 1));
    }

    @Test
    void no_transaction_may_hold_the_gate_for_long() {
        store.append(TestBatch.deciding(_ -> List.of()).alongside((connection, _) -> {
            try (var rows = connection.createStatement().executeQuery("SHOW transaction_timeout")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("15s");
            }
        }));
    }

    private static Group someClient() {
        ClientId client = ClientId.next(NOON);
        return aClient(client, "Client " + client);
    }

    private void theWriterIsBusy() {
        calls(() -> store.append(TestBatch.deciding(_ -> {
            busy.countDown();
            await().until(() -> decided.getCount() == 0);
            return List.of();
        })));
        await().until(() -> busy.getCount() == 0);
    }

    private <T> CompletableFuture<T> calls(Supplier<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        callers.add(result);
        Thread.ofPlatform().daemon().name("caller").start(() -> {
            try {
                result.complete(call.get());
            } catch (AppendFailed e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private void waitingCallers(int number) {
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("caller"))
                .filteredOn(thread -> thread.getState() == Thread.State.WAITING).hasSize(number));
    }

    private static void theServerDropsOurConnections() {
        try {
            Sql.run(database.asSuperuser(), """
                    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                    WHERE usename = 'hub_command' AND datname = current_database()""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
