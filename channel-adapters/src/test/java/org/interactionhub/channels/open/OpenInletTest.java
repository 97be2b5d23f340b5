package org.interactionhub.channels.open;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.channels.fixture.RunningInlets.receiptId;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Base64;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReportId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenInletTest {

    private static final String TYPE = "org.interactionhub.interaction.reported.v1";

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void a_report_in_binary_mode_keeps_the_senders_id_and_its_data_is_the_original() {
        // Given
        String id = id("binary");
        String data = aReport(id, "");

        // When
        var answer = binary(id, TYPE, data);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(receiptId(answer)).isEqualTo(id);
        InteractionReport report = inlets.reports().report(id);
        assertThat(report.text()).isEqualTo("Hello");
        assertThat(report.original().contentType()).isEqualTo("application/json");
        assertThat(report.original().inline()).hasValue(data.getBytes(UTF_8));
    }

    @Test
    void a_payment_is_read_from_the_data_of_its_event() {
        String data = "{\"reference\":\"open-1\",\"date\":\"2026-03-16\",\"amount\":10,\"email\":\"anna@acme.example\"}";

        var answer = binary("4711", "org.interactionhub.payment.reported.v1", data);

        InteractionReport report = inlets.reports().report(receiptId(answer));
        assertThat(report.kind()).isEqualTo(InteractionReport.Kind.PAYMENT_RECEIVED);
        assertThat(report.channel()).isEqualTo(Channel.BUSINESS);
        assertThat(report.booking()).isNotNull();
        assertThat(report.original().inline()).hasValue(data.getBytes(UTF_8));
    }

    @Test
    void an_original_that_travels_with_the_report_stays() {
        // Given
        String id = id("with-original");
        String inline = ",\"original\":{\"contentType\":\"text/plain\",\"sha256\":\"\",\"size\":0,\"bytes\":\""
                + Base64.getEncoder().encodeToString("raw".getBytes(UTF_8)) + "\"}";

        // When
        binary(id, TYPE, aReport(id, inline));

        // Then
        assertThat(inlets.reports().report(id).original().inline()).hasValue("raw".getBytes(UTF_8));
        assertThat(inlets.reports().report(id).original().size()).isEqualTo(3);
    }

    @Test
    void a_large_original_that_travels_with_the_report_is_put_beside_it() throws IOException {
        // Given
        String id = id("large-original");
        byte[] raw = "x".repeat(400 * 1024).getBytes(UTF_8);
        String inline = ",\"original\":{\"contentType\":\"text/plain\",\"sha256\":\"\",\"size\":0,\"bytes\":\""
                + Base64.getEncoder().encodeToString(raw) + "\"}";

        // When
        binary(id, TYPE, aReport(id, inline));

        // Then
        InteractionReport report = inlets.reports().report(id);
        assertThat(report.original().bytes()).isNull();
        assertThat(Files.readAllBytes(inlets.originals().resolve(report.original().sha256()))).isEqualTo(raw);
    }

    @Test
    void a_structured_event_is_the_same_report_and_its_data_stays_as_it_was_written() {
        // Given
        String id = id("structured");
        String data = "{ \"x\": \"}\\\"\", " + aReport(id, "").substring(1);

        // When
        var answer = post("application/cloudevents+json; charset=utf-8", structured(id, TYPE, data));

        // Then
        assertThat(receiptId(answer)).isEqualTo(id);
        assertThat(inlets.reports().report(id).original().inline()).hasValue(data.getBytes(UTF_8));
    }

    @Test
    void each_event_of_a_batch_is_answered_for_itself() {
        // Given
        String id = id("batch");
        double accepted = inlets.counted("open", "accepted");
        double unreadable = inlets.counted("open", "unreadable");
        double refused = inlets.counted("open", "refused");

        // When
        var answer = post("application/cloudevents-batch+json",
                "[" + structured(id, TYPE, aReport(id, "")) + ",{\"data\":{}},"
                        + structured("other", "com.example.other", "{\"a\":1}") + "]");

        // Then
        JsonNode items = RunningInlets.json(answer).path("items");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.at("/0/receiptId").asString()).isEqualTo(id);
        assertThat(items.at("/1/problem/detail").asString()).contains("'id'");
        assertThat(inlets.reports().codeOf(items.at("/2/receiptId").asString()))
                .isEqualTo("unknown-type");
        assertThat(inlets.counted("open", "accepted")).isEqualTo(accepted + 1);
        assertThat(inlets.counted("open", "unreadable")).isEqualTo(unreadable + 1);
        assertThat(inlets.counted("open", "refused")).isEqualTo(refused + 1);
    }

    @Test
    void what_is_no_report_is_kept_with_its_reason() {
        assertThat(codeOf(binary("1", "com.example.other", "{}"))).isEqualTo("unknown-type");
        assertThat(codeOf(binary("2", TYPE, "{\"a\":1}"))).isEqualTo("not-a-report");
        assertThat(codeOf(binary("3", TYPE, "[1]"))).isEqualTo("not-a-report");
        assertThat(codeOf(binary("4", TYPE, aReport(id("elsewhere"), "")))).isEqualTo("two-ids");
    }

    @Test
    void null_where_something_belongs_is_kept_with_its_reason() {
        assertThat(codeOf(binary("null-1", TYPE, "null"))).isEqualTo("not-a-report");
        assertThat(codeOf(post("application/cloudevents+json", structured("null-2", TYPE, "null"))))
                .isEqualTo("not-a-report");
        assertThat(codeOf(batched(structured("null-3", TYPE, "null")))).isEqualTo("not-a-report");
        assertThat(codeOf(binary(id("n4"), TYPE, aReport(id("n4"), ",\"attributes\":{\"a\":null}"))))
                .isEqualTo("not-a-report");
        assertThat(codeOf(binary(id("n5"), TYPE, aReport(id("n5"), ",\"attachments\":[null]"))))
                .isEqualTo("not-a-report");
    }

    @Test
    void no_report_is_so_large_or_so_odd_that_it_closes_the_inlets() {
        // Given
        String id = id("poison");
        String report = aReport(id, "");

        // Then
        assertThat(codeOf(binary(id, TYPE, report.replace("\"crm\",\"dir", "\"" + "a".repeat(1_000_000) + "\",\"dir"))))
                .isEqualTo("not-a-report");
        assertThat(codeOf(binary(id, TYPE, report.replace("2026-", "+1000000-")))).isEqualTo("not-a-report");
        assertThat(codeOf(batched(structured(id, TYPE,
                aReport(id, ",\"conversation\":\"" + "c".repeat(5_000_000) + "\""))))).isEqualTo("not-a-report");
        assertThat(codeOf(batched(structured("x", "com.example.other", "{}").replace("/crm", "s".repeat(3_000_000)))))
                .isEqualTo("unknown-type");
        String half = id("half");
        binary(half, TYPE, aReport(half, "").replace("\"crm\",\"dir", "\"crm\\ud800\",\"dir"));
        assertThat(inlets.reports().report(half).account()).isEqualTo("crm\uFFFD");
    }

    private HttpResponse<String> batched(String event) {
        return post("application/cloudevents-batch+json", "[" + event + "]");
    }

    @Test
    void the_same_unreadable_event_again_has_the_same_receipt() {
        assertThat(receiptId(binary("5", "com.example.other", "{}")))
                .isEqualTo(receiptId(binary("5", "com.example.other", "{}")));
    }

    @Test
    void what_is_no_event_at_all_is_refused() {
        assertThat(inlets.post("/intake/interactions", "application/json", "{}".getBytes(UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(binary("6", TYPE, "{oops").statusCode()).isEqualTo(400);
        assertThat(binary("6", TYPE, "").statusCode()).isEqualTo(400);
        assertThat(post("application/cloudevents+json", "{} {}").statusCode()).isEqualTo(400);
        assertThat(post("application/cloudevents+json", "[]").statusCode()).isEqualTo(400);
        assertThat(post("application/cloudevents-batch+json", "[{},").statusCode()).isEqualTo(400);
    }

    private String codeOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode json = RunningInlets.json(answer);
        return inlets.reports()
                .codeOf((json.has("items") ? json.at("/items/0/receiptId") : json.path("receiptId")).asString());
    }

    private static String id(String delivery) {
        return ReportId.of(Channel.NOTE, "crm", delivery, null).toString();
    }

    private static String aReport(String id, String original) {
        return "{\"reportId\":\"" + id + "\",\"interactionId\":\"" + id
                + "\",\"kind\":\"recorded\",\"channel\":\"chat\","
                + "\"account\":\"crm\",\"direction\":\"inbound\",\"occurredAt\":\"2026-11-24T09:00:00Z\",\"participants\":"
                + "[{\"role\":\"from\",\"type\":\"email\",\"value\":\"anna@client.example\"}],\"text\":\"Hello\","
                + "\"reader\":{\"name\":\"crm\",\"version\":3}" + original + "}";
    }

    private static String structured(String id, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/crm\",\"type\":\"" + type + "\",\"data\":"
                + data + ",\"extra\":\"ж\"}";
    }

    private HttpResponse<String> binary(String id, String type, String data) {
        return inlets.post("/intake/interactions", "application/json", data.getBytes(UTF_8), "ce-id", id, "ce-type",
                type, "ce-source", "/crm", "ce-specversion", "1.0");
    }

    private HttpResponse<String> post(String contentType, String body) {
        return inlets.post("/intake/interactions", contentType, body.getBytes(UTF_8));
    }
}
