package org.interactionhub.channels.business;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.channels.fixture.RunningInlets.receiptId;

import java.net.http.HttpResponse;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.InteractionReport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingInletTest {

    private static final String PAYMENT = """
            {"reference": "ПП-1", "date": "2026-03-16", "amount": "10,00", "email": "anna@acme.example"}""";

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void a_payment_has_the_same_receipt_however_often_it_is_told() {
        String receipt = receiptId(post("/intake/payments/1c", "application/json", PAYMENT));

        String again = receiptId(post("/intake/payments/1c", "application/json", PAYMENT.replace("10,00", "10.00")));

        assertThat(again).isEqualTo(receipt);
        assertThat(inlets.reports().report(receipt).account()).isEqualTo("1c");
        assertThat(inlets.reports().report(receipt).kind()).isEqualTo(Kind.PAYMENT_RECEIVED);
    }

    @Test
    void the_same_body_sent_as_a_deal_is_a_deal() {
        String receipt = receiptId(post("/intake/deals/1c", "application/json", PAYMENT));

        InteractionReport report = inlets.reports().report(receipt);

        assertThat(report.kind()).isEqualTo(Kind.DEAL_WON);
    }

    @Test
    void each_record_of_a_file_is_answered_and_counted() {
        double accepted = inlets.counted("business", "accepted");
        double unreadable = inlets.counted("business", "unreadable");

        var answer = post("/intake/payments/1c", "text/csv",
                "no;date;amount;phone\n1;2026-03-16;10,00;+79031234567\n2;soon;10,00;+79031234567\n");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(RunningInlets.json(answer).path("items").size()).isEqualTo(2);
        assertThat(inlets.counted("business", "accepted")).isEqualTo(accepted + 1);
        assertThat(inlets.counted("business", "unreadable")).isEqualTo(unreadable + 1);
    }

    @Test
    void what_is_not_even_json_is_refused() {
        assertThat(post("/intake/payments/1c", "application/json", "{").statusCode()).isEqualTo(400);
        assertThat(post("/intake/payments/1c", "application/pdf", "{}").statusCode()).isEqualTo(415);
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return inlets.post(path, type, body.getBytes(UTF_8));
    }
}
