package org.interactionhub.queries.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.history.Rebuild.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildTest {

    private static final int PORTION = 7;

    private final ContactPoint anna = mail("anna@acme.example");
    private Company company;
    private Readable readable;
    private JdbcClient superuser;
    private String shown;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        superuser = JdbcClient.create(company.database().asSuperuser());
        company.client("Анна", anna);
        write(40);
        shown = readable.caughtUp().dump();
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "READING     | LOCK TABLE history_next.interaction_fact IN SHARE MODE",
            "FOLDING     | LOCK TABLE history_next.interaction IN SHARE MODE",
            "INDEXING    | LOCK TABLE history_next.decision IN ROW EXCLUSIVE MODE",
            "CATCHING_UP | SELECT FROM history_next.progress FOR UPDATE",
            "SWAPPING    | SELECT FROM history.progress FOR UPDATE"})
    void a_rebuild_can_be_cancelled_whatever_it_is_at(Phase phase, String hold) throws Exception {
        Rebuild rebuild = readable.rebuild(PORTION);
        try (Held held = new Held(rebuild, hold)) {
            held.awaitWaiting(phase);

            rebuild.cancel();

            await().untilAsserted(() -> assertThat(held.waiting()).isZero());
            held.letGo();
            assertThat(held.done()).isFalse();
        }
        assertThat(readable.dump()).isEqualTo(shown);
        assertThat(schemas()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "FOLDING     | LOCK TABLE history_next.interaction IN SHARE MODE",
            "SWAPPING    | SELECT FROM history.progress FOR UPDATE"})
    void a_rebuild_whose_connection_is_cut_leaves_what_is_shown_and_the_next_one_goes_on_with_it(Phase phase,
            String hold) throws Exception {
        Rebuild cut = readable.rebuild(PORTION);
        try (Held held = new Held(cut, hold)) {
            held.awaitWaiting(phase);

            superuser.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + Held.WAITING)
                    .query(Boolean.class).list();

            held.letGo();
            assertThatThrownBy(held::done).isInstanceOf(ExecutionException.class);
        }
        assertThat(readable.dump()).isEqualTo(shown);
        nextGoesOnBehind(readable.log().head());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "INDEXING    | LOCK TABLE history_next.decision IN ROW EXCLUSIVE MODE",
            "CATCHING_UP | SELECT FROM history_next.progress FOR UPDATE"})
    void a_rebuild_left_by_a_hub_that_stops_is_gone_on_with(Phase phase, String hold) throws Exception {
        Rebuild left = readable.rebuild(PORTION);
        try (Held held = new Held(left, hold)) {
            held.awaitWaiting(phase);

            left.leave();

            assertThatThrownBy(held::done).hasRootCauseInstanceOf(InterruptedException.class);
        }
        write(20);
        shown = readable.caughtUp().dump();
        nextGoesOnBehind(left.position());
    }

    @Test
    void portions_read_before_a_kill_are_not_read_again_in_whatever_order_they_came() throws Exception {
        NextTable killed = new NextTable(readable.database(), UUID.randomUUID());
        killed.create();
        killed.stage(12, Projected.of(readable.log().after(12, 9)));
        killed.stage(0, Projected.of(readable.log().after(0, 5)));

        nextGoesOnBehind(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE history_stage.rebuild SET made_for = 'what another version makes'",
            "UPDATE history_stage.portion SET recorded_at = recorded_at - interval '1 second'",
            "TRUNCATE history_stage.rebuild, history_stage.portion, history_stage.step, history_stage.contact"})
    void what_another_version_made_or_of_another_log_or_lost_its_staging_is_made_anew(String difference)
            throws Exception {
        NextTable left = new NextTable(readable.database(), UUID.randomUUID());
        left.create();
        left.stage(0, Projected.of(readable.log().after(0, 5)));
        superuser.sql(difference).update();
        Rebuild anew = readable.rebuild(PORTION);

        boolean done = anew.run();

        assertThat(done).isTrue();
        assertThat(anew.resumedFrom()).isNull();
        assertThat(readable.dump()).isEqualTo(shown);
    }

    @Test
    void a_rebuild_that_another_one_goes_on_with_can_do_nothing_more() throws Exception {
        Rebuild other = readable.rebuild(PORTION);
        try (Held held = new Held(readable.rebuild(PORTION), "LOCK TABLE history_next.interaction IN SHARE MODE")) {
            held.awaitFolding();
            CompletableFuture<Boolean> taken = CompletableFuture.supplyAsync(() -> Held.outcome(other::run),
                    task -> Thread.ofVirtual().start(task));
            await().untilAsserted(() -> assertThat(superuser.sql("SELECT count(*) FROM pg_stat_activity "
                    + "WHERE query LIKE 'UPDATE history_stage.rebuild%' AND wait_event_type = 'Lock'")
                    .query(Long.class).single()).isOne());

            held.letGo();

            assertThatThrownBy(held::done).hasRootCauseMessage(
                    "Somebody else goes on with this rebuild, or PostgreSQL lost its staging.");
            assertThat(taken.get()).isTrue();
        }
        assertThat(readable.dump()).isEqualTo(shown);
        assertThat(schemas()).isEqualTo(1);
    }

    @Test
    void a_killed_process_is_gone_on_with_by_another() throws Exception {
        Process process = RebuildProcess.start(company.database().jdbcUrl());
        try (Held held = new Held(() -> process.waitFor() == 0,
                "LOCK TABLE history_next.interaction IN SHARE MODE")) {
            held.awaitFolding();

            process.destroyForcibly().waitFor();

            held.letGo();
            assertThat(held.done()).isFalse();
        }
        nextGoesOnBehind(readable.log().head());
    }

    @Test
    void a_crash_of_the_database_makes_the_next_one_begin_anew() throws Exception {
        try (Held held = new Held(readable.rebuild(PORTION), "LOCK TABLE history_next.interaction IN SHARE MODE")) {
            held.awaitFolding();

            ProcessHandle.of(superuser.sql("SELECT pg_backend_pid()").query(Long.class).single()).orElseThrow()
                    .destroyForcibly();

            assertThatThrownBy(held::done).isInstanceOf(ExecutionException.class);
        }
        readable.database().getHikariPoolMXBean().softEvictConnections();
        company.database().asSuperuser().getHikariPoolMXBean().softEvictConnections();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions()
                .untilAsserted(() -> assertThat(readable.dump()).isEqualTo(shown));
        assertThat(superuser.sql("SELECT count(*) FROM history_stage.part").query(Long.class).single()).isZero();
        Rebuild anew = readable.rebuild(PORTION);

        boolean done = anew.run();

        assertThat(done).isTrue();
        assertThat(anew.resumedFrom()).isNull();
        assertThat(readable.dump()).isEqualTo(shown);
    }

    @Test
    void a_rebuild_takes_in_what_is_written_meanwhile() throws Exception {
        SmartLifecycle loop = readable.history().loop(() -> {});
        loop.start();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(300));
        while (!writer.isDone()) {
            assertThat(readable.rebuild(PORTION).run()).isTrue();
        }
        writer.join();

        await().untilAsserted(() -> assertThat(readable.history().progress().position())
                .isEqualTo(company.store().log().head()));
        loop.stop();
        String live = readable.dump();
        readable.forget();
        assertThat(live).isEqualTo(readable.caughtUp().dump());
    }

    @Test
    void a_rebuild_tells_how_far_it_is() throws Exception {
        Rebuild rebuild = readable.rebuild(PORTION);
        long head = readable.log().head();
        try (Held held = new Held(rebuild, "LOCK TABLE history_next.interaction IN SHARE MODE")) {
            held.awaitWaiting(Phase.FOLDING);

            assertThat(rebuild.position()).isEqualTo(head);
            assertThat(rebuild.eventsPerSecond()).isPositive();
            assertThat(rebuild.share(head)).isBetween(0.5, 0.8);
            held.letGo();
            assertThat(held.done()).isTrue();
        }
        assertThat(rebuild.phase()).isEqualTo(Phase.DONE);
        assertThat(rebuild.position()).isEqualTo(head);
        assertThat(rebuild.share(head)).isEqualTo(1);
    }

    @Test
    void a_log_without_events_gives_tables_without_rows() throws Exception {
        try (Company silent = new Company(); Readable nothing = new Readable(silent.database())) {
            String empty = nothing.dump();

            boolean done = nothing.rebuild(PORTION).run();

            assertThat(done).isTrue();
            assertThat(nothing.dump()).isEqualTo(empty);
            assertThat(JdbcClient.create(nothing.database()).sql("SELECT to_regnamespace('history_stage') IS NULL")
                    .query(Boolean.class).single()).isTrue();
        }
    }

    private void nextGoesOnBehind(long position) throws InterruptedException {
        Rebuild next = readable.rebuild(PORTION);
        assertThat(next.run()).isTrue();
        assertThat(next.resumedFrom()).isEqualTo(position);
        assertThat(readable.dump()).isEqualTo(shown);
        assertThat(schemas()).isEqualTo(1);
    }

    private void write(int letters) {
        long head = company.store().log().head();
        IntStream.range(0, letters).forEach(
                i -> company.mailFrom(anna, MONDAY.plusSeconds(head + i), "Котельная " + i, "письмо"));
    }

    private long schemas() {
        return superuser.sql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'history%'").query(Long.class)
                .single();
    }

    /** A rebuild that comes to wait for a lock of somebody else. */
    private final class Held implements AutoCloseable {

        /** Clearing away waits for the lock too, as it may. */
        static final String WAITING = """
                datname = current_database() AND usename = 'hub_query' AND wait_event_type = 'Lock'
                AND query NOT LIKE 'DROP SCHEMA%'""";

        private final Connection holder;
        private final CompletableFuture<Boolean> running;
        private @Nullable Rebuild rebuild;

        /** @param hold what takes the lock, once the tables are there and before anything is read */
        Held(Rebuild rebuild, String hold) throws SQLException {
            this(rebuild::run, hold);
            this.rebuild = rebuild;
        }

        Held(Callable<Boolean> run, String hold) throws SQLException {
            holder = company.database().asSuperuser().getConnection();
            try (Connection log = company.database().asSuperuser().getConnection();
                    Statement take = log.createStatement();
                    Statement first = holder.createStatement()) {
                log.setAutoCommit(false);
                holder.setAutoCommit(false);
                take.execute("LOCK TABLE store.event IN ACCESS EXCLUSIVE MODE");
                running = CompletableFuture.supplyAsync(() -> outcome(run));
                await().until(() -> waiting() == 1);
                first.execute(hold);
                log.rollback();
            }
        }

        static boolean outcome(Callable<Boolean> run) {
            try {
                return run.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }

        long waiting() {
            return superuser.sql("SELECT count(*) FROM pg_stat_activity WHERE " + WAITING).query(Long.class).single();
        }

        void awaitWaiting(Phase phase) {
            await().until(() -> rebuild != null && rebuild.phase() == phase && waiting() > 0);
        }

        /** Until everything is read, and something waits. */
        void awaitFolding() {
            await().ignoreExceptions().until(() -> superuser.sql("SELECT count(*) FROM history_stage.step")
                    .query(Long.class).single() > 0 && waiting() > 0);
        }

        void letGo() throws SQLException {
            holder.rollback();
        }

        boolean done() throws Exception {
            return running.get();
        }

        @Override
        public void close() {
            company.database().asSuperuser().evictConnection(holder); // whether it still lives or not
        }
    }
}
