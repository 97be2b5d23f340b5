package org.interactionhub.queries.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionId;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.TestDatabase;
import org.interactionhub.queries.QueryService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

/** The pages over the real rooms, a real PostgreSQL and real HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsoleTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(QueryService.class)
    static class Service {}

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final ContactPoint HER_MAIL = Story.mail("anna@acme.example");
    private static final ContactPoint HER_NUMBER = Story.phone("+79031234567");
    private static final ContactPoint HIS_NUMBER = Story.phone("+442079460958");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final EventStore STORE = new EventStore(DATABASE.asCommand());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;
    @SuppressWarnings("NullAway.Init")
    private static ClientId anna;
    @SuppressWarnings("NullAway.Init")
    private static ClientId stranger;
    @SuppressWarnings("NullAway.Init")
    private static Document emptyHub;

    @BeforeAll
    static void starts_and_is_told_a_story() throws Exception {
        service = SpringApplication.run(Service.class, "--server.port=0", "--hub.db.url=" + DATABASE.jdbcUrl(),
                "--hub.zone=Europe/Moscow");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(page("/", "en").select("h2")).isNotEmpty());
        emptyHub = page("/", "en");
        Story story = new Story(STORE);
        anna = story.client(ClientEvent.Kind.CLIENT, "Анна <Петрова>", HER_MAIL, HER_NUMBER);
        story.client(ClientEvent.Kind.PARTNER, "Acme Heating Ltd.", Story.mail("john@heating.example"));
        stranger = story.client(ClientEvent.Kind.PROSPECT, HIS_NUMBER.value(), HIS_NUMBER);
        InteractionId mail = story.writes(HER_MAIL, NOW.minus(Duration.ofHours(2)), "Котельная под ключ",
                "Когда начинаем?", null);
        story.fillsIn(HER_MAIL, NOW.minus(Duration.ofDays(3)), "Нужен расчёт",
                Map.of("fields", Map.of("Регион", "Тверь")));
        story.plan(anna, Channel.MEETING, Instant.parse("2099-01-15T10:00:00Z"), "Подписание договора");
        story.decide(mail, 0, NOW, "Начинаем в марте", List.of("март", "апрель"), "Готов фундамент");
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                page("/clients/" + anna, "en").select(".decision")).hasSize(1));
    }

    @AfterAll
    static void stops() {
        service.close();
        STORE.close();
        DATABASE.close();
    }

    @Test
    void an_empty_hub_says_what_fills_it_and_how_to_try() {
        assertThat(emptyHub.expectFirst("h2").text()).isEqualTo("No clients yet");
        assertThat(emptyHub.expectFirst("#command").text()).startsWith("curl " + origin() + "/intake/forms/website")
                .contains("'email=anna@example.com'");
    }

    @Test
    void clients_stand_in_the_list_with_how_to_reach_them_and_their_last_contact() throws Exception {
        Document list = page("/", "ru");

        assertThat(list.select(".client-row")).hasSize(3);
        assertThat(list.expectFirst("#client-" + anna + " .count").text()).isEqualTo("3 записи");
    }

    @Test
    void a_search_by_part_of_a_number_finds_its_client() throws Exception {
        Document row = part("/?q=%2B7+903+123", "ru");
        assertThat(row.select(".client-row")).hasSize(1);
        assertThat(row.expectFirst(".client-row .name").text()).isEqualTo("Анна <Петрова> Клиент");
        assertThat(row.expectFirst(".client-row .points").text()).contains("anna@acme.example", "+7 903 123-45-67");
    }

    @Test
    void who_is_known_by_her_number_alone_is_called_by_it_as_people_write_it() throws Exception {
        assertThat(part("/?q=7946+0958", "en").expectFirst(".client-row .name a").text())
                .isEqualTo("+44 20 7946 0958");
        assertThat(part("/palette?q=7946", "en").expectFirst(".hit").text()).isEqualTo("+44 20 7946 0958");
        assertThat(page("/clients/" + stranger, "en").title()).startsWith("+44 20 7946 0958");
        assertThat(page("/clients/" + stranger, "en").expectFirst("h1").text()).isEqualTo("+44 20 7946 0958");
        assertThat(page("/clients/" + stranger + "/segments", "en").expectFirst("h1").text())
                .contains("+44 20 7946 0958");
    }

    @Test
    void the_head_of_a_client_and_her_segments_are_drawn_anew_when_the_history_moves() throws Exception {
        Document client = page("/clients/" + anna, "en");

        for (Element part : client.select("#about, #her-segments")) {
            assertThat(part.attr("hx-trigger")).contains("sse:history");
            // the stream of her timeline, which lies nearer, does not tell of the history
            assertThat(part.closest("[sse-connect]")).isEqualTo(client.expectFirst("[sse-connect=/api/now]"));
        }
    }

    @Test
    void a_search_without_hits_says_how_to_search() throws Exception {
        Document page = page("/?q=nobody", "en");

        assertThat(page.expectFirst("#found").text()).contains("Nobody found for “nobody”", "some digits of a phone");
    }

    @Test
    void a_timeline_shows_plans_and_the_past_and_obeys_its_filters() throws Exception {
        String address = "/clients/" + anna;

        Document all = page(address, "ru");
        Document forms = part(address + "?channel=web-form", "ru");
        Document early = part(address + "?to=2026-11-22", "ru");

        assertThat(all.select(".entry .subject").eachText()).containsExactly("Подписание договора",
                "Котельная под ключ", "Форма на сайте");
        assertThat(all.expectFirst(".decision").text()).contains("Начинаем в марте", "март · апрель", "Ольга Орлова");
        assertThat(forms.select(".entry .subject").eachText()).containsExactly("Форма на сайте");
        assertThat(early.select(".entry .subject").eachText()).containsExactly("Форма на сайте");
    }

    @Test
    void a_day_before_a_client_was_known_says_so_and_asks_for_another() throws Exception {
        Document before = page("/clients/" + anna + "?known=2020-01-01", "en");

        assertThat(before.expectFirst("h1").text())
                .isEqualTo("At the end of January 1, 2020 nothing was known of “Анна <Петрова>”");
        assertThat(before.expectFirst("#known").attr("value")).isEqualTo("2020-01-01");
        assertThat(before.select("a[href=/clients/" + anna + "]")).hasSize(1);
    }

    @Test
    void the_original_is_framed_as_text_that_can_do_nothing() throws Exception {
        Document all = page("/clients/" + anna, "en");
        Document frame = part(all.expectFirst("details.original").attr("hx-get"), "en");
        String source = frame.expectFirst("iframe").attr("src");

        HttpResponse<String> original = get(source, "en", false);

        assertThat(frame.expectFirst("iframe").hasAttr("sandbox")).isTrue();
        assertThat(original.body()).startsWith("From: anna@acme.example\r\nSubject: Котельная под ключ");
        assertThat(original.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(original.headers().allValues("Content-Security-Policy"))
                .anyMatch(policy -> policy.contains("sandbox")).noneMatch(policy -> policy.contains("'none'; base"));
    }

    @Test
    void a_call_stands_in_the_now_strip_with_its_clients_name() {
        new Story(STORE).calls(HER_NUMBER, Instant.now());

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                part("/now", "en").select("a.chip.ringing").eachText())
                .containsExactly("Анна <Петрова> is calling take notes"));
    }

    @Test
    void the_palette_finds_a_client_by_some_digits_and_shows_which_number_it_was() throws Exception {
        Document hits = part("/palette?q=123-45&at=/", "ru");

        Element option = hits.expectFirst("#palette-hits [role=option]");
        assertThat(option.expectFirst(".hit").text()).isEqualTo("Анна <Петрова>");
        assertThat(option.expectFirst(".note").text()).isEqualTo("+7 903 123-45-67");
        assertThat(option.attr("data-act") + " " + option.attr("data-value")).isEqualTo("go /clients/" + anna);
        assertThat(hits.expectFirst("#palette-hits").attr("data-status")).isEqualTo("1 результат");
    }

    @Test
    void the_palette_leads_to_pages_and_acts_by_words_of_either_language() throws Exception {
        assertThat(part("/palette?q=dead", "en").select("[data-act=go]").eachAttr("data-value"))
                .containsExactly("/operations/dead-letters");
        assertThat(part("/palette?q=segm", "ru").select(".hit").eachText()).containsExactly("Сегменты");
        assertThat(part("/palette?q=segm", "en").select("[data-act=go]").eachAttr("data-value"))
                .startsWith("/segments").hasSizeGreaterThan(1);
        assertThat(part("/palette?q=%D1%82%D1%91%D0%BC%D0%BD", "en").select(".hit").eachText())
                .containsExactly("Theme: Dark");
        assertThat(part("/palette?q=%D0%B0%D0%BD%D0%B3%D0%BB", "ru").select("[data-act=press]").attr("data-value"))
                .isEqualTo("[hreflang=en]");
    }

    @Test
    void an_empty_palette_offers_the_addresses_of_the_client_in_view_and_all_pages() throws Exception {
        Document hits = part("/palette?at=/clients/" + anna, "en");

        assertThat(hits.select("[data-act=copy]").eachAttr("data-value")).containsExactly("anna@acme.example",
                "+79031234567");
        assertThat(hits.select("[data-act=go]").eachAttr("data-value")).contains("/", "/arrivals", "/segments");
        assertThat(part("/palette?at=/clients/nobody&q=%25%5C%22", "en").select(".none").text())
                .isEqualTo("Nothing found for “%\\\"”");
    }

    @Test
    void pages_forbid_foreign_content_and_inline_script() throws Exception {
        HttpResponse<String> page = get("/", "en", false);

        assertThat(page.headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(Jsoup.parse(page.body()).select("[src], link[href]")
                .eachAttr("abs:src")).allMatch(address -> address.isEmpty() || address.startsWith(origin()));
    }

    @Test
    void the_language_follows_the_browser_until_one_is_chosen() throws Exception {
        HttpResponse<String> chosen = get("/?lang=en", "ru", false);

        assertThat(page("/", "de,ru;q=0.8").expectFirst("html").attr("lang")).isEqualTo("ru");
        assertThat(page("/", "de").expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(Jsoup.parse(chosen.body()).expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(chosen.headers().firstValue("Set-Cookie")).hasValueSatisfying(
                cookie -> assertThat(cookie).startsWith("hub-lang=en"));
    }

    @Test
    void what_is_not_there_is_said_kindly() throws Exception {
        HttpResponse<String> client = get("/clients/0197f000-0000-7000-8000-000000000009", "ru", false);
        HttpResponse<String> nonsense = get("/clients/nonsense", "en", false);
        HttpResponse<String> nowhere = get("/nowhere", "en", false);

        assertThat(client.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(client.body()).expectFirst("h1").text()).isEqualTo("Здесь ничего нет");
        assertThat(nonsense.statusCode()).isIn(400, 404);
        assertThat(Jsoup.parse(nonsense.body()).expectFirst("a.button").attr("href")).isEqualTo("/");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("default-src 'self'");
    }

    private static Document page(String address, String languages) throws IOException, InterruptedException {
        return Jsoup.parse(get(address, languages, false).body());
    }

    private static Document part(String address, String languages) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address, languages, true);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static HttpResponse<String> get(String address, String languages, boolean byHtmx)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + address))
                .header("Accept", "text/html").header("Accept-Language", languages);
        if (byHtmx) {
            request.header("HX-Request", "true");
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String origin() {
        return "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
    }
}
