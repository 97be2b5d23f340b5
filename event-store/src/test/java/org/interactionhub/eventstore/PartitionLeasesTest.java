package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartitionLeasesTest {

    private static TestDatabase database;

    private final Machine one = new Machine();
    private final Machine other = new Machine();
    private PartitionLeases first;
    private PartitionLeases second;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void join(TestInfo test) {
        first = new PartitionLeases(one, test.getDisplayName(), 8);
        second = new PartitionLeases(other, test.getDisplayName(), 8);
    }

    @AfterEach
    void leave() {
        first.close();
        second.close();
    }

    @Test
    void who_is_alone_holds_all() {
        assertThat(first.renew()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void two_share_evenly_and_never_hold_the_same() {
        // Given
        first.renew();

        // When
        bothRenew();

        // Then
        assertThat(first.held()).doesNotContainAnyElementsOf(second.held());
    }

    @Test
    void the_leases_of_one_who_dies_move_within_two_seconds() throws SQLException {
        // Given
        bothRenew();

        // When
        other.dies();

        // Then
        await().atMost(Duration.ofSeconds(2)).pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(first.renew()).hasSize(8));
        assertThat(second.renew()).isEmpty();
    }

    @Test
    void who_lost_the_database_holds_nothing_and_comes_back() throws SQLException {
        // Given
        first.renew();
        one.dies();

        // When
        Set<Integer> lost = first.renew();

        // Then
        assertThat(lost).isEmpty();
        await().untilAsserted(() -> assertThat(first.renew()).hasSize(8));
    }

    @Test
    void leaving_gives_everything_to_the_others() {
        // Given
        bothRenew();

        // When
        first.close();

        // Then
        await().untilAsserted(() -> assertThat(second.renew()).hasSize(8));
        assertThat(first.held()).isEmpty();
    }

    private void bothRenew() {
        await().untilAsserted(() -> {
            first.renew();
            second.renew();
            assertThat(first.held()).hasSize(4);
            assertThat(second.held()).hasSize(4);
        });
    }

    /** A machine with its own way to the database, which can be cut. */
    private static final class Machine extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient Deque<Connection> connections = new ConcurrentLinkedDeque<>();

        Machine() {
            setUrl(database.jdbcUrl());
            setUser("hub_command");
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connections.add(connection);
            return connection;
        }

        /** The socket closes, and no word is said. */
        void dies() throws SQLException {
            connections.getLast().abort(Runnable::run);
        }
    }
}
