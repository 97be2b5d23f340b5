package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aClient;
import static org.interactionhub.eventstore.Facts.aMailFrom;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.EventMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventLogTest {

    private static TestDatabase database;

    private EventStore store;
    private EventLog log;
    private Tail tail;
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
        log = new EventLog(database.asQuery());
        tail = log.tail();
        before = log.head();
    }

    @AfterEach
    void close() {
        tail.close();
        store.close();
    }

    @Test
    void streams_are_read_together_and_those_without_events_are_absent() {
        // Given
        ClientId anna = ClientId.next(NOON);
        ClientId boris = ClientId.next(NOON);
        store.append(List.of(aClient(anna, "Anna"), aClient(boris, "Boris"), Group.of(Facts.renamed(anna, 1, "A."))));

        // When
        var streams = log.streams(List.of(anna.value(), boris.value(), UUID.randomUUID()));

        // Then
        assertThat(streams.keySet()).isEqualTo(Set.of(anna.value(), boris.value()));
        assertThat(streams.get(anna.value())).extracting(StoredEvent::version).containsExactly(0, 1);
        assertThat(log.streams(List.of())).isEmpty();
        assertThat(log.at(before + 4)).isEmpty();
        assertThat(log.at(before + 2).orElseThrow().stream()).isEqualTo(boris.value());
    }

    @Test
    void an_event_tells_its_name_its_metadata_and_its_payload_as_written() {
        // Given
        ClientId anna = ClientId.next(NOON);
        EventMetadata byOlga = new EventMetadata(new EventMetadata.Actor("Olga", false), "command-1");
        Entry named = Facts.registered(anna, "Anna");
        store.append(List.of(Group.of(new Entry.AtVersion(
                new NewEvent(anna.value(), named.event().event(), NOON, byOlga, null), 0))));

        // When
        StoredEvent stored = log.at(before + 1).orElseThrow();

        // Then
        assertThat(stored.name()).isEqualTo("client-registered/1");
        assertThat(stored.metadata()).isEqualTo(byOlga);
        assertThat(stored.occurredAt()).isEqualTo(NOON);
        assertThat(stored.payload()).asString()
                .isEqualTo("{\"clientId\":\"" + anna + "\",\"kind\":\"prospect\",\"name\":\"Anna\"}");
    }

    @Test
    void an_event_that_only_a_newer_hub_knows_is_read_without_being_understood() throws SQLException {
        // Given
        Sql.run(database.asSuperuser(), "INSERT INTO store.event_type VALUES (999, 'client-praised/7')");
        Sql.run(database.asSuperuser(), "INSERT INTO store.event VALUES (" + (before + 1)
                + ", gen_random_uuid(), 0, 999, now(), clock_timestamp(), '{\"praise\":1}', '{}')");

        // When
        StoredEvent unknown = log.at(before + 1).orElseThrow();

        // Then
        assertThat(unknown.name()).isEqualTo("client-praised/7");
        assertThat(unknown.event()).isEmpty();
        assertThat(unknown.payload()).asString().isEqualTo("{\"praise\":1}");
    }

    @Test
    void what_was_known_at_a_moment_is_found_by_halving() {
        // Given
        for (int n = 0; n < 9; n++) {
            store.append(List.of(aClient(ClientId.next(NOON), "Client " + n)));
        }
        List<StoredEvent> events = log.after(0, 1000);

        // Then
        assertThat(events).allSatisfy(event -> {
            long known = events.stream().filter(other -> !other.recordedAt().isAfter(event.recordedAt())).count();
            long knownBefore = events.stream().filter(other -> other.recordedAt().isBefore(event.recordedAt())).count();
            assertThat(log.recordedBy(event.recordedAt())).isEqualTo(known);
            assertThat(log.recordedBy(event.recordedAt().minusNanos(1000))).isEqualTo(knownBefore);
        });
        assertThat(log.recordedBy(Instant.EPOCH)).isZero();
        assertThat(log.recordedBy(Instant.now().plusSeconds(60))).isEqualTo(log.head());
    }

    @Test
    void a_tail_follows_facts_of_the_past_and_of_the_future_alike() throws InterruptedException {
        // Given
        List<Instant> times = List.of(NOON, Instant.parse("1998-01-01T00:00:00Z"),
                Instant.parse("2031-05-09T10:00:00Z"),
                Instant.EPOCH, NOON.minusSeconds(61), NOON);
        List<Instant> followed = new ArrayList<>();

        // When
        long position = before;
        for (int n = 0; n < times.size(); n++) {
            store.append(List.of(Group.of(aMailFrom(times.get(n), "time-" + n))));
            assertThat(tail.awaitBeyond(position, Duration.ofSeconds(10))).isEqualTo(position + 1);
            followed.addAll(log.after(position, 10).stream().map(StoredEvent::occurredAt).toList());
            position++;
        }

        // Then
        assertThat(followed).isEqualTo(times);
    }

    @Test
    void a_tail_gives_up_after_the_time_it_was_given() throws InterruptedException {
        assertThat(tail.awaitBeyond(before, Duration.ofMillis(20))).isLessThanOrEqualTo(before);
    }

    @Test
    void a_tail_finds_events_that_nobody_announced_and_believes_no_announcement() throws Exception {
        // Given
        Sql.run(database.asQuery(), "NOTIFY hub_log, '999999'");
        assertThat(tail.awaitBeyond(before, Duration.ofMillis(50))).isLessThanOrEqualTo(before);

        // When
        Sql.run(database.asSuperuser(), "INSERT INTO store.event SELECT " + (before + 1)
                + ", gen_random_uuid(), 0, min(id), now(), clock_timestamp(), '{}', '{}' FROM store.event_type");

        // Then
        assertThat(tail.awaitBeyond(before, Duration.ofSeconds(10))).isEqualTo(before + 1);
    }

    @Test
    void a_tail_goes_on_after_the_server_dropped_it() throws Exception {
        // Given
        store.append(List.of(aClient(ClientId.next(NOON), "Anna")));
        assertThat(tail.awaitBeyond(before, Duration.ofSeconds(10))).isEqualTo(before + 1);
        Sql.run(database.asSuperuser(), """
                SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                WHERE usename = 'hub_query' AND datname = current_database()""");

        // When
        store.append(List.of(aClient(ClientId.next(NOON), "Boris")));

        // Then
        assertThat(tail.awaitBeyond(before + 1, Duration.ofSeconds(10))).isEqualTo(before + 2);
        await().untilAsserted(() -> assertThat(log.head()).isEqualTo(before + 2));
    }

    @Test
    void a_closed_tail_tells_those_who_wait_to_stop() {
        // Given
        CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return tail.awaitBeyond(before, Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        // When
        tail.close();

        // Then
        assertThatThrownBy(waiting::get).isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(InterruptedException.class);
    }
}
