package org.interactionhub.channels.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.channels.fixture.RunningInlets.receiptId;

import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.events.InteractionReport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChatInletTest {

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void a_telegram_message_is_reported_and_its_repeat_has_the_same_receipt() {
        // Given
        byte[] update = """
                {"update_id":10,"message":{"message_id":5,"date":1795510800,"text":"Pump 12?",
                "chat":{"id":77,"type":"private"},"from":{"id":77,"is_bot":false,"first_name":"Anna"}}}"""
                .getBytes(UTF_8);

        // When
        var answer = inlets.post("/intake/chats/bot", "application/json", update);
        var again = inlets.post("/intake/chats/bot", "application/json; charset=utf-8", update);

        // Then
        InteractionReport report = inlets.reports().report(receiptId(answer));
        assertThat(report.text()).isEqualTo("Pump 12?");
        assertThat(report.original().inline()).hasValue(update);
        assertThat(receiptId(again)).isEqualTo(receiptId(answer));
    }

    @Test
    void what_no_reader_knows_is_kept_as_unreadable() {
        // Given
        double before = inlets.counted("chat", "unreadable");

        // When
        var answer = inlets.post("/intake/chats/bot", "application/json", "{\"poll\":{}}".getBytes(UTF_8));

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(inlets.reports().report(receiptId(answer)).unreadable()).isNotNull();
        assertThat(inlets.counted("chat", "unreadable")).isEqualTo(before + 1);
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThat(inlets.post("/intake/chats/bot", "application/json", "{".getBytes(UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(inlets.post("/intake/chats/bot", "text/html", "{}".getBytes(UTF_8)).statusCode()).isEqualTo(415);
    }
}
