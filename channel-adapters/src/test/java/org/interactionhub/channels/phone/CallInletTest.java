package org.interactionhub.channels.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.channels.fixture.RunningInlets.receiptId;

import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.events.InteractionReport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallInletTest {

    private static final String HEADER = "accountcode,src,dst,dcontext,clid,channel,dstchannel,lastapp,lastdata,start,"
            + "answer,end,duration,billsec,disposition,amaflags,uniqueid,userfield\r\n";

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void the_events_of_one_call_are_reports_of_one_interaction_in_one_partition() {
        // Given
        String ring = receiptId(json("newCall"));

        // When
        String hangup = receiptId(json("hangup"));

        // Then
        InteractionReport first = inlets.reports().report(ring);
        InteractionReport last = inlets.reports().report(hangup);
        assertThat(ring).isNotEqualTo(hangup);
        assertThat(last.interactionId()).isEqualTo(first.interactionId());
        assertThat(inlets.reports().records(hangup).getFirst().partition())
                .isEqualTo(inlets.reports().records(ring).getFirst().partition());
        assertThat(inlets.reports().records(ring).getFirst().key()).matches("[0-9a-f]{32}");
    }

    @Test
    void the_same_event_as_a_form_has_the_same_receipt() {
        assertThat(receiptId(post("application/x-www-form-urlencoded",
                "event=newCall&callId=call-1&from=%2B74951234567&to=100&direction=in")))
                .isEqualTo(receiptId(json("newCall")));
    }

    @Test
    void each_record_of_a_call_log_is_answered() {
        // Given
        double accepted = inlets.counted("phone", "accepted");
        double unreadable = inlets.counted("phone", "unreadable");

        // When
        var answer = post("text/csv",
                HEADER + record("1", "4951234567") + record("2", "4951234568") + "broken,row\r\n");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(RunningInlets.json(answer).path("items").size()).isEqualTo(3);
        assertThat(inlets.counted("phone", "accepted")).isEqualTo(accepted + 2);
        assertThat(inlets.counted("phone", "unreadable")).isEqualTo(unreadable + 1);
        String first = RunningInlets.json(answer).at("/items/0/receiptId").asString();
        assertThat(inlets.reports().report(first).unreadable()).isNull();
    }

    @Test
    void a_long_call_log_is_kept_whole() {
        // Given
        double accepted = inlets.counted("phone", "accepted");
        String log = IntStream.range(0, 10_000).mapToObj(each -> record("long-" + each, "4951234567"))
                .collect(joining("", HEADER, ""));

        // When
        var answer = post("text/csv", log);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(inlets.counted("phone", "accepted")).isEqualTo(accepted + 10_000);
    }

    @Test
    void a_record_too_long_to_travel_leaves_the_whole_log_beside_it() {
        // Given
        String log = HEADER + record("3", "x".repeat(300 * 1024));

        // When
        var answer = post("text/csv", log);

        // Then
        String id = RunningInlets.json(answer).at("/items/0/receiptId").asString();
        InteractionReport report = inlets.reports().report(id);
        assertThat(inlets.originals().resolve(report.original().sha256())).hasContent(log);
    }

    @Test
    void a_call_log_with_too_many_records_is_to_be_split() {
        // When
        var answer = post("text/csv", "a,b\n".repeat(2 * 1024 * 1024 - 1));

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(RunningInlets.json(answer).path("detail").asString()).contains("Split the file");
    }

    @Test
    void what_is_no_call_event_is_kept_as_unreadable() {
        // When
        var answer = post("application/json", "{\"event\":\"singing\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(inlets.reports().report(receiptId(answer)).unreadable()).isNotNull();
    }

    @Test
    void what_is_not_its_content_type_is_refused() {
        assertThat(post("application/json", "event=newCall").statusCode()).isEqualTo(400);
        assertThat(post("application/xml", "<call/>").statusCode()).isEqualTo(415);
    }

    private HttpResponse<String> json(String event) {
        return post("application/json", "{\"event\":\"" + event
                + "\",\"callId\":\"call-1\",\"from\":\"+74951234567\",\"to\":\"100\",\"direction\":\"in\"}");
    }

    private static String record(String id, String from) {
        return "," + from + ",100,in,,SIP/1,SIP/2,Dial,,2026-11-24 09:00:00,2026-11-24 09:00:05,2026-11-24 09:01:05,65,"
                + "60,ANSWERED,3," + id + ",\r\n";
    }

    private HttpResponse<String> post(String contentType, String body) {
        return inlets.post("/intake/calls/office", contentType, body.getBytes(UTF_8));
    }
}
