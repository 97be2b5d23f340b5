package org.interactionhub.queries.console.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.mail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.QueryService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages and the API of the shipped views, over a real PostgreSQL and real HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewPagesTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(QueryService.class)
    static class Service {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CHANNELS = "/views/contacts-by-channel-and-month";
    private static final String ANSWERS = "/views/answer-time-per-owner";
    private static final ContactPoint ANNA = mail("anna@acme.example");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private static Company company;
    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void starts_over_a_year_of_contacts() {
        company = new Company();
        company.client("Анна", ANNA);
        company.mailFrom(ANNA, at("2026-02-10T09:00"), "Котельная", "Сколько?");
        company.mailTo(ANNA, at("2026-02-10T12:30"), "Re: Котельная", "Столько.");
        company.mailFrom(ANNA, at("2026-04-10T09:00"), "Ещё", "раз");
        company.mailTo(ANNA, at("2026-04-10T09:05"), "Re: Ещё", "Вот.");
        service = SpringApplication.run(Service.class, "--server.port=0", "--hub.views=../views",
                "--hub.db.url=" + company.database().jdbcUrl(), "--hub.zone=Europe/Moscow");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(json("/api/views").get("items"))
                .hasSize(2).allMatch(view -> view.get("state").asString().equals("built")
                        && view.get("rows").asLong() > 0));
    }

    @AfterAll
    static void stops() {
        service.close();
        company.close();
    }

    @Test
    void the_API_lists_views_with_what_they_are_and_how_fresh() throws Exception {
        JsonNode view = json("/api/views").get("items").get(1);

        assertThat(view.get("name").asString()).isEqualTo("contacts-by-channel-and-month");
        assertThat(view.get("title").get("ru").asString()).startsWith("Контакты");
        assertThat(view.get("columns").get(0).get("kind").asString()).isEqualTo("month");
        assertThat(view.get("position").asLong()).isPositive();
        assertThat(view.get("behind").asLong()).isNotNegative();
        assertThat(view.get("builtAt").asString()).endsWith("Z");
    }

    @Test
    void rows_are_flat_objects_in_parts() throws Exception {
        JsonNode first = json("/api" + CHANNELS + "/rows?limit=1");
        JsonNode second = json("/api" + CHANNELS + "/rows?limit=1&after=" + first.get("next").asString());

        assertThat(first.get("items").get(0).toString()).isEqualTo(
                "{\"month\":\"2026-02\",\"channel\":\"email\",\"contacts\":2,\"inbound\":1,\"outbound\":1,\"clients\":1}");
        assertThat(second.get("items").get(0).get("month").asString()).isEqualTo("2026-04");
        assertThat(second.has("next")).isIn(true, false);
    }

    @Test
    void rows_are_had_as_csv_by_header_or_by_link() throws Exception {
        HttpResponse<String> byHeader = get("/api" + CHANNELS + "/rows", "text/csv", "en", "");
        HttpResponse<String> byLink = get("/api" + CHANNELS + "/rows?format=csv", "*/*", "en", "");

        assertThat(byHeader.body()).isEqualTo("month,channel,contacts,inbound,outbound,clients\r\n"
                + "2026-02,email,2,1,1,1\r\n2026-04,email,2,1,1,1\r\n");
        assertThat(byHeader.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(byLink.body()).isEqualTo("\uFEFF" + byHeader.body());
        assertThat(byLink.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"contacts-by-channel-and-month-\\d+\\.csv\"");
    }

    @Test
    void what_is_not_there_is_refused_in_words() throws Exception {
        HttpResponse<String> unknown = get("/api/views/nothing/rows", "application/json", "en", "");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("There is no view 'nothing'; there is 'answer-time-per-owner'");
        assertThat(get("/api" + CHANNELS + "/rows?format=xml", "*/*", "en", "").statusCode()).isEqualTo(400);
        assertThat(get("/views/nothing", "text/html", "en", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_view_is_built_again_on_request() throws Exception {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(origin() + "/api/replays"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"projection\":\"answer-time-per-owner\"}")).build();

        HttpResponse<String> started = HTTP.send(ask, HttpResponse.BodyHandlers.ofString());

        assertThat(started.statusCode()).isEqualTo(202);
        String replay = "/api/replays/" + JSON.readTree(started.body()).get("id").asString();
        await().untilAsserted(() -> assertThat(json(replay).get("state").asString()).isEqualTo("done"));
        assertThat(json(replay).get("rows").asLong()).isEqualTo(2);
        assertThat(json(replay).get("phase").asString()).isEqualTo("done");
        assertThat(json(replay).get("position").asLong()).isEqualTo(company.store().log().head());
    }

    @Test
    void the_list_says_what_each_view_answers_and_how_fresh_it_is() throws Exception {
        Document list = page("/views", "ru");

        assertThat(list.select(".view-card h2").eachText()).containsExactly("Время ответа по ответственным",
                "Контакты по каналам и месяцам");
        assertThat(list.select(".view-card .freshness").eachText()).allSatisfy(
                text -> assertThat(text).contains("2 строки", "по состоянию на позицию 6, всё учтено", "построен"));
    }

    @Test
    void a_view_is_a_table_in_the_visitors_words() throws Exception {
        Document page = page(ANSWERS, "ru");

        assertThat(page.select("tbody tr").eachText()).containsExactly(
                "2-й кв. 2026 без ответственного 1 1 0 5 мин 5 мин",
                "1-й кв. 2026 без ответственного 1 1 0 3 ч 30 мин 3 ч 30 мин");
        assertThat(page.select("th[aria-sort]").eachText()).containsExactly("Квартал");
        assertThat(page.expectFirst(".view-sql code").text()).startsWith("WITH office AS");
        assertThat(page.expectFirst("#standing a[download]").attr("href"))
                .isEqualTo("/api/views/answer-time-per-owner/rows?format=csv");
        assertThat(page.select("script[src]").eachAttr("src")).anyMatch(source -> source.contains("echarts"))
                .allMatch(source -> source.startsWith("/"));
    }

    @Test
    void a_table_is_sorted_as_its_address_says() throws Exception {
        Document page = page(ANSWERS + "?sort=-median_hours", "en");

        assertThat(page.select("tbody tr td:first-child").eachText()).containsExactly("Q1 2026", "Q2 2026");
        assertThat(page.expectFirst("th[aria-sort=descending] a").attr("href")).endsWith("?sort=median_hours");
        assertThat(page(ANSWERS + "?sort=no-such-column", "en").select("tbody tr")).hasSize(2);
    }

    @Test
    void a_chart_has_every_month_and_its_words_from_the_server() throws Exception {
        JsonNode bars = JSON.readTree(get(CHANNELS + "/drawing", "application/json", "ru", "").body());

        assertThat(texts(bars.get("x"))).hasSize(3).first().asString().contains("фев");
        assertThat(bars.get("series").get(0).get("name").asString()).isEqualTo("Почта");
        assertThat(bars.get("series").get(0).get("tint").asString()).isEqualTo("email");
    }

    @Test
    void a_chart_of_rows_shows_how_each_owner_changed_from_quarter_to_quarter() throws Exception {
        JsonNode rows = JSON.readTree(get(ANSWERS + "/drawing", "application/json", "en", "").body());

        assertThat(rows.get("kind").asString()).isEqualTo("rows");
        assertThat(rows.get("axis").asString()).isEqualTo("Half waited at most, hours");
        assertThat(texts(rows.get("x"))).containsExactly("without an owner");
        assertThat(rows.get("series").valueStream()
                .map(each -> each.get("name").asString() + " " + each.get("tint").asString()
                        + " " + each.get("data") + " " + texts(each.get("texts"))))
                .containsExactly(
                        "Q1 2026 period-3 [3.5] [3 h 30 min]", "Q2 2026 period-4 [0.08] [5 min]");
    }

    @Test
    void freshness_is_asked_for_by_itself() throws Exception {
        Document part = Jsoup.parse(get(ANSWERS, "text/html", "en", "standing").body());

        assertThat(part.select("#standing")).hasSize(1);
        assertThat(part.select("table")).isEmpty();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode json(String path) {
        try {
            return JSON.readTree(get(path, "application/json", "en", "").body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Document page(String path, String language) throws IOException, InterruptedException {
        return Jsoup.parse(get(path, "text/html", language, "").body());
    }

    /** @param part that htmx asks for, empty for the whole page */
    private static HttpResponse<String> get(String path, String accept, String language, String part)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path)).header("Accept", accept)
                .header("Accept-Language", language);
        if (!part.isEmpty()) {
            request.header("HX-Request", "true").header("HX-Target", part);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String origin() {
        return "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
    }

    private static Instant at(String time) {
        return Instant.parse(time + ":00Z");
    }
}
