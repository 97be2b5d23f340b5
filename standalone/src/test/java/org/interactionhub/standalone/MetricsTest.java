package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of metrics and the dashboard, held against what a hub that has something to do really measures. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricsTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern METRIC = Pattern.compile("\\b((?:hub|http|jvm|process|hikaricp|logback)_[a-z_]+)");
    private static final Pattern SELECTION = Pattern.compile("([a-z_]+)\\{([^}]*)}");
    private static final Pattern GROUPED = Pattern.compile("by \\(([a-z, ]+)\\) \\((.*)");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{([a-z_]+)}}");

    @SuppressWarnings("NullAway.Init")
    private static Measured measured;

    /** A line of the page. */
    private record Documented(String name, String type, Set<String> tags) {}

    @BeforeAll
    static void have_something_measured() throws Exception {
        Outside outside = SharedHub.get().outside();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(outside.timelineOf("anna@shared.example")).isNotEmpty();
            measured = new Measured(new String(outside.fetches("/actuator/prometheus"), StandardCharsets.UTF_8));
            assertThat(measured.labels("hub_intake_total")).isNotEmpty();
            assertThat(measured.has("hub_view_build_seconds_count")).isTrue();
            assertThat(measured.has("http_server_requests_seconds_count")).isTrue();
        });
    }

    @Test
    void the_page_names_everything_of_the_hub_that_is_measured_and_nothing_else() throws IOException {
        Set<String> ours = measured.types().keySet().stream().filter(name -> name.startsWith("hub_"))
                .collect(Collectors.toCollection(TreeSet::new));

        List<String> documented = page().map(Documented::name).filter(name -> name.startsWith("hub_")).toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(ours);
    }

    @Test
    void every_metric_of_the_page_has_the_type_and_the_tags_that_it_says() throws IOException {
        assertThat(page()).allSatisfy(metric -> {
            assertThat(measured.types().get(metric.name())).as(metric.name())
                    .isEqualTo(metric.type().equals("timer") ? "summary" : metric.type());
            assertThat(measured.labels(sample(metric))).as(metric.name()).isEqualTo(metric.tags());
        });
    }

    @Test
    void no_tag_tells_of_a_person_or_an_account() throws Exception {
        String text = new String(SharedHub.get().outside().fetches("/actuator/prometheus"), StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("anna", "romashka", "89031000001", "+7903", "website");
    }

    @Test
    void every_query_of_the_dashboard_asks_for_what_is_measured() throws IOException {
        List<JsonNode> queries = queries();

        assertThat(queries).hasSizeGreaterThan(40).allSatisfy(query -> {
            String expression = query.path("expr").asString();
            assertThat(METRIC.matcher(expression).results().map(found -> found.group(1))).as(expression).isNotEmpty()
                    .allSatisfy(metric -> assertThat(measured.has(metric)).as(metric).isTrue());
            labelsAskedFor(expression, query.path("legendFormat").asString()).forEach((metric, labels) -> assertThat(
                    known(metric)).as(metric + " in " + expression).containsAll(labels));
        });
    }

    @Test
    void every_metric_of_the_hub_is_on_the_dashboard() throws IOException {
        String all = queries().stream().map(query -> query.path("expr").asString()).collect(Collectors.joining(" "));

        assertThat(page().map(Documented::name)).allSatisfy(name -> assertThat(all).contains(name));
    }

    /** Prometheus itself adds the labels of its target. */
    private static Set<String> known(String metric) {
        Set<String> labels = new TreeSet<>(measured.labels(metric));
        labels.addAll(Set.of("instance", "job"));
        return labels;
    }

    private static Map<String, Set<String>> labelsAskedFor(String expression, String legend) {
        Set<String> grouped = new TreeSet<>();
        Matcher group = GROUPED.matcher(expression);
        if (group.find()) {
            grouped.addAll(List.of(group.group(1).split(", ?")));
        }
        SHOWN.matcher(legend).results().map(found -> found.group(1)).forEach(grouped::add);
        Map<String, Set<String>> asked = METRIC.matcher(expression).results().map(found -> found.group(1)).distinct()
                .collect(Collectors.toMap(Function.identity(), _ -> new TreeSet<>(grouped)));
        SELECTION.matcher(expression).results()
                .forEach(selection -> asked.computeIfPresent(selection.group(1), (_, labels) -> {
                    Stream.of(selection.group(2).split(",")).map(condition -> condition.split("[=!~]")[0].strip())
                            .forEach(labels::add);
                    return labels;
                }));
        return asked;
    }

    private static List<JsonNode> queries() throws IOException {
        JsonNode dashboard = JsonMapper.builder().build()
                .readTree(Files.readString(PROJECT.resolve("deploy/grafana/dashboards/hub.json")));
        return dashboard.path("panels").valueStream().flatMap(panel -> panel.path("targets").valueStream()).toList();
    }

    private static String sample(Documented metric) {
        return switch (metric.type()) {
            case "timer", "summary" -> metric.name() + "_count";
            default -> metric.name();
        };
    }

    private static Stream<Documented> page() throws IOException {
        return Files.readAllLines(PROJECT.resolve("docs/reference/metrics.md")).stream()
                .filter(line -> line.matches("\\| `[a-z_]+` \\|.*"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .map(cells -> new Documented(cells.get(1).replace("`", ""), cells.get(2), tags(cells.get(3))));
    }

    private static Set<String> tags(String cell) {
        return cell.isEmpty() ? Set.of() : new TreeSet<>(List.of(cell.split(", ")));
    }
}
