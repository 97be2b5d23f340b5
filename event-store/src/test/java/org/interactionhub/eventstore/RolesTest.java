package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.interactionhub.events.ClientId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesTest {

    private static TestDatabase database;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.create();
        try (EventStore store = new EventStore(database.asCommand())) {
            store.append(List.of(Facts.aClient(ClientId.next(Facts.NOON), "Anna"), Group.of(Facts.aMail("m", "Pump"))));
        }
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO store.event SELECT 99, stream, 9, type, now(), now(), '', '' FROM store.event",
            "UPDATE store.event SET version = 9", "DELETE FROM store.original",
            "UPDATE store.kafka_offset SET next_offset = 0", "SELECT FROM store.append_gate FOR UPDATE",
            "SELECT pg_advisory_lock(42)", "SELECT pg_try_advisory_lock(42)",
            "SELECT pg_advisory_xact_lock_shared(1, 2)",
            "CREATE TABLE store.mine (x int)", "CREATE TABLE public.mine (x int)", "CREATE TEMP TABLE mine (x int)",
            "SELECT FROM intake.anything"})
    void the_query_side_may_not(String sql) {
        refused(database.asQuery(), sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT count(*) FROM store.event", "SELECT count(*) FROM store.original",
            "SELECT count(*) FROM store.original_0", "SELECT count(*) FROM store.kafka_offset",
            "SELECT public.unaccent('\u0451lka'), public.similarity('pump', 'pomp')", "LISTEN hub_log"})
    void the_query_side_may(String sql) {
        assertThatCode(() -> Sql.run(database.asQuery(), sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE store.event SET version = 9", "DELETE FROM store.event", "TRUNCATE store.event",
            "DELETE FROM store.event_type", "CREATE TABLE public.mine (x int)", "CREATE SCHEMA mine"})
    void the_command_side_may_not(String sql) {
        refused(database.asCommand(), sql);
    }

    @Test
    void the_command_side_reads_of_history_what_the_query_side_grants_it_and_nothing_else() throws SQLException {
        // Given
        Sql.run(database.asQuery(), "CREATE SCHEMA history_next");
        Sql.run(database.asQuery(), "CREATE VIEW history_next.account_shown AS SELECT 5 AS shown");
        Sql.run(database.asQuery(), "CREATE TABLE history_next.client (name text)");
        Sql.run(database.asQuery(), "GRANT USAGE ON SCHEMA history_next TO hub_command");
        Sql.run(database.asQuery(), "GRANT SELECT ON history_next.account_shown TO hub_command");

        // When
        Sql.run(database.asQuery(), "ALTER SCHEMA history_next RENAME TO history");

        // Then
        assertThat(Sql.number(database.asCommand(), "SELECT shown FROM history.account_shown")).isEqualTo(5);
        refused(database.asCommand(), "DROP VIEW history.account_shown");
        refused(database.asCommand(), "SELECT FROM history.client");
    }

    @Test
    void the_roles_may_be_set_up_again() throws Exception {
        try (var sql = EventStoreSchema.class.getResourceAsStream("roles.sql")) {
            assertThat(sql).isNotNull();
            String roles = new String(sql.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThatCode(() -> Sql.run(database.asSuperuser(), roles)).doesNotThrowAnyException();
        }
        assertThatCode(() -> EventStoreSchema.migrate(database.asCommand())).doesNotThrowAnyException();
    }

    private static void refused(DataSource database, String sql) {
        assertThatThrownBy(() -> Sql.run(database, sql)).isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("42501");
    }
}
