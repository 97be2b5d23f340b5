package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What users of other tools complain of when clients change hands, through the whole hub. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HandoverTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static SharedHub hub;

    private final int number = NUMBERS.incrementAndGet();
    private final String oleg = "Олег " + number;
    private final String irina = "Ирина " + number;
    private String acme = "";
    private String lotos = "";

    @BeforeAll
    static void start() throws Exception {
        hub = SharedHub.get();
    }

    @BeforeEach
    void olegHasTwo() throws Exception {
        acme = isLookedAfterBy(oleg);
        lotos = isLookedAfterBy(oleg);
    }

    @Test
    void plans_go_along_whichever_are_meant_and_come_back_with_the_undo() throws Exception {
        plans(acme, "Осмотр");
        plans(lotos, "Смета");

        JsonNode told = handsOver(List.of(acme, lotos), "");

        assertThat(promises(irina, told)).containsExactlyInAnyOrder("Осмотр", "Смета");
        assertThat(promises(oleg, told)).isEmpty();
        JsonNode undone = says("/api/handovers/" + told.path("id").asString() + "/undo", "{}");
        assertThat(promises(irina, undone)).isEmpty();
        assertThat(promises(oleg, undone)).containsExactlyInAnyOrder("Осмотр", "Смета");
    }

    @Test
    void what_was_for_a_time_is_over_by_itself() throws Exception {
        JsonNode told = handsOver(List.of(acme), """
                ,"since":"%s","until":"%s\"""".formatted(Instant.now().minus(Duration.ofDays(2)),
                Instant.now().minus(Duration.ofDays(1))));

        assertThat(owner(acme, told)).isEqualTo(oleg);
        assertThat(handover(told).path("state").asString()).isEqualTo("over");
    }

    @Test
    void a_name_with_a_slash_has_a_portfolio() throws Exception {
        String both = "Олег/Ирина " + oleg;
        says("/api/clients/" + acme + "/owner", "{\"owner\":\"%s\"}".formatted(both));
        plans(acme, "Осмотр");

        Stream<String> promises = promises(both, says("/api/clients", "{\"name\":\"Somebody\"}"));

        assertThat(promises).containsExactly("Осмотр");
        assertThat(new String(hub.outside().fetches("/portfolios/" + encoded(both)), StandardCharsets.UTF_8))
                .contains(both);
    }

    @Test
    void whoever_was_given_to_somebody_else_meanwhile_stays_there_after_the_undo() throws Exception {
        JsonNode told = handsOver(List.of(acme, lotos), "");
        says("/api/clients/" + lotos + "/owner", "{\"owner\":\"Пётр\"}");

        JsonNode undone = says("/api/handovers/" + told.path("id").asString() + "/undo", "{\"reason\":\"Ошибка\"}");

        assertThat(owner(acme, undone)).isEqualTo(oleg);
        assertThat(owner(lotos, undone)).isEqualTo("Пётр");
    }

    @Test
    void the_same_owner_for_the_same_day_is_heard_again_behind_a_handover() throws Exception {
        handsOver(List.of(acme), ",\"since\":\"2026-01-12T00:00:00Z\"");

        JsonNode again = says("/api/clients/" + acme + "/owner",
                "{\"owner\":\"%s\",\"since\":\"2026-01-12T00:00:00Z\"}".formatted(oleg));

        assertThat(owner(acme, again)).isEqualTo(oleg);
    }

    @Test
    void an_old_id_hands_over_whom_she_counts_as() throws Exception {
        says("/api/clients/" + acme + "/merges", "{\"other\":\"" + lotos + "\"}");

        JsonNode told = handsOver(List.of(lotos), "");

        assertThat(owner(acme, told)).isEqualTo(irina);
    }

    @Test
    void what_a_preview_names_is_what_changes_hands() throws Exception {
        asks("/api/clients?limit=1&atLeast=" + position());

        JsonNode preview = says("/api/previews/handover",
                "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(oleg, irina));

        List<String> named = preview.path("clients").valueStream().map(one -> one.path("id").asString()).toList();
        JsonNode told = handsOver(named, "");

        assertThat(named).containsExactlyInAnyOrder(acme, lotos);
        assertThat(handover(told).path("items").valueStream().map(one -> one.path("owner").asString()))
                .containsOnly(irina);
    }

    private String isLookedAfterBy(String owner) throws Exception {
        String id = says("/api/clients", "{\"name\":\"Client of " + owner + "\"}").path("id").asString();
        says("/api/clients/" + id + "/owner",
                "{\"owner\":\"%s\",\"since\":\"2026-01-12T00:00:00Z\"}".formatted(owner));
        return id;
    }

    private static void plans(String client, String subject) throws Exception {
        says("/api/interactions", """
                {"clientId":"%s","channel":"meeting","plannedFor":"%s","subject":"%s"}"""
                .formatted(client, Instant.now().plus(Duration.ofDays(3)), subject));
    }

    /** @param more of the body, beginning with a comma */
    private JsonNode handsOver(List<String> clients, String more) throws Exception {
        return says("/api/handovers", "{\"from\":\"%s\",\"to\":\"%s\",\"clients\":%s%s}".formatted(oleg, irina,
                clients.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]")), more));
    }

    private static Stream<String> promises(String owner, JsonNode written) throws Exception {
        return asks("/api/portfolios/" + encoded(owner) + "?atLeast=" + written.path("position").asLong())
                .path("promises").valueStream()
                .map(promise -> promise.path("subject").asString());
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String owner(String client, JsonNode written) throws Exception {
        return asks("/api/clients/" + client + "?atLeast=" + written.path("position").asLong()).path("owner")
                .asString();
    }

    private static JsonNode handover(JsonNode told) throws Exception {
        return asks("/api/handovers/" + told.path("id").asString() + "?atLeast=" + told.path("position").asLong());
    }

    /** Where a fact stands that was written just now. */
    private static long position() throws Exception {
        return says("/api/clients", "{\"name\":\"Somebody\"}").path("position").asLong();
    }

    private static JsonNode says(String path, String body) throws Exception {
        return hub.outside().says(path, body);
    }

    private static JsonNode asks(String path) throws Exception {
        return hub.outside().asks(path);
    }
}
