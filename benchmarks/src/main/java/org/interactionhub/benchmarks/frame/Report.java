package org.interactionhub.benchmarks.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What one run found. */
public record Report(Environment environment, List<Row> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether no check found anything wrong. */
    public boolean isRight() {
        return rows.stream().allMatch(row -> row.wrong().isEmpty());
    }

    /** {@code {"environment": {...}, "rows": [{"name", "value", "target", "stretch", "met", "unit", ..., "legs"}]}} */
    public void writeTo(Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("environment", environment.facts());
        report.put("rows", rows.stream().map(Report::json).toList());
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", row.name());
        if (!row.figures().isEmpty()) {
            json.putAll(json(row.figures().getFirst()));
            json.put("name", row.name());
        }
        json.put("met", row.isMet());
        json.put("figures", row.figures().stream().map(Report::json).toList());
        json.put("wrong", row.wrong());
        json.put("remarks", row.remarks());
        json.put("legs", row.legs());
        return json;
    }

    private static Map<String, Object> json(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", figure.name());
        json.put("value", figure.value());
        json.put("unit", figure.unit());
        Goal goal = figure.goal();
        if (goal != null) {
            json.put("target", goal.target());
            putIfAsked(json, "stretch", goal.stretch());
            json.put("sense", goal.sense().sign());
            json.put("met", figure.isMet());
        }
        return json;
    }

    private static void putIfAsked(Map<String, Object> json, String name, @Nullable Double value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
