package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aClient;
import static org.interactionhub.eventstore.Facts.aMail;
import static org.interactionhub.eventstore.Facts.at;
import static org.interactionhub.eventstore.Facts.linked;
import static org.interactionhub.eventstore.Facts.registered;
import static org.interactionhub.eventstore.Facts.renamed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two stores on one database are what two processes are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcurrentWritersTest {

    private static final Logger LOG = LoggerFactory.getLogger(ConcurrentWritersTest.class);
    private static final int WRITERS = 8;
    private static final int ROUNDS = 40;

    private static TestDatabase database;

    private final Queue<Outcome.Appended> appended = new ConcurrentLinkedQueue<>();
    private EventStore one;
    private EventStore other;
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
        one = new EventStore(database.asCommand());
        other = new EventStore(database.asCommand());
        log = new EventLog(database.asQuery());
        before = log.head();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void positions_have_no_gaps_and_every_reader_sees_all_in_order_while_eight_write() throws Exception {
        // Given
        ClientId shared = ClientId.next(NOON);
        remember(one.append(List.of(aClient(shared, "Everybody's"))));
        try (Tail tail = log.tail(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<StoredEvent>> reader = threads.submit(() -> readUntilTheEnd(tail));

            // When
            together(threads, IntStream.range(0, WRITERS).mapToObj(writer -> writes(writer, shared)).toList());
            ClientId last = ClientId.next(NOON);
            remember(one.append(List.of(aClient(last, "The end"))));

            // Then
            List<StoredEvent> seen = reader.get();
            assertThat(seen).extracting(StoredEvent::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, log.head()).boxed().toList());
            assertThat(seen).extracting(StoredEvent::recordedAt).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(appended.stream().flatMapToLong(a -> LongStream.rangeClosed(a.first(), a.last())).sorted())
                    .containsExactlyElementsOf(seen.stream().map(StoredEvent::position).toList());
            assertThat(log.stream(shared.value())).extracting(StoredEvent::version)
                    .containsExactlyElementsOf(IntStream.range(0, log.stream(shared.value()).size()).boxed().toList());
        }
    }

    @Test
    void two_who_discover_a_contact_point_at_once_by_decision_leave_one_client() throws Exception {
        // Given
        List<ContactPoint> phones = IntStream.range(0, 20)
                .mapToObj(n -> new ContactPoint(ContactPoint.Type.PHONE, "+7495100" + (1000 + n))).toList();

        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            together(threads,
                    phones.stream().flatMap(phone -> Stream.of(discovers(one, phone), discovers(other, phone)))
                            .toList());
        }

        // Then
        assertThat(log.head()).isEqualTo(before + 2L * phones.size());
        assertThat(phones).allSatisfy(phone -> assertThat(log.stream(phone.id().value())).hasSize(1));
    }

    @Test
    void two_who_discover_a_contact_point_at_once_by_version_leave_one_client() throws Exception {
        // Given
        ContactPoint mail = new ContactPoint(ContactPoint.Type.EMAIL, "anna@acme.example");
        ClientId first = ClientId.next(NOON);
        ClientId second = ClientId.next(NOON);

        // When
        List<List<Outcome>> outcomes;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = together(threads,
                    List.of(() -> one.append(List.of(Group.of(registered(first, "Anna"), linked(mail, 0, first)))),
                            () -> other
                                    .append(List.of(Group.of(registered(second, "Anna"), linked(mail, 0, second))))));
        }

        // Then
        assertThat(outcomes.stream().flatMap(List::stream)).containsExactlyInAnyOrder(
                new Outcome.Appended(before + 1, before + 2), new Outcome.Conflicted(mail.id().value(), 0, 1));
        assertThat(log.head()).isEqualTo(before + 2);
    }

    @Test
    void batches_of_five_hundred_are_appended_quickly() {
        // Given
        int batches = 40;
        List<List<Group>> groups = IntStream.range(0, batches).mapToObj(batch -> IntStream.range(0, 500)
                .mapToObj(n -> Group.of(aMail("rate-" + batch + "-" + n, "\u041d\u0430\u0441\u043e\u0441 ".repeat(40))))
                .toList()).toList();

        // When
        long begin = System.nanoTime();
        groups.forEach(batch -> one.append(TestBatch.deciding(_ -> batch)));
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);

        // Then
        assertThat(log.head()).isEqualTo(before + batches * 500L);
        LOG.atInfo().addKeyValue("eventsPerSecond", batches * 500_000L / Math.max(1, taken.toMillis()))
                .log("Appended mails with originals, 500 per batch.");
    }

    private Callable<Integer> writes(int writer, ClientId shared) {
        EventStore store = writer % 2 == 0 ? one : other;
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                write(store, writer + "-" + round, shared);
            }
            return writer;
        };
    }

    private void write(EventStore store, String name, ClientId shared) {
        ClientId client = ClientId.next(NOON);
        switch (ThreadLocalRandom.current().nextInt(5)) {
            case 0 -> remember(store.append(List.of(Group.of(registered(client, name), renamed(client, 1, name)))));
            case 1 -> remember(store.append(List.of(Group.of(aMail("m-" + name, name)),
                    Group.of(aMail("m-" + name, name)),
                    Group.of(renamed(shared, 1, name)), Group.of(aMail("same", "same"), registered(client, name)))));
            case 2 -> remember(store.append(TestBatch.deciding(present -> List.of(Group.of(at(next(present, shared),
                    shared.value(), new ClientRenamed(shared, name), Instant.EPOCH))))));
            case 3 -> fails(store, TestBatch.deciding(_ -> List.of(aClient(client, name)))
                    .alongside((connection, _) -> Sql.run(connection, "SELECT 1 / 0")));
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

    private Callable<List<Outcome>> discovers(EventStore store, ContactPoint phone) {
        return () -> store.append(TestBatch.deciding(present -> {
            ClientId client = ClientId.next(NOON);
            return present.streams(List.of(phone.id().value())).isEmpty()
                    ? List.of(Group.of(registered(client, "Unknown"), linked(phone, 0, client)))
                    : List.of();
        }));
    }

    private static int next(Present present, ClientId client) {
        return present.streams(List.of(client.value())).getOrDefault(client.value(), List.of()).size();
    }

    private void remember(List<Outcome> outcomes) {
        outcomes.stream().filter(Outcome.Appended.class::isInstance).map(Outcome.Appended.class::cast)
                .forEach(appended::add);
    }

    private List<StoredEvent> readUntilTheEnd(Tail tail) throws InterruptedException {
        List<StoredEvent> seen = new ArrayList<>();
        long position = before;
        while (true) {
            tail.awaitBeyond(position, Duration.ofSeconds(30));
            for (StoredEvent event : log.after(position, 7)) {
                seen.add(event);
                position = event.position();
                if (new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8).contains("The end")) {
                    return seen;
                }
            }
        }
    }

    private static <T> List<T> together(ExecutorService threads, List<Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> call : threads.invokeAll(calls)) {
            results.add(call.get());
        }
        return results;
    }
}
