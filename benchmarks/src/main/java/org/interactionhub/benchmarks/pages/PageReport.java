package org.interactionhub.benchmarks.pages;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interactionhub.benchmarks.frame.Series;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a benchmark, in milliseconds. */
public record PageReport(List<Series> series) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public void print(PrintWriter out) {
        out.printf("%n%-28s %8s %8s %8s  (ms)%n", "page", "p50", "p95", "p99");
        series.forEach(
                one -> out.printf("%-28s %8.1f %8.1f %8.1f%n", one.name(), one.percentile(50), one.percentile(95),
                        one.percentile(99)));
    }

    /** {@code [{"name", "value", "runs"}]}: the value is the 95th percentile. */
    public void writeTo(Path file) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(series.stream()
                .map(one -> Map.of("name", one.name(), "value", one.percentile(95), "runs", one.millis())).toList()));
    }
}
