package org.interactionhub.channels.webform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.channels.fixture.RunningInlets.json;
import static org.interactionhub.channels.fixture.RunningInlets.receiptId;

import java.net.http.HttpResponse;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.events.InteractionReport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormInletTest {

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String A_FORM = "name=%D0%90%D0%BD%D0%BD%D0%B0&email=anna%40client.example&message=Pump+12"
            + "&utm_source=letter";

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void an_urlencoded_form_is_reported_with_its_original() {
        // Given
        double before = inlets.counted("web-form", "accepted");

        // When
        var answer = post("contact", URLENCODED + ";charset=utf-8", A_FORM);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        InteractionReport report = inlets.reports().report(receiptId(answer));
        assertThat(report.account()).isEqualTo("contact");
        assertThat(report.text()).contains("Pump 12");
        assertThat(report.original().contentType()).isEqualTo(URLENCODED + ";charset=utf-8");
        assertThat(report.original().inline()).hasValue(A_FORM.getBytes(UTF_8));
        assertThat(inlets.counted("web-form", "accepted")).isEqualTo(before + 1);
    }

    @Test
    void json_and_multipart_forms_are_read_too() {
        assertThat(report(post("contact", "application/json", "{\"email\":\"a@b.example\",\"message\":\"hi\"}")).text())
                .contains("hi");
        assertThat(report(post("contact", "multipart/form-data; boundary=AaB", multipart("AaB", "hi"))).text())
                .contains("hi");
    }

    @Test
    void a_form_without_a_key_is_a_new_one_each_time() {
        assertThat(receiptId(post("contact", URLENCODED, A_FORM)))
                .isNotEqualTo(receiptId(post("contact", URLENCODED, A_FORM)));
    }

    @Test
    void the_same_key_and_body_give_the_same_receipt() {
        // When
        String first = receiptId(post("contact", URLENCODED, A_FORM, "Idempotency-Key", "same-1"));
        String second = receiptId(post("contact", URLENCODED, A_FORM, "Idempotency-Key", "same-1"));
        String otherForm = receiptId(post("callback", URLENCODED, A_FORM, "Idempotency-Key", "same-1"));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(otherForm).isNotEqualTo(first);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        // Given
        post("contact", URLENCODED, A_FORM, "Idempotency-Key", "other-1");
        double before = inlets.counted("web-form", "refused");

        // When
        var answer = post("contact", URLENCODED, A_FORM + "&x=1", "Idempotency-Key", "other-1");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("detail").asString()).contains("Idempotency-Key");
        assertThat(inlets.counted("web-form", "refused")).isEqualTo(before + 1);
    }

    @Test
    void another_boundary_makes_no_other_body() {
        // When
        var first = post("contact", "multipart/form-data; boundary=AaB", multipart("AaB", "hi"), "Idempotency-Key",
                "boundary-1");
        var again = post("contact", "multipart/form-data; boundary=\"XyZ\"", multipart("XyZ", "hi"),
                "Idempotency-Key", "boundary-1");

        // Then
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(receiptId(again)).isEqualTo(receiptId(first));
    }

    @ParameterizedTest
    @CsvSource({"application/json,{oops,400", "multipart/form-data,x,400", "text/plain,hello,415", "nonsense,hello,415",
            "application/json,'',400"})
    void broken_transport_is_refused_in_words(String contentType, String body, int status) {
        // Given
        double before = inlets.counted("web-form", "refused");

        // When
        var answer = post("contact", contentType, body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("detail").asString()).endsWith(".");
        assertThat(inlets.counted("web-form", "refused")).isEqualTo(before + 1);
    }

    @Test
    void a_form_of_more_than_a_mebibyte_is_too_large() {
        assertThat(post("contact", URLENCODED, "a=" + "x".repeat(1024 * 1024)).statusCode()).isEqualTo(413);
    }

    @Test
    void a_page_of_another_site_may_post_a_form_but_nothing_else() {
        // When
        var form = post("contact", URLENCODED, A_FORM, "Origin", "https://www.acme.example");
        var chat = inlets.post("/intake/chats/site", "application/json", "{}".getBytes(UTF_8), "Origin",
                "https://www.acme.example");

        // Then
        assertThat(form.statusCode()).isEqualTo(202);
        assertThat(form.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(chat.statusCode()).isEqualTo(403);
    }

    private static String multipart(String boundary, String message) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na@b.example\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n" + message + "\r\n--" + boundary
                + "--\r\n";
    }

    private InteractionReport report(HttpResponse<String> answer) {
        return inlets.reports().report(receiptId(answer));
    }

    private HttpResponse<String> post(String form, String contentType, String body, String... headers) {
        return inlets.post("/intake/forms/" + form, contentType, body.getBytes(UTF_8), headers);
    }
}
