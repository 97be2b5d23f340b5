package org.interactionhub.benchmarks.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.benchmarks.frame.Series;
import tools.jackson.databind.json.JsonMapper;

/** The figures, in milliseconds, and of what they were taken. */
public record RegistryReport(String size, List<Asked> asked) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As Markdown, with a sentence on the size above. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(size, "",
                "| question | p50 | p95 | p99 | p99 while contacts come in | p99 may be | |",
                "|---|--:|--:|--:|--:|--:|---|"));
        for (Asked one : asked) {
            Double goal = one.goal();
            double worst = Math.max(one.quiet().percentile(99), one.busy().percentile(99));
            lines.add(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f | %s | %s |", one.name(),
                    one.quiet().percentile(50), one.quiet().percentile(95), one.quiet().percentile(99),
                    one.busy().percentile(99), goal == null ? "" : String.format(Locale.ROOT, "%.0f", goal),
                    goal == null ? "" : worst <= goal ? "met" : "**missed**"));
        }
        return lines;
    }

    /** {@code [{"name", "value", "runs"}]}: the value is the 99th percentile. */
    public void writeTo(Path file) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(asked.stream().flatMap(one -> Stream.of(one.quiet(), one.busy()))
                .map(RegistryReport::json).toList()));
    }

    private static Map<String, Object> json(Series series) {
        return Map.of("name", series.name(), "value", series.percentile(99), "runs", series.millis());
    }
}
