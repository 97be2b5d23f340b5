package org.interactionhub.queries.console.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
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
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Arrivals and operations over the real rooms, on the views that the command side really publishes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperationPagesTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(QueryService.class)
    static class Service {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final ContactPoint ANNA = mail("anna@acme.example");
    private static final String LETTERS = "/operations/dead-letters";

    private static Company company;
    private static CommandSide commandSide;
    private static ConfigurableApplicationContext service;
    private static HttpClient http;
    private static String address;

    @BeforeAll
    static void start() throws Exception {
        company = new Company();
        commandSide = new CommandSide(company.database());
        company.client("Анна <Петрова>", ANNA);
        company.mailFrom(ANNA, MONDAY, "<b>Котельная</b>", "Сколько стоит?");
        company.mailTo(ANNA, MONDAY.plusSeconds(1), "Смета", "Во вложении.");
        company.rings("call-1", phone("+79161234567"), MONDAY.plusSeconds(2));
        service = SpringApplication.run(Service.class, "--server.port=0",
                "--hub.db.url=" + company.database().jdbcUrl(), "--hub.zone=Europe/Moscow");
        address = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
        http = HttpClient.newHttpClient();
        await().atMost(SOON).untilAsserted(() -> assertThat(page("/arrivals").select("li.arrival")).hasSize(3));
        says_what_is_missing_as_long_as_the_command_side_has_published_nothing();
        commandSide.publishes();
        says_what_fills_empty_pages();
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        service.close();
        company.close();
    }

    private static void says_what_is_missing_as_long_as_the_command_side_has_published_nothing() throws Exception {
        assertThat(page("/arrivals").expectFirst(".notice").text()).contains("has not published them");
        assertThat(page(LETTERS).expectFirst(".empty h2").text()).contains("has told nothing yet");
        assertThat(page("/operations/accounts").expectFirst(".empty h2").text()).contains("has told nothing yet");
        assertThat(page("/operations/processors").expectFirst(".notice").text()).contains("has not started here");
        assertThat(page("/operations").select(".states p:contains(has not published)")).hasSize(3);
        assertThat(get(LETTERS + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private static void says_what_fills_empty_pages() throws Exception {
        assertThat(page(LETTERS).expectFirst("#command").text())
                .startsWith("curl " + address + "/intake/calls/office");
        assertThat(page("/operations/accounts").expectFirst("#command").text()).contains("/intake/forms/website");
        assertThat(page("/operations/replays").expectFirst("#command").text()).contains("/api/replays");
    }

    @Test
    void arrivals_stand_newest_first_with_their_verdict_and_lead_to_the_client_or_the_dead_letter() throws Exception {
        UUID letter = commandSide.setsAside("phone", "office", "call-unknown-event", "x".getBytes());

        Document arrivals = page("/arrivals");

        Element dead = arrivals.expectFirst("#arrival-" + letter);
        assertThat(dead.expectFirst(".what").text()).isEqualTo("A call event that we do not know");
        assertThat(dead.expectFirst(".whom a").attr("href")).isEqualTo(LETTERS + "/" + letter);
        List<Element> recorded = arrivals.select("li.arrival:has(.good)");
        assertThat(recorded).extracting(row -> row.expectFirst(".what").text())
                .containsSubsequence("Call: it rings", "Смета", "<b>Котельная</b>");
        assertThat(recorded.getLast().expectFirst(".whom a").text()).isEqualTo("Анна <Петрова>");
        assertThat(recorded.getLast().expectFirst(".whom a").attr("href")).startsWith("/clients/").contains("#entry-");
        assertThat(recorded.getLast().expectFirst(".who").text()).isEqualTo("anna@acme.example");
    }

    @Test
    void arrivals_obey_every_filter_of_the_address() throws Exception {
        commandSide.setsAside("email", OUR_MAILBOX, "report-against-schema", "{}".getBytes());

        assertThat(words("/arrivals?channel=phone&verdict=recorded")).containsExactly("Call: it rings");
        assertThat(words("/arrivals?q=котельной")).containsExactly("<b>Котельная</b>");
        assertThat(words("/arrivals?verdict=refused")).containsExactly("The report breaks its schema");
        assertThat(words("/arrivals?account=" + OUR_MAILBOX + "&verdict=recorded"))
                .containsExactly("Смета", "<b>Котельная</b>");
        assertThat(words("/arrivals?to=2001-01-01")).isEmpty();
        assertThat(words("/arrivals?from=2001-01-01&verdict=recorded")).hasSize(3);
        assertThat(words("/arrivals?channel=fax&verdict=perhaps&from=soon&verdict=recorded")).isNotEmpty();
        assertThat(page("/arrivals?q=nobody").expectFirst(".empty h2").text()).contains("Nothing received matches");
    }

    @Test
    void pages_of_arrivals_join_without_a_gap_or_a_repeat() {
        for (int i = 0; i < 5; i++) {
            commandSide.setsAside("chat", "paging", "chat-not-json", new byte[]{1});
        }
        List<String> all = keys(json("/api/arrivals?limit=500"));

        List<String> joined = new ArrayList<>();
        String after = "";
        do {
            JsonNode part = json("/api/arrivals?limit=2&after=" + after);
            joined.addAll(keys(part));
            after = part.path("next").asStringOpt().orElse("");
        } while (!after.isEmpty());

        assertThat(joined).startsWith(all.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(get("/api/arrivals?after=nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/api/arrivals?verdict=duplicate").statusCode()).isEqualTo(400);
    }

    @Test
    void repeats_are_told_as_the_numbers_that_they_are() throws Exception {
        commandSide.books("web-form", "repeating", List.of(7, 4, 3, 0, 0));

        Document repeats = page("/arrivals?verdict=duplicate");

        assertThat(repeats.expectFirst("#found").text()).contains("leave no row of their own");
        assertThat(repeats.select("tbody tr").eachText()).contains("Web form repeating 3");
    }

    @Test
    void what_a_stranger_sent_is_shown_as_text_and_can_do_nothing() throws Exception {
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e" + "{{7*7}}[[${7*7}]]";
        UUID letter = commandSide.setsAside("email", "hostile", "mail-broken", report(hostile.getBytes(
                StandardCharsets.UTF_8)));

        Document page = page(LETTERS + "/" + letter);

        assertThat(page.select(".raw script, .raw img")).isEmpty();
        assertThat(page.expectFirst(".raw pre").wholeText())
                .isEqualTo(hostile.replace("\u202e", "⟨U+202E⟩"));
        assertThat(page.select("script:not([src]), [onerror], [style]")).isEmpty();
        assertThat(page.expectFirst("a[download]").attr("href")).isEqualTo("/api/dead-letters/" + letter + "/raw");
    }

    @Test
    void binary_is_shown_in_digits_and_five_megabytes_not_at_all() throws Exception {
        UUID binary = commandSide.setsAside("unknown", "unknown", "report-not-json",
                new byte[]{0, 1, (byte) 0xff, '<', 'b', '>'});
        UUID large = commandSide.setsAside("unknown", "unknown", "report-not-json", "я".repeat(2_500_000)
                .getBytes(StandardCharsets.UTF_8));

        Document digits = page(LETTERS + "/" + binary);
        HttpResponse<String> answer = get(LETTERS + "/" + large);

        assertThat(digits.expectFirst(".raw pre.digits").wholeText()).startsWith("000000  00 01 ff 3c 62 3e")
                .contains("...<b>");
        assertThat(answer.body().length()).isLessThan(200_000);
        Document text = Jsoup.parse(answer.body());
        assertThat(text.expectFirst(".raw pre:not(.digits)").text()).startsWith("яяя");
        assertThat(text.expectFirst(".raw").text()).contains("The first 66 kB are shown", "5 MB");
    }

    @Test
    void dead_letters_say_why_and_how_often_and_obey_their_filter() throws Exception {
        UUID waits = commandSide.setsAside("chat", "listed", "chat-no-sender", new byte[2048]);
        UUID redriven = commandSide.setsAside("chat", "listed", "chat-no-sender", new byte[0]);
        commandSide.wasRedriven(redriven);

        Document open = page(LETTERS + "?account=listed");
        Document later = page(LETTERS + "?account=listed&state=redriven");

        Element row = open.expectFirst("#letter-" + waits);
        assertThat(row.text()).contains("A chat message without a sender", "chat-no-sender", "2 kB", "Read again");
        assertThat(row.expectFirst("[data-do]").attr("data-do"))
                .isEqualTo("POST /api/dead-letters/" + waits + "/redrive");
        assertThat(open.select("li.letter")).hasSize(1);
        assertThat(JSON.readTree(open.expectFirst("button[data-all]").attr("data-body")).path("account").asString())
                .isEqualTo("listed");
        assertThat(later.select("li.letter")).hasSize(1);
        assertThat(later.expectFirst("li.letter").text()).contains("read later").doesNotContain("Read again");
        assertThat(page(LETTERS + "?account=nobody").select(".empty")).hasSize(1);
    }

    @Test
    void an_account_says_which_of_us_it_is_before_anything_comes_in() {
        company.describes(Channel.CHAT, "bot", "Бот на сайте", "Казань");

        await().atMost(SOON).untilAsserted(() -> {
            Element bot = row(page("/operations/accounts"), "bot");
            assertThat(bot.expectFirst(".muted").text()).isEqualTo("Бот на сайте · Казань · ООО «Котёл»");
            assertThat(bot.text()).contains("nothing yet");
            assertThat(bot.expectFirst("button").attr("data-fill")).contains("channel=chat").contains("account=bot");
        });
    }

    @Test
    void an_account_that_does_not_add_up_is_marked_with_both_numbers() throws Exception {
        commandSide.books("email", "sound", List.of(10, 0, 5, 3, 2));
        commandSide.books("email", "leaking", List.of(10, 0, 5, 3, 2));
        commandSide.books("email", "unshown", List.of(4, 4, 0, 0, 0));
        commandSide.losesOne("leaking");

        await().atMost(SOON).untilAsserted(() -> {
            Document accounts = page("/operations/accounts");
            assertThat(row(accounts, "sound").text()).isEqualTo("Mail sound Describe 10 0 5 3 2 0 adds up "
                    + row(accounts, "sound").expectFirst("time").text());
            assertThat(row(accounts, "sound").hasClass("failing")).isFalse();
            assertThat(row(accounts, "sound").select("td[data-label]").eachAttr("data-label")).startsWith("Received",
                    "= Recorded", "+ Repeats");
            assertThat(row(accounts, "leaking").expectFirst(".bad").text()).isEqualTo("received 11, but the sum is 10");
            assertThat(row(accounts, "leaking").hasClass("failing")).isTrue();
            assertThat(row(accounts, "unshown").expectFirst(".bad").text()).isEqualTo("recorded 4, but 0 shown");
            assertThat(accounts.expectFirst(".equation").text()).contains("received = recorded + repeats");
        });
        Document overview = page("/operations");
        assertThat(overview.expectFirst(".states > .bad").text()).contains("do not add up");
        assertThat(overview.select(".states a").eachText()).doesNotHaveDuplicates().contains("Processors");
    }

    @Test
    void processors_tell_exact_numbers_and_silence() throws Exception {
        commandSide.nobodyListens();
        commandSide.listens("listening", "Intake follows 8 partitions; 42 records wait.", 0);

        Element intake = page("/operations/processors").expectFirst("#processor-intake");
        assertThat(intake.select("td.number").eachText()).containsExactly("1,234,567", "1,234,609", "42", "1.5 s",
                "300/s");
        assertThat(page("/operations/processors").expectFirst("#processor-timeline").text()).contains("going");
        assertThat(page("/operations/processors").expectFirst("#processor-segments").text())
                .contains("events of the history", "going");

        commandSide.nobodyListens();
        commandSide.listens("listening", "Intake follows 8 partitions; 42 records wait.", 30);
        assertThat(page("/operations/processors").expectFirst("#processor-intake").text()).contains("not heard of");
        assertThat(json("/api/processors").path("items").get(0).path("state").asString()).isEqualTo("silent");
        commandSide.nobodyListens();
        commandSide.listens("waiting", "Intake waits: Kafka does not answer.", 0);
        assertThat(page("/operations").expectFirst("#state").text()).contains("Intake: it stands still",
                "Kafka does not answer");
    }

    @Test
    void a_replay_is_shown_while_it_runs_and_known_for_ever_after() throws Exception {
        HttpResponse<String> started = http.send(HttpRequest.newBuilder(URI.create(address + "/api/replays"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"projection\":\"timeline\"}")).build(),
                HttpResponse.BodyHandlers.ofString());
        String id = JSON.readTree(started.body()).path("id").asString();

        await().atMost(SOON).untilAsserted(() -> assertThat(
                page("/operations/replays").expectFirst("#replay-" + id).text()).contains("done", "took"));
        try (ConfigurableApplicationContext later = SpringApplication.run(Service.class, "--server.port=0",
                "--hub.db.url=" + company.database().jdbcUrl())) {
            String there = "http://localhost:" + later.getEnvironment().getProperty("local.server.port");
            assertThat(json(there, "/api/replays/" + id).path("state").asString()).isEqualTo("done");
        }
    }

    @Test
    void open_pages_are_told_what_is_received() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> changes = http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/changes")).build(),
                HttpResponse.BodyHandlers.ofLines());
        var _ = CompletableFuture.runAsync(() -> changes.body().forEach(told::add),
                task -> Thread.ofVirtual().start(task));
        await().atMost(SOON).untilAsserted(() -> assertThat(told).contains("event:arrivals", "event:operations"));
        told.clear();

        commandSide.setsAside("chat", "live", "chat-not-json", new byte[]{1});

        await().atMost(SOON).untilAsserted(() -> assertThat(told).contains("event:arrivals"));
        changes.body().close();
    }

    @Test
    void every_page_speaks_russian_too() throws Exception {
        for (String path : List.of("/arrivals", "/operations", LETTERS, "/operations/accounts",
                "/operations/processors", "/operations/replays")) {
            Document page = Jsoup.parse(send(address, path, "ru").body());
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo("ru");
            assertThat(page.expectFirst("h1").text()).as(path).matches("[А-Яа-я ]+");
        }
    }

    private static final String OUR_MAILBOX = "info@romashka.example";

    /** A report whose original these bytes are. */
    private static byte[] report(byte[] original) {
        return ("{\"original\":{\"bytes\":\"" + Base64.getEncoder().encodeToString(original) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Element row(Document accounts, String account) {
        return accounts.select("tbody tr").stream().filter(row -> row.id().endsWith("-" + account)).findFirst()
                .orElseThrow();
    }

    private static List<String> words(String path) throws Exception {
        return page(path).select("li.arrival .what").eachText();
    }

    private static List<String> keys(JsonNode arrivals) {
        return arrivals.path("items").valueStream().map(arrival -> arrival.has("letter")
                ? arrival.path("letter").path("id").asString()
                : arrival.path("position").asString()).toList();
    }

    private static JsonNode json(String path) {
        return json(address, path);
    }

    private static JsonNode json(String hub, String path) {
        HttpResponse<String> answer = send(hub, path, "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static Document page(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static HttpResponse<String> get(String path) {
        return send(address, path, "en");
    }

    private static HttpResponse<String> send(String hub, String path, String language) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(hub + path.replace("котельной",
                    "%D0%BA%D0%BE%D1%82%D0%B5%D0%BB%D1%8C%D0%BD%D0%BE%D0%B9"))).header("Accept-Language", language)
                    .build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
