package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aClient;
import static org.interactionhub.eventstore.Facts.aMail;
import static org.interactionhub.eventstore.Facts.renamed;

import java.sql.SQLException;
import java.util.List;
import org.interactionhub.events.ClientId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Sessions live long, and the log grows under them: plans that were made when it was small have to do for a large one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptPlansTest {

    private static final int LARGE = 100_000;

    private static TestDatabase database;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @Test
    void a_session_that_began_on_an_empty_log_looks_up_by_index_in_a_large_one() throws SQLException {
        try (EventStore store = new EventStore(database.asCommand())) {
            // Given
            Sql.run(database.asSuperuser(), "ALTER TABLE store.event SET (autovacuum_enabled = off)");
            ClientId anna = ClientId.next(NOON);
            store.append(List.of(aClient(anna, "Anna"), Group.of(aMail("m-1", "Pump"))));
            Sql.run(database.asSuperuser(), "ANALYZE store.event"); // from now on it counts as one page
            for (int version = 1; version < 20; version++) {
                everything(store, anna, version);
            }
            Sql.run(database.asSuperuser(), """
                    INSERT INTO store.event SELECT head + n, gen_random_uuid(), 0, 1, now(), clock_timestamp(), '', ''
                    FROM (SELECT max(position) AS head FROM store.event), generate_series(1, %d) AS n"""
                    .formatted(LARGE));
            long before = rowsRead(store);

            // When
            everything(store, anna, 20);

            // Then
            assertThat(rowsRead(store) - before).isBetween(1L, 500L);
        }
    }

    private static void everything(EventStore store, ClientId client, int version) {
        store.append(List.of(Group.of(renamed(client, version, "Anna " + version))));
        store.append(List.of(Group.of(aMail("m-" + version, "Pump")), Group.of(aMail("m-1", "Pump 12"))));
        store.append(TestBatch.deciding(present -> {
            present.streams(List.of(client.value()));
            return List.of();
        }));
        store.log().stream(client.value());
        store.log().streams(List.of(client.value()));
        store.log().originals(store.log().head());
        store.log().after(0, 10);
    }

    /** Each session tells at its own leisure what it read, unless it is asked to. */
    private static long rowsRead(EventStore store) throws SQLException {
        String tell = "SELECT pg_stat_force_next_flush()";
        store.append(TestBatch.deciding(_ -> List.of()).alongside((connection, _) -> Sql.run(connection, tell)));
        Sql.run(database.asCommand(), tell);
        return Sql.number(database.asSuperuser(), """
                SELECT sum(seq_tup_read) + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'event')
                FROM pg_stat_user_tables WHERE relname = 'event'""");
    }
}
