package org.interactionhub.benchmarks.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What all sources came to. */
record ConformanceReport(List<Result> results) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    boolean isRight() {
        return results.stream().allMatch(result -> result.wrong().isEmpty());
    }

    /** {@code [{"name", "value", "runs"}]}: the value is the part of the runs that are 1. */
    void writeTo(Path file) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(results.stream()
                .flatMap(result -> result.fields().entrySet().stream()
                        .map(field -> Map.of("name", result.source().name() + "/" + field.getKey(), "value",
                                ratio(field.getValue()), "runs", field.getValue())))
                .toList()));
    }

    /** The table in Markdown, then what was refused, then what is wrong. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(
                List.of("| source | field | agrees | of | | others |", "|---|---|--:|--:|--:|---|"));
        results.forEach(result -> lines.addAll(rows(result)));
        lines.add("");
        lines.add("Refused with a reason: " + refusals() + ".");
        lines.add("");
        lines.add(isRight() ? "No input threw, took a second of CPU or 64 MiB of memory." : "Wrong:");
        results.forEach(result -> result.wrong()
                .forEach((sample, what) -> lines.add("* " + result.source().name() + ", " + sample + ": " + what)));
        return lines;
    }

    /** Every field that disagrees, with what was expected and what was found. */
    List<String> misses() {
        return results.stream().flatMap(result -> result.misses().stream()).toList();
    }

    private static Stream<String> row(Result result, String field, List<Integer> marks, String name) {
        return Stream.of(String.format(Locale.ROOT, "| %s | %s | %d | %d | %.1f %% | %s |", name, field, right(marks),
                marks.size(), 100 * ratio(marks), result.source().others().getOrDefault(field, "")));
    }

    private static List<String> rows(Result result) {
        List<String> rows = new ArrayList<>();
        result.fields().forEach((field, marks) -> row(result, field, marks,
                rows.isEmpty() ? "**" + result.source().name() + "**" : "").forEach(rows::add));
        return rows;
    }

    private String refusals() {
        Map<String, Integer> refused = results.stream().flatMap(result -> result.refused().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
        return refused.isEmpty()
                ? "none"
                : refused.entrySet().stream().map(code -> code.getKey() + " " + code.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static int right(List<Integer> marks) {
        return marks.stream().mapToInt(Integer::intValue).sum();
    }

    private static double ratio(List<Integer> marks) {
        return marks.isEmpty() ? 0 : (double) right(marks) / marks.size();
    }
}
