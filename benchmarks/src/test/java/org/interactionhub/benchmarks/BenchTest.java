package org.interactionhub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.interactionhub.benchmarks.frame.Effort;
import org.interactionhub.benchmarks.frame.Environment;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Report;
import org.interactionhub.benchmarks.frame.Row;
import org.interactionhub.benchmarks.frame.Table;
import org.interactionhub.benchmarks.store.AppendCase;
import org.interactionhub.benchmarks.store.CommandCase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchTest {

    private static final Effort BLINK = new Effort(true, 1, Duration.ofMillis(300), 1_500);

    @Test
    void a_blink_of_the_store_beside_floor_and_peer_is_right_and_told() throws Exception {
        List<Row> rows = new ArrayList<>();
        Report report;
        try (Ground ground = Ground.prepare(BLINK, new PrintWriter(new StringWriter()))) {
            rows.addAll(new AppendCase().measure(Set.of("append-floor", "append-axon-tuned"), ground));
            rows.addAll(new CommandCase().measure(Set.of("command"), ground));
            report = new Report(Environment.of(ground), rows);
        }

        assertThat(report.isRight()).as("%s", rows).isTrue();
        assertThat(rows).allSatisfy(row -> assertThat(row.figures()).allSatisfy(
                figure -> assertThat(figure.value()).isPositive().isFinite()));
        assertThat(String.join("\n", new Table(report).lines())).contains("**append-floor**", "**command**",
                "| fsync | on |", "| synchronous_commit | on |", "| full_page_writes | on |");
    }
}
