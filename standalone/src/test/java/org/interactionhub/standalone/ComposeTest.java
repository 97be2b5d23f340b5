package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be said about the containers without Docker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeTest {

    private static final Path PROJECT = Path.of("..");
    private static final List<String> OUR_OWN = List.of("channel-adapters", "command-service", "query-service");
    private static final Pattern KEY = Pattern.compile("hub\\.[a-z]+(?:[.-][a-z]+)*");
    private static final Pattern VARIABLE = Pattern.compile("HUB_[A-Z_]+");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void everything_is_published_on_this_machine_alone() {
        assertThat(services.values()).flatExtracting(service -> list(service, "ports")).hasSize(4)
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    @Test
    void no_password_stands_in_the_file() {
        services.values().stream().flatMap(service -> environment(service).entrySet().stream())
                .filter(variable -> variable.getKey().contains("PASSWORD"))
                .forEach(variable -> {
                    assertThat(variable.getKey()).endsWith("_FILE");
                    assertThat(variable.getValue().toString()).startsWith("/run/secrets/");
                });
    }

    @Test
    void every_service_says_when_it_is_healthy() {
        assertThat(services).allSatisfy((name, service) -> assertThat(service.containsKey("healthcheck"))
                .as(name).isEqualTo(!name.equals("topic")));
    }

    @Test
    void the_services_get_no_more_than_they_need() {
        assertThat(OUR_OWN).map(services::get).allSatisfy(service -> assertThat(service)
                .containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL")));
    }

    @Test
    void inlets_and_readers_of_originals_share_one_volume() {
        assertThat(OUR_OWN).map(services::get)
                .allSatisfy(service -> assertThat(list(service, "volumes").getFirst()).startsWith("originals:/data"));
    }

    @Test
    void the_databases_confirm_only_what_is_on_disk() {
        assertThat(list(service("postgres"), "command")).contains("fsync=on", "synchronous_commit=on",
                "full_page_writes=on");
        assertThat(list(service("topic"), "command")).contains("--config=flush.messages=1",
                "--config=retention.ms=-1", "--config=message.timestamp.type=LogAppendTime", "--partitions=8");
    }

    @Test
    void every_variable_is_one_that_the_services_know() throws IOException {
        Set<String> known = variablesInTheCode();
        assertThat(OUR_OWN).map(services::get).flatExtracting(service -> environment(service).keySet())
                .allSatisfy(variable -> assertThat(known).contains(variable));
    }

    @Test
    void the_image_runs_as_an_ordinary_user() throws IOException {
        List<String> users = Files.readAllLines(PROJECT.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("USER ")).toList();
        assertThat(users).isNotEmpty().last().isNotEqualTo("USER root").isNotEqualTo("USER 0");
    }

    @Test
    void the_image_can_be_built_of_every_service_and_starts_its_entry_point() throws IOException {
        assertThat(OUR_OWN).allSatisfy(
                name -> assertThat(String.valueOf(service(name).get("build"))).contains("SERVICE=" + name));
        assertThat(Files.isExecutable(PROJECT.resolve("deploy/start"))).isTrue();
        assertThat(Files.isExecutable(PROJECT.resolve("deploy/postgres/roles.sh"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"POST, /intake/emails, channel-adapters", "GET, /go/spring, channel-adapters",
            "POST, /api/clients, command-service", "POST, /api/clients/1/merges, command-service",
            "GET, /api/receipts/1, command-service", "GET, /api/accounts, command-service",
            "GET, /api/dead-letters, command-service", "POST, /api/dead-letters/1/redrive, command-service",
            "GET, /api/clients, query-service", "GET, /api/clients/1/timeline/stream, query-service",
            "POST, /api/replays, query-service", "DELETE, /api/replays/1, query-service",
            "POST, /api/previews/segment, query-service", "GET, /v3/api-docs, query-service",
            "GET, /, query-service", "GET, /intakes, query-service"})
    void the_gateway_sends_a_request_where_it_belongs(String method, String path, String service) throws IOException {
        assertThat(new Gateway().serviceFor(method, path)).isEqualTo(service);
    }

    private static Map<String, Map<String, Object>> services() {
        try (var file = Files.newBufferedReader(PROJECT.resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> all = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(file);
            return all.getOrDefault("services", Map.of());
        } catch (IOException e) {
            throw new AssertionError("docker-compose.yml cannot be read", e);
        }
    }

    private Map<String, Object> service(String name) {
        return services.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> service, String key) {
        return (List<String>) service.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.getOrDefault("environment", Map.of());
    }

    /** Every {@code hub.*} key and {@code HUB_*} name in the main sources of the services, as environment variables. */
    private static Set<String> variablesInTheCode() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String module : List.of("http-door", "channel-adapters", "command-service", "query-service")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/main"))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|properties)")).toList()) {
                    known.addAll(variablesIn(Files.readString(file)));
                }
            }
        }
        return known;
    }

    private static Set<String> variablesIn(String text) {
        Stream<String> names = VARIABLE.matcher(text).results().map(MatchResult::group);
        Stream<String> keys = KEY.matcher(text).results().map(MatchResult::group)
                .map(key -> key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        return Stream.concat(names, keys).collect(Collectors.toSet());
    }
}
