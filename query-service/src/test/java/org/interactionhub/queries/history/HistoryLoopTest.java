package org.interactionhub.queries.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.interactionhub.queries.Company;
import org.interactionhub.door.Outage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryLoopTest {

    private final AtomicInteger stale = new AtomicInteger();
    private Company company;
    private Readable readable;
    private SmartLifecycle loop;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        loop = readable.history().loop(stale::incrementAndGet);
    }

    @AfterEach
    void close() {
        loop.stop();
        readable.close();
        company.close();
    }

    @Test
    void follows_the_log_and_counts_what_it_takes_in() throws InterruptedException {
        company.client("Анна", mail("anna@acme.example"));
        loop.start();

        company.mailFrom(mail("anna@acme.example"), MONDAY, "Котельная", "");

        assertThat(readable.history().progress().await(company.store().log().head(), Duration.ofSeconds(5))).isTrue();
        await().untilAsserted(
                () -> assertThat(readable.meters().get("hub.projection.events").tag("projection", "timeline").counter()
                        .count()).isEqualTo(3));
        assertThat(readable.history().trouble()).isNull();
        assertThat(stale).hasValue(0);
    }

    @Test
    void who_waits_for_the_history_can_ask_it() throws InterruptedException {
        JdbcClient asker = JdbcClient.create(readable.database());
        asker.sql("DROP SCHEMA history CASCADE").update();
        loop.start();

        boolean open = readable.history().awaitOpen(Duration.ofSeconds(5));

        assertThat(open).isTrue();
        assertThat(asker.sql("SELECT count(*) FROM interaction_fact").query(Long.class).single()).isZero();
    }

    @Test
    void an_event_that_cannot_be_written_stops_the_history_and_is_named() {
        company.client("Анна", mail("anna@acme.example"));
        long poison = company.store().log().head() + 1;
        company.mailFrom(mail("anna@acme.example"), MONDAY, "Котельная", "");
        company.mailFrom(mail("anna@acme.example"), MONDAY, "Насос", "");
        JdbcClient.create(readable.database()).sql("""
                ALTER TABLE history.interaction_fact ADD CONSTRAINT defect CHECK (subject <> 'Котельная')""").update();
        loop.start();

        await().untilAsserted(() -> assertThat(readable.history().trouble())
                .startsWith("The event at position " + poison + " cannot be written into the history"));
        assertThat(readable.history().progress().position()).isEqualTo(poison - 1);
        assertThat(new HistoryHealth(readable.history(), readable.log(), new Outage(Clock.systemUTC())).health()
                .getStatus()).isEqualTo(Status.DOWN);

        JdbcClient.create(readable.database())
                .sql("ALTER TABLE history.interaction_fact DROP CONSTRAINT defect").update();
        await().untilAsserted(() -> assertThat(readable.history().progress().position()).isEqualTo(poison + 1));
    }

    @Test
    void two_loops_on_one_history_do_no_harm() {
        Readable elsewhere = new Readable(company.database());
        SmartLifecycle other = elsewhere.history().loop(() -> {});
        loop.start();
        other.start();
        company.client("Анна", mail("anna@acme.example"));
        for (int i = 0; i < 50; i++) {
            company.mailFrom(mail("anna@acme.example"), MONDAY.plusSeconds(i), "Котельная", "");
        }

        await().untilAsserted(
                () -> assertThat(readable.history().progress().position()).isEqualTo(company.store().log().head()));
        other.stop();
        elsewhere.close();
        loop.stop();

        String live = readable.dump();
        readable.forget();
        assertThat(readable.caughtUp().dump()).isEqualTo(live);
    }

    @Test
    void a_history_built_by_another_version_is_found_out_and_replaced() throws InterruptedException {
        company.client("Анна", mail("anna@acme.example"));
        readable.caughtUp();
        JdbcClient.create(readable.database()).sql("UPDATE history.progress SET built_by = 'an older hub'").update();
        loop.start();

        await().untilAsserted(() -> assertThat(stale).hasValue(1));
        assertThat(readable.history().rebuild().run()).isTrue();

        loop.stop();
        loop.start();
        company.mailFrom(mail("anna@acme.example"), MONDAY, "Котельная", "");
        await().untilAsserted(
                () -> assertThat(readable.history().progress().position()).isEqualTo(company.store().log().head()));
        assertThat(stale).hasValue(1);
    }

    @Test
    void a_rebuild_that_was_cut_off_is_due_when_the_hub_is_up_again() throws InterruptedException {
        company.client("Анна", mail("anna@acme.example"));
        String shown = readable.caughtUp().dump();
        NextTable killed = new NextTable(readable.database(), UUID.randomUUID());
        killed.create();
        killed.stage(0, Projected.of(readable.log().after(0, 1)));

        loop.start();

        await().untilAsserted(() -> assertThat(stale).hasValue(1));
        Rebuild due = readable.history().rebuild();
        assertThat(due.run()).isTrue();
        assertThat(due.resumedFrom()).isEqualTo(1);
        assertThat(readable.dump()).isEqualTo(shown);
    }

    @Test
    void a_cancelled_rebuild_leaves_what_is_shown() throws InterruptedException {
        company.client("Анна", mail("anna@acme.example"));
        String shown = readable.caughtUp().dump();
        Rebuild rebuild = readable.history().rebuild();
        rebuild.cancel();

        boolean done = rebuild.run();

        assertThat(done).isFalse();
        assertThat(readable.dump()).isEqualTo(shown);
    }
}
