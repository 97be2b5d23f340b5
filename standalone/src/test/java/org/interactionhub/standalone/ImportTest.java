package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people who moved from another tool complain about, tried from outside on a whole hub. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportTest {

    private static final String LIST = "application/octet-stream";
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static SharedHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = SharedHub.get();
    }

    @Test
    void each_row_is_told_what_became_of_it_and_a_bad_one_holds_up_nobody() throws Exception {
        String domain = domain();
        String known = registers("Known", "known@" + domain);

        JsonNode imported = imports("name,phone,email", "New,,new@" + domain, "K.,," + "known@" + domain,
                "New again,,new@" + domain, "Nobody,12,");

        assertThat(imported.path("rows").valueStream().map(row -> row.path("verdict").asString()))
                .containsExactly("new", "known", "repeated", "refused");
        assertThat(imported.path("rows").path(1).path("clients").path(0).asString()).isEqualTo(known);
        assertThat(imported.path("rows").path(3).path("remarks").path(0).asString())
                .isEqualTo("'12' is no phone number such as +7 495 123-45-67 and was left out.");
        assertThat(hub.outside().asks("/api/imports/" + imported.path("id").asString() + "/rows?verdict=refused")
                .path("items").path(0).path("row").asInt()).isEqualTo(5);
    }

    @Test
    void the_timeline_of_a_known_client_is_untouched() throws Exception {
        String domain = domain();
        String known = registers("Known", "known@" + domain);
        note(known);
        JsonNode before = timeline(known);

        imports("name,email,city", "Known,known@" + domain + ",Kazan");

        assertThat(timeline(known)).isEqualTo(before);
        assertThat(card(known).path("name").asString()).isEqualTo("Known");
    }

    @Test
    void the_same_list_again_makes_no_twins() throws Exception {
        String domain = domain();
        String[] rows = {"Anna,anna@" + domain, "Boris,boris@" + domain};
        JsonNode first = imports("name,email", rows);

        JsonNode again = imports("name,email", rows);

        assertThat(again.path("already").asBoolean()).isTrue();
        assertThat(again.path("position")).isEqualTo(first.path("position"));
        assertThat(found("anna@" + domain)).hasSize(1);
    }

    @Test
    void an_undo_restores_the_lists_and_the_list_can_be_imported_again() throws Exception {
        String domain = domain();
        String[] rows = {"Anna,anna@" + domain, "Boris,boris@" + domain};
        JsonNode imported = imports("name,email", rows);
        String anna = found("anna@" + domain).getFirst();

        undoes(imported);

        assertThat(found("anna@" + domain)).isEmpty();
        assertThat(found(domain)).isEmpty();
        assertThat(card(anna).path("withdrawnWith")).isEqualTo(imported.path("id"));
        assertThat(page("/clients/" + anna)).contains("/imports/" + imported.path("id").asString());
        JsonNode again = imports("name,email", rows);
        assertThat(again.path("counts").path("new").asInt()).isEqualTo(2);
        assertThat(found("anna@" + domain)).hasSize(1).doesNotContain(anna);
    }

    @Test
    void whoever_wrote_since_stays_and_is_named_before_and_after() throws Exception {
        String domain = domain();
        JsonNode imported = imports("name,email", "Anna,anna@" + domain, "Boris,boris@" + domain);
        String receipt = hub.outside().posts("/intake/forms/website", "application/x-www-form-urlencoded",
                "email=anna@" + domain + "&message=Hello");
        recorded(receipt);

        JsonNode preview = hub.outside().says("/api/previews/import-undo",
                "{\"id\":\"" + imported.path("id").asString() + "\"}");
        JsonNode undone = undoes(imported);

        assertThat(preview.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(preview.path("kept").path(0).path("client").path("name").asString()).isEqualTo("Anna");
        assertThat(undone.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(undone.path("kept").path(0).path("name").asString()).isEqualTo("Anna");
        assertThat(found("anna@" + domain)).hasSize(1);
        assertThat(found("boris@" + domain)).isEmpty();
    }

    @Test
    void whoever_writes_after_an_undo_is_somebody_new() throws Exception {
        String domain = domain();
        JsonNode imported = imports("name,email", "Anna,anna@" + domain);
        String anna = found("anna@" + domain).getFirst();
        undoes(imported);

        recorded(hub.outside().posts("/intake/forms/website", "application/x-www-form-urlencoded",
                "name=Anna&email=anna@" + domain + "&message=Hello"));

        assertThat(found("anna@" + domain)).hasSize(1).doesNotContain(anna);
    }

    @Test
    void the_pages_show_the_list_its_rows_and_what_an_undo_takes() throws Exception {
        String domain = domain();
        JsonNode imported = imports("name,email", "Anna,anna@" + domain, "Nobody,x");
        String id = imported.path("id").asString();

        assertThat(page("/imports")).contains("list.csv");
        assertThat(page("/imports/new")).contains("type=\"file\"");
        assertThat(page("/imports/" + id)).contains("Anna", "“x” is no mail address");
        assertThat(page("/imports/" + id + "?verdict=refused")).contains("Row 3", "Nobody").doesNotContain("Row 2");
        assertThat(page("/imports/" + id + "/undo")).contains("1 client is withdrawn");
    }

    private static String domain() {
        return "list" + NUMBERS.incrementAndGet() + ".example";
    }

    private static JsonNode imports(String header, String... rows) throws IOException, InterruptedException {
        JsonNode imported = hub.outside().says("/api/imports?file=list.csv&source=old%20CRM", LIST,
                header + "\n" + String.join("\n", rows));
        waitFor(imported);
        return imported;
    }

    private static JsonNode undoes(JsonNode imported) throws IOException, InterruptedException {
        JsonNode undone = hub.outside().says("/api/imports/" + imported.path("id").asString() + "/undo",
                "{\"reason\":\"the wrong list\"}");
        waitFor(undone);
        return undone;
    }

    private static String registers(String name, String mail) throws IOException, InterruptedException {
        JsonNode registered = hub.outside().says("/api/clients", "{\"name\":\"" + name
                + "\",\"contactPoints\":[{\"type\":\"email\",\"value\":\"" + mail + "\"}]}");
        waitFor(registered);
        return registered.path("id").asString();
    }

    private static void note(String client) throws IOException, InterruptedException {
        waitFor(hub.outside().says("/api/interactions",
                "{\"clientId\":\"" + client + "\",\"channel\":\"note\",\"text\":\"She likes tea.\"}"));
    }

    private static void waitFor(JsonNode written) throws IOException, InterruptedException {
        hub.outside().asks("/api/clients?limit=1&atLeast=" + written.path("position").asLong());
    }

    /** Until the query side knows of it. */
    private static void recorded(String receipt) throws IOException, InterruptedException {
        await().atMost(SOON).untilAsserted(() -> assertThat(hub.outside().asks("/api/receipts/" + receipt)
                .path("position").asLong()).isPositive());
        waitFor(hub.outside().asks("/api/receipts/" + receipt));
    }

    private static JsonNode timeline(String client) throws IOException, InterruptedException {
        return hub.outside().asks("/api/clients/" + client + "/timeline");
    }

    private static JsonNode card(String client) throws IOException, InterruptedException {
        return hub.outside().asks("/api/clients/" + client);
    }

    private static List<String> found(String q) throws IOException, InterruptedException {
        return new ArrayList<>(hub.outside().clientsBy(q));
    }

    private static String page(String path) throws IOException, InterruptedException {
        return new String(hub.outside().fetches(path + (path.contains("?") ? "&" : "?") + "lang=en"),
                StandardCharsets.UTF_8);
    }
}
