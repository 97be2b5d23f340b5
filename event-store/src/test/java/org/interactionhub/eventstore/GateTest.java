package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aClient;
import static org.interactionhub.eventstore.Facts.aMail;
import static org.interactionhub.eventstore.Facts.registered;
import static org.interactionhub.eventstore.Facts.renamed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.interactionhub.events.ClientId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Whoever locks the gate and writes in one round trip has to see what was committed while it waited. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GateTest {

    private static TestDatabase database;

    private final ClientId anna = ClientId.next(NOON);
    private final ClientId boris = ClientId.next(NOON);
    private EventStore store;
    private EventLog log;

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
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Its statements are prepared at the server, and their plans kept, from the sixth time on. */
    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void a_command_that_waited_stands_behind_what_was_committed_meanwhile(int before) throws SQLException {
        // Given
        commandsWere(before);
        long head = log.head();

        // When
        List<Outcome> outcomes = whileAnotherRegisters(anna, List.of(aClient(boris, "Boris")));

        // Then
        assertThat(outcomes).containsExactly(new Outcome.Appended(head + 2, head + 2));
        assertThat(log.at(head + 2).orElseThrow().recordedAt())
                .isAfterOrEqualTo(log.at(head + 1).orElseThrow().recordedAt());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void a_command_on_what_was_written_meanwhile_conflicts_alone(int before) throws SQLException {
        // Given
        commandsWere(before);
        long head = log.head();

        // When
        List<Outcome> outcomes = whileAnotherRegisters(anna,
                List.of(aClient(anna, "Anya"), Group.of(registered(boris, "Boris"), renamed(boris, 1, "B."))));

        // Then
        assertThat(outcomes).containsExactly(new Outcome.Conflicted(anna.value(), 0, 1),
                new Outcome.Appended(head + 2, head + 3));
        assertThat(log.stream(anna.value())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void a_mail_that_came_meanwhile_is_a_repeat(int before) throws SQLException {
        // Given
        for (int mail = 0; mail < before; mail++) {
            store.append(List.of(Group.of(aMail("mail-" + boris + mail, "Pump"))));
        }
        Group mail = Group.of(aMail("mail-" + anna, "Pump 12"));
        long head = log.head();

        // When
        List<Outcome> outcomes = whileAnotherBegins(mail, List.of(mail));

        // Then
        assertThat(outcomes).containsExactly(new Outcome.Repeated(head + 1, true));
    }

    @Test
    void facts_of_one_group_follow_each_other_and_are_recorded_at_one_moment() {
        // Given
        long head = log.head();

        // When
        List<Outcome> outcomes = store.append(List.of(
                Group.of(registered(anna, "Anna"), renamed(anna, 1, "A."), registered(boris, "Boris")), Group.of(),
                Group.of(renamed(anna, 2, "Anya"))));

        // Then
        assertThat(outcomes).containsExactly(new Outcome.Appended(head + 1, head + 3),
                new Outcome.Appended(head + 4, head + 3), new Outcome.Appended(head + 4, head + 4));
        assertThat(log.after(head, 9)).extracting(StoredEvent::recordedAt).hasSize(4).containsOnly(
                log.at(head + 1).orElseThrow().recordedAt());
    }

    @Test
    void readers_are_woken_by_what_was_written_and_by_nothing_else() throws SQLException {
        // Given
        try (Connection reader = database.asQuery().getConnection()) {
            Sql.run(reader, "LISTEN hub_log");
            PGConnection notifications = reader.unwrap(PGConnection.class);

            // When
            store.append(List.of(aClient(anna, "Anna")));
            int written = notifications.getNotifications(10_000).length;
            store.append(List.of(aClient(anna, "Anya")));
            Sql.run(reader, "SELECT 1");

            // Then
            assertThat(written).isEqualTo(1);
            assertThat(notifications.getNotifications()).isNullOrEmpty();
        }
    }

    private void commandsWere(int number) {
        IntStream.range(0, number).forEach(n -> store.append(List.of(aClient(ClientId.next(NOON), "Client " + n))));
    }

    private List<Outcome> whileAnotherRegisters(ClientId client, List<Group> groups) throws SQLException {
        return whileAnotherBegins(aClient(client, "Anna"), groups);
    }

    private List<Outcome> whileAnotherBegins(Group stream, List<Group> groups) throws SQLException {
        try (Connection other = database.asCommand().getConnection()) {
            other.setAutoCommit(false);
            Sql.run(other, "SELECT FROM store.append_gate FOR UPDATE");
            CompletableFuture<List<Outcome>> waiting = CompletableFuture.supplyAsync(() -> store.append(groups));
            await().untilAsserted(() -> assertThat(Sql.number(database.asSuperuser(), """
                    SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'
                        AND datname = current_database()""")).isEqualTo(1));
            begin(other, stream);
            other.commit();
            return waiting.join();
        }
    }

    private static void begin(Connection connection, Group stream) throws SQLException {
        Sql.run(connection, """
                INSERT INTO store.event SELECT coalesce(max(position), 0) + 1, '%s', 0,
                    (SELECT min(id) FROM store.event_type), now(), clock_timestamp(), '{}', '{}'
                FROM store.event""".formatted(stream.entries().getFirst().event().stream()));
    }
}
