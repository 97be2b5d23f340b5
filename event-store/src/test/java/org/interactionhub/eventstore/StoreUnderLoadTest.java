package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aClient;
import static org.interactionhub.eventstore.Facts.aMail;
import static org.interactionhub.eventstore.Facts.aMailFrom;
import static org.interactionhub.eventstore.Facts.at;
import static org.interactionhub.eventstore.Facts.registered;
import static org.interactionhub.eventstore.Facts.renamed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Everything that could make a reader miss, double or reorder a fact, at once: sixteen writers in two processes, slow
 * transactions, rollbacks, facts of the past and of the future, a database clock that was set back, and an analyst whose
 * snapshot stays open meanwhile.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreUnderLoadTest {

    private static final int WRITERS = 16;
    private static final int READERS = 5;
    private static final int ROUNDS = 60;
    private static final long SEED = 20_261_124;

    private final ClientId shared = ClientId.next(NOON);
    private final Queue<Outcome.Appended> appended = new ConcurrentLinkedQueue<>();
    private final AtomicLong end = new AtomicLong(Long.MAX_VALUE);
    private TestDatabase database;
    private EventStore one;
    private EventStore other;
    private EventLog log;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        one = new EventStore(database.asCommand());
        other = new EventStore(database.asCommand());
        log = new EventLog(database.asQuery());
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        database.close();
    }

    @Test
    void sixteen_writers_and_five_readers_agree_on_every_fact_while_an_analyst_looks_at_the_past() throws Exception {
        // Given
        remember(one.append(List.of(aClient(shared, "Everybody's"))));
        try (Analyst analyst = new Analyst(database);
                Tail tail = log.tail();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<StoredEvent>>> readers = IntStream.range(0, READERS)
                    .mapToObj(reader -> threads.submit(() -> readToTheEnd(tail, 1 + 40 * reader))).toList();

            // When
            for (Future<Integer> writer : threads.invokeAll(
                    IntStream.range(0, WRITERS).<Callable<Integer>>mapToObj(writer -> () -> write(writer)).toList())) {
                writer.get();
            }
            end.set(log.head());
            remember(one.append(List.of(aClient(ClientId.next(NOON), "The end"))));

            // Then
            List<Long> all = LongStream.rangeClosed(1, log.head()).boxed().toList();
            assertThat(appended.stream().flatMapToLong(a -> LongStream.rangeClosed(a.first(), a.last())).sorted())
                    .containsExactlyElementsOf(all);
            for (Future<List<StoredEvent>> reader : readers) {
                assertThat(reader.get()).extracting(StoredEvent::position).containsExactlyElementsOf(all);
                assertThat(reader.get()).extracting(StoredEvent::recordedAt)
                        .isSortedAccordingTo(Comparator.naturalOrder());
            }
            assertThat(log.stream(shared.value())).extracting(StoredEvent::version).containsExactlyElementsOf(
                    IntStream.range(0, log.stream(shared.value()).size()).boxed().toList());
            assertThat(analyst.events()).isOne();
        }
    }

    @Test
    void a_clock_that_was_set_back_makes_no_fact_older_than_the_one_before() throws SQLException {
        // Given
        Instant ahead = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
        one.append(List.of(Group.of(aMail("before", "before"))));
        Sql.run(database.asSuperuser(), "UPDATE store.event SET recorded_at = '" + ahead + "'");

        // When
        one.append(List.of(Group.of(aMail("first", "first")), Group.of(aMail("second", "second"))));
        other.append(List.of(Group.of(aMailFrom(Instant.EPOCH, "third"))));

        // Then
        assertThat(log.after(0, 10)).extracting(StoredEvent::recordedAt).containsOnly(ahead).hasSize(4);
        assertThat(log.recordedBy(ahead)).isEqualTo(4);
        assertThat(log.recordedBy(ahead.minusNanos(1000))).isZero();
    }

    private Integer write(int writer) {
        Random random = new Random(SEED + writer);
        EventStore store = writer % 2 == 0 ? one : other;
        for (int round = 0; round < ROUNDS; round++) {
            write(store, random, writer + "-" + round);
        }
        return writer;
    }

    private void write(EventStore store, Random random, String name) {
        ClientId client = ClientId.next(NOON);
        switch (random.nextInt(7)) {
            case 0 -> remember(store.append(List.of(Group.of(registered(client, name), renamed(client, 1, name)))));
            case 1 -> remember(store.append(List.of(Group.of(aMail("m-" + name, name)),
                    Group.of(aMail("m-" + name, name)), Group.of(renamed(shared, 1, name)),
                    Group.of(aMail("same", "same"), registered(client, name)))));
            case 2 -> remember(store.append(List.of(Group.of(aMailFrom(Instant.EPOCH, "past-" + name)),
                    Group.of(aMailFrom(NOON.plus(3650, ChronoUnit.DAYS), "future-" + name)))));
            case 3 -> remember(store.append(TestBatch.deciding(present -> List.of(Group.of(at(
                    present.streams(List.of(shared.value())).getOrDefault(shared.value(), List.of()).size(),
                    shared.value(), new ClientRenamed(shared, name), Instant.EPOCH))))));
            case 4 -> remember(store.append(TestBatch.deciding(_ -> List.of(aClient(client, name)))
                    .alongside((connection, _) -> Sql.run(connection, "SELECT pg_sleep(0.02)"))));
            case 5 -> fails(store, TestBatch.deciding(_ -> List.of(aClient(client, name)))
                    .alongside((connection, _) -> Sql.run(connection, "SELECT pg_sleep(0.01), 1 / 0")));
            default -> fails(store, TestBatch.deciding(_ -> {
                throw new IllegalStateException("undecided");
            }));
        }
    }

    private static void fails(EventStore store, Batch batch) {
        try {
            store.append(batch);
        } catch (AppendFailed expected) {
            assertThat(expected).hasCauseInstanceOf(Exception.class);
            return;
        }
        throw new AssertionError("the batch should have failed");
    }

    private void remember(List<Outcome> outcomes) {
        outcomes.stream().filter(Outcome.Appended.class::isInstance).map(Outcome.Appended.class::cast)
                .forEach(appended::add);
    }

    private List<StoredEvent> readToTheEnd(Tail tail, int page) throws InterruptedException {
        List<StoredEvent> seen = new ArrayList<>();
        long position = 0;
        while (position <= end.get()) {
            tail.awaitBeyond(position, Duration.ofSeconds(30));
            for (StoredEvent event : log.after(position, page)) {
                seen.add(event);
                position = event.position();
            }
        }
        return seen;
    }

    /** Sees the log as it was when she came, for as long as she stays. */
    private static final class Analyst implements AutoCloseable {

        private final Connection connection;

        Analyst(TestDatabase database) throws SQLException {
            connection = database.asQuery().getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            events();
        }

        long events() throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM store.event")) {
                row.next();
                return row.getLong(1);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
