package org.interactionhub.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.commands.Told.mailFrom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.interactionhub.commands.TestBroker;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReportId;
import org.interactionhub.eventstore.LogUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportListenerTest {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestBroker broker = TestBroker.withTopic(PARTITIONS);
    private final IntakeBench bench = new IntakeBench();
    private final List<ReportListener> listeners = new ArrayList<>();

    @AfterEach
    void close() {
        listeners.forEach(ReportListener::close);
        bench.close();
    }

    @Test
    void every_report_is_recorded_once_though_listeners_come_and_go() {
        List<InteractionReport> reports = reports(6_000);
        broker.publish(reports, PARTITIONS);
        broker.publish(reports.subList(0, 500), PARTITIONS);

        ReportListener first = listen();
        await().atMost(PATIENCE).until(() -> bench.log().head() > 100);
        first.close();
        listen();
        listen();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.balance("email"))
                .isEqualTo("6500 = 6000 + 500 + 0 + 0"));
        assertThat(recorded()).hasSize(6_000).containsExactlyInAnyOrderElementsOf(ids(reports));
        assertThat(bench.log().head()).isEqualTo(18_000);
    }

    @Test
    void what_was_read_ahead_is_neither_lost_nor_doubled_nor_out_of_order_when_commits_fail_and_leases_move() {
        List<InteractionReport> reports = reports(8_000);
        broker.publish(reports, PARTITIONS);

        listen();
        for (int events = 300; events <= 6_300; events += 1_500) {
            long reached = events;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).ignoreException(LogUnavailable.class)
                    .until(() -> bench.log().head() > reached);
            breakConnections();
        }
        ReportListener second = listen();
        await().atMost(PATIENCE).until(() -> !partitions(second).isEmpty());
        breakConnections();
        second.close();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(bench.balance("email"))
                .isEqualTo("8000 = 8000 + 0 + 0 + 0"));
        List<ReportId> recorded = recorded();
        Map<ReportId, Integer> places = new HashMap<>();
        reports.forEach(report -> places.put(report.reportId(), places.size()));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int its = partition;
            assertThat(recorded.stream().map(places::get).filter(place -> place % PARTITIONS == its)).isSorted()
                    .hasSize(reports.size() / PARTITIONS);
        }
    }

    @Test
    void two_listeners_share_the_partitions() {
        ReportListener one = listen();
        ReportListener other = listen();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(partitions(one)).hasSize(2);
            assertThat(partitions(other)).hasSize(2).doesNotContainAnyElementsOf(partitions(one));
        });
    }

    @Test
    void garbage_does_not_hold_up_what_comes_behind() {
        listen();

        broker.publishBytes("no report at all".getBytes());
        broker.publish(reports(1), 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(recorded()).hasSize(1));
        assertThat(bench.openLetters()).singleElement()
                .satisfies(letter -> assertThat(letter.reason().code()).isEqualTo("report-not-json"));
    }

    @Test
    void a_topic_that_was_made_anew_is_refused_in_words() {
        ReportListener before = listen();
        broker.publish(reports(10), PARTITIONS);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(recorded()).hasSize(10));
        before.close();

        broker.renewTopic(PARTITIONS);
        ReportListener after = listen();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.refusals()).singleElement()
                .satisfies(refused -> assertThat(refused.sentence()).contains("was deleted and made again")));
        assertThat(after.state()).isInstanceOf(IntakeState.Refused.class);
    }

    @Test
    void a_database_that_went_away_is_waited_for() {
        listen();
        broker.publish(reports(10), PARTITIONS);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(recorded()).hasSize(10));

        breakConnections();
        broker.publish(reports(20), PARTITIONS);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(recorded()).hasSize(20));
        assertThat(bench.balance("email")).isEqualTo("30 = 20 + 10 + 0 + 0");
    }

    private void breakConnections() {
        JdbcClient.create(bench.database().asSuperuser()).sql("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'hub_command'
                and datname = current_database()
                """).query(Integer.class).single();
    }

    private ReportListener listen() {
        ReportListener listener = bench.listener(broker.address());
        listeners.add(listener);
        listener.start();
        return listener;
    }

    private static List<InteractionReport> reports(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> mailFrom("client" + number + "@acme.example").report()).toList();
    }

    private static Set<ReportId> ids(List<InteractionReport> reports) {
        Set<ReportId> ids = new HashSet<>();
        reports.forEach(report -> ids.add(report.reportId()));
        return ids;
    }

    private List<ReportId> recorded() {
        return bench.events().stream().filter(InteractionRecorded.class::isInstance)
                .map(InteractionRecorded.class::cast).map(fact -> fact.heard().reportId()).toList();
    }

    private static Set<Integer> partitions(ReportListener listener) {
        return listener.state() instanceof IntakeState.Listening listening ? listening.partitions() : Set.of();
    }
}
