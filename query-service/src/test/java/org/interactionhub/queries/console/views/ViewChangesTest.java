package org.interactionhub.queries.console.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.QueryService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What visitors and programs get while the file of a view changes and its table is built. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewChangesTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(QueryService.class)
    static class Service {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MANY = 20_000;
    private static final String HEADER = """
            -- title.en: Of %1$s
            -- title.ru: Про %1$s
            -- about.en: What?
            -- about.ru: Что?
            -- key: a
            -- column a: text | Letter | Буква
            """;

    @TempDir
    private static Path directory;
    @SuppressWarnings("NullAway.Init")
    private static Company company;
    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void starts_with_four_views() throws IOException {
        company = new Company();
        company.mailFrom(mail("anna@acme.example"), MONDAY, "Котельная", "Сколько?");
        file("large", "SELECT lpad(x::text, 6, '0') || repeat('x', 1000) AS a FROM generate_series(1, " + MANY + ") x");
        file("owners", "SELECT owner AS a FROM client_owner");
        file("edited", """
                -- column n: count | Number | Число
                -- chart: bars
                -- x: a
                -- y: n
                SELECT channel AS a, count(*) AS n FROM interaction GROUP BY 1""");
        file("pending", """
                -- column n: count | Number | Число
                -- chart: bars
                -- x: a
                -- y: n
                SELECT channel AS a, NULL::bigint AS n FROM interaction GROUP BY 1""");
        service = SpringApplication.run(Service.class, "--server.port=0", "--hub.views=" + directory,
                "--hub.db.url=" + company.database().jdbcUrl());
        await().atMost(SOON).untilAsserted(() -> assertThat(json("/api/views").get("items")).hasSize(4)
                .allMatch(view -> view.get("state").asString().equals("built")));
        await().atMost(SOON).untilAsserted(() -> assertThat(json("/api/views/edited/rows").get("items")).hasSize(1));
    }

    @AfterAll
    static void stops() {
        service.close();
        company.close();
    }

    @Test
    void a_view_whose_file_has_other_columns_is_shown_as_it_was_built_as_long_as_they_cannot_be() throws Exception {
        file("edited", "-- column b: text | Other | Другое\n"
                + "SELECT channel AS a, (1 / (length(channel) - 5))::text AS b FROM interaction GROUP BY 1");

        await().atMost(SOON).untilAsserted(() -> assertThat(edited().path("trouble").asString(""))
                .contains("division by zero"));

        assertThat(edited().get("columns").toString()).contains("\"n\"").doesNotContain("\"b\"");
        Document page = page("/views/edited?sort=b", "ru");
        assertThat(page.select("th").eachText()).containsExactly("Буква", "Число");
        assertThat(page.select("tbody tr").eachText()).containsExactly("email 1");
        assertThat(page.expectFirst("#standing .view-trouble").attr("lang")).isEqualTo("en");
        assertThat(get("/views/edited/drawing", "ru").body()).contains("\"data\":[1.0]");
        assertThat(json("/api/views/edited/rows").get("items").toString()).isEqualTo("[{\"a\":\"email\",\"n\":1}]");
        assertThat(get("/api/views/edited/rows?format=csv", "en").body()).isEqualTo("\uFEFFa,n\r\nemail,1\r\n");
    }

    @Test
    void rows_without_a_figure_are_a_table_alone_instead_of_an_empty_chart() throws Exception {
        await().atMost(SOON).untilAsserted(() -> assertThat(json("/api/views/pending/rows").get("items")).hasSize(1));

        Document page = page("/views/pending", "en");

        assertThat(page.select("#chart")).isEmpty();
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page("/views/edited", "en").select("#chart")).hasSize(1);
    }

    @Test
    void a_file_of_all_rows_is_whole_though_the_view_is_built_again_meanwhile() throws Exception {
        HttpResponse<InputStream> answer = HTTP.send(request("/api/views/large/rows?format=csv", "en"),
                BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("\uFEFFa");

            String replay = replay("large");
            await().atMost(SOON).untilAsserted(() -> assertThat(json(replay).get("state").asString())
                    .isEqualTo("done"));

            assertThat(lines.lines()).hasSize(MANY).last().asString().startsWith("0" + MANY);
        }
        assertThat(answer.headers().firstValueAsLong("Content-Length")).isPresent();
    }

    @Test
    void a_view_under_way_holds_nothing_yet_and_is_told_by_its_phase_and_never_by_a_share() throws Exception {
        try (Connection other = DriverManager.getConnection(company.database().jdbcUrl(), "hub_query", "");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE history.client_owner IN ACCESS EXCLUSIVE MODE");

            String replay = replay("owners");
            await().atMost(SOON).untilAsserted(() -> assertThat(json(replay).path("phase").asString(""))
                    .isEqualTo("reading"));

            assertThat(json(replay).get("position").asLong()).isZero();
            Element row = page("/operations/replays", "ru").expectFirst("li.replay:has(progress)");
            assertThat(row.expectFirst("progress").hasAttr("value")).isFalse();
            assertThat(row.text()).contains("Про owners owners", "чтение").doesNotContain("reading", "%");
            assertThat(page("/operations", "ru").expectFirst("#state").text())
                    .contains("Строится «Про owners»: чтение.").doesNotContain("%");

            other.rollback();
            await().atMost(SOON).untilAsserted(() -> assertThat(json(replay).get("state").asString())
                    .isEqualTo("done"));
            assertThat(json(replay).get("position").asLong()).isEqualTo(company.store().log().head());
            assertThat(page("/operations/replays", "en").expectFirst("#replays").text())
                    .contains("as of position " + company.store().log().head());
        }
    }

    @Test
    void views_are_called_by_their_titles_among_the_processors_with_their_files_beside() throws Exception {
        file("headless", "SELECT 1 AS b");

        await().atMost(SOON).untilAsserted(() -> {
            Document processors = page("/operations/processors", "ru");
            assertThat(processors.expectFirst("#processor-large th").text())
                    .isEqualTo("Про large large события истории");
            assertThat(processors.select("#processor-headless .error").eachAttr("lang")).containsExactly("en");
        });
        assertThat(page("/operations", "ru").expectFirst("#state li:contains(headless) p[lang]").attr("lang"))
                .isEqualTo("en");
        assertThat(page("/operations/replays", "ru").select("#start .choices button").eachText())
                .contains("Про large", "История: ленты, клиенты, поиск");
        Files.delete(directory.resolve("headless.sql"));
    }

    private static void file(String name, String sql) throws IOException {
        Files.writeString(directory.resolve(name + ".sql"), HEADER.formatted(name) + sql);
    }

    private static JsonNode edited() {
        return json("/api/views").get("items").valueStream()
                .filter(view -> view.get("name").asString().equals("edited")).findFirst().orElseThrow();
    }

    /** @return where to ask how far it is */
    private static String replay(String name) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(origin() + "/api/replays"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"projection\":\"" + name + "\"}")).build();
        return "/api/replays/" + JSON.readTree(HTTP.send(ask, BodyHandlers.ofString()).body()).get("id").asString();
    }

    private static JsonNode json(String path) {
        try {
            return JSON.readTree(get(path, "en").body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Document page(String path, String language) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, language);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        return HTTP.send(request(path, language), BodyHandlers.ofString());
    }

    private static HttpRequest request(String path, String language) {
        return HttpRequest.newBuilder(URI.create(origin() + path)).header("Accept-Language", language).timeout(SOON)
                .build();
    }

    private static String origin() {
        return "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
    }
}
