package org.interactionhub.queries.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.replay.Replayable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a SELECT in the hands of somebody who means harm can do: nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HarmlessTest {

    private static final String SLOW = "SELECT max(x * y)::text AS a FROM generate_series(1, 1000000) x,"
            + " generate_series(1, 1000000) y";

    @TempDir
    private static Path directory;
    @SuppressWarnings("NullAway.Init")
    private static Shelf shelf;

    @BeforeAll
    static void open() {
        shelf = new Shelf(directory);
        shelf.company().mailFrom(Company.mail("anna@acme.example"), Company.MONDAY, "Котельная", "Сколько?");
        shelf.readable().caughtUp();
    }

    @AfterAll
    static void close() {
        shelf.close();
    }

    @AfterEach
    void empty() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT pg_sleep(60)::text AS a", "SELECT pg_notify('hub', 'x')::text AS a",
            "SELECT set_config('statement_timeout', '0', false) AS a", "SELECT nextval('intake.s')::text AS a",
            "SELECT pg_advisory_lock(42)::text AS a", "SELECT pg_logical_emit_message(false, 'a', 'b')::text AS a",
            "SELECT txid_current()::text AS a", "SELECT lo_create(0)::text AS a",
            "SELECT pg_terminate_backend(pid)::text AS a FROM pg_stat_activity", "SELECT random()::text AS a",
            "SELECT now()::text AS a", "SELECT current_date::text AS a",
            "SELECT query_to_xml('SELECT 1', true, true, '')::text AS a",
            "SELECT setting AS a FROM pg_settings", "SELECT payload::text AS a FROM store.event",
            "SELECT name AS a FROM history.client", "SELECT 'a; b' AS a; SELECT 1", "SELECT name AS a FROM views.built",
            "SELECT text AS a FROM interaction_fact",
            "SELECT i.channel AS a FROM (SELECT channel FROM interaction) i FOR UPDATE",
            "SELECT channel AS a INTO views.x FROM interaction",
            "DELETE FROM interaction RETURNING channel AS a",
            "WITH gone AS (DELETE FROM history.client RETURNING name) SELECT name AS a FROM gone",
            "SELECT 'x' AS a; DROP TABLE history.client",
            "SELECT 'x' AS a) v; DROP TABLE history.client; SELECT * FROM (SELECT 'x' AS a",
            "SELECT 'x' AS a) v) TO PROGRAM 'touch x'; --",
            "SELECT 'x' AS a) v UNION SELECT name FROM (SELECT name FROM history.client",
            "DO $$ BEGIN END $$", "NOTIFY hub", "LISTEN hub", "COPY history.client TO STDOUT", "VACUUM",
            "SELECT unaccent('x') AS a", "SELECT pg_read_file('/etc/passwd') AS a"})
    void a_SELECT_can_neither_act_nor_read_what_is_not_its(String sql) {
        Views views = shelf.with("evil", sql).views();
        String before = shelf.readable().dump();

        assertThatThrownBy(() -> shelf.build(views, "evil")).isInstanceOf(ViewRefused.class);

        assertThat(views.find("evil").orElseThrow().trouble()).isNotBlank();
        assertThat(shelf.readable().dump()).isEqualTo(before);
        assertThat(shelf.sql().sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'views'").query(Long.class)
                .single()).isEqualTo(1);
    }

    @Test
    void a_slow_one_is_ended_by_its_time_limit() {
        BuildTable hasty = new BuildTable(shelf.readable().database(), Shelf.MOSCOW, Duration.ofMillis(300));
        ViewDefinition slow = slow();

        assertThatThrownBy(() -> hasty.build(slow, "x", Map.of("a", "text"), Instant.EPOCH, new ViewBuild(slow,
                new Workshop(shelf.readable().database(), Shelf.MOSCOW, Clock.systemUTC(), shelf.readable().meters()),
                Clock.systemUTC(),
                new ReentrantLock()))).hasMessageContaining("was stopped");
    }

    @Test
    void a_cancelled_one_really_stops() {
        Views views = shelf.with("slow", SLOW).views();
        Replayable build = views.projections().getFirst().replays().get();
        CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(() -> {
            try {
                return build.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        await().until(() -> "reading".equals(build.phase()) && running() == 1);

        build.cancel();

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(done).isCompletedWithValue(false));
        assertThat(running()).isZero();
        assertThat(views.find("slow").orElseThrow().building()).isNull();
    }

    @Test
    void more_rows_than_a_view_holds_are_refused() {
        Views views = shelf.with("large", "SELECT x::text AS a FROM generate_series(1, 100001) x").views();

        assertThatThrownBy(() -> shelf.build(views, "large")).hasMessageContaining("more than 100000 rows");
    }

    @Test
    void two_rows_of_one_key_are_refused() {
        Views views = shelf.with("twice", "SELECT 'x' AS a FROM generate_series(1, 2)").views();

        assertThatThrownBy(() -> shelf.build(views, "twice")).hasMessageContaining("Two rows have the same key (a)");
    }

    private ViewDefinition slow() {
        return ((ViewFile.Sound) new ViewFiles(shelf.with("slow", SLOW).directory()).all().getFirst()).view();
    }

    private long running() {
        return shelf.sql().sql("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active' AND query LIKE 'COPY (%'""")
                .query(Long.class).single();
    }
}
