package org.interactionhub.channels.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.channels.fixture.RunningInlets.receiptId;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReportedOriginal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailInletTest {

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void a_mail_is_reported_with_its_original_byte_for_byte() {
        // Given
        byte[] mail = aMail("Pump 12", "Привет,\r\n.a dot\r\n\nbare\r\n");
        double before = inlets.counted("email", "accepted");

        // When
        var answer = push("/intake/emails?to=Sales%2BNorth@Acme.example", mail);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        InteractionReport report = inlets.reports().report(receiptId(answer));
        assertThat(report.account()).isEqualTo("sales+north@acme.example");
        assertThat(report.subject()).isEqualTo("Pump 12");
        assertThat(report.original().inline()).hasValue(mail);
        assertThat(report.original().sha256()).isEqualTo(ReportedOriginal.sha256(mail));
        assertThat(inlets.counted("email", "accepted")).isEqualTo(before + 1);
    }

    @Test
    void the_same_mail_to_the_same_mailbox_gets_the_same_receipt() {
        // Given
        byte[] mail = aMail("Twice", "once is enough\r\n");

        // When
        String first = receiptId(push("/intake/emails?to=sales@acme.example", mail));
        String second = receiptId(push("/intake/emails?to=SALES@acme.example", mail));
        String elsewhere = receiptId(push("/intake/emails?to=service@acme.example", mail));

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(elsewhere).isNotEqualTo(first);
        assertThat(inlets.reports().records(first)).hasSize(2);
    }

    @Test
    void a_body_that_curl_calls_a_form_is_still_a_mail() {
        // Given
        byte[] mail = aMail("Form?", "to=somebody@else.example\r\n");

        // When
        var answer = inlets.post("/intake/emails?to=sales@acme.example", "application/x-www-form-urlencoded", mail);

        // Then
        InteractionReport report = inlets.reports().report(receiptId(answer));
        assertThat(report.account()).isEqualTo("sales@acme.example");
        assertThat(report.original().inline()).hasValue(mail);
    }

    @Test
    void without_an_envelope_the_mail_itself_names_the_account() {
        // When
        var answer = push("/intake/emails", aMail("No envelope", "hello\r\n"));

        // Then
        assertThat(inlets.reports().report(receiptId(answer)).account()).isEqualTo("office@acme.example");
    }

    @Test
    void a_mail_for_several_mailboxes_is_several_reports() {
        // When
        var answer = push("/intake/emails?to=a@acme.example&to=b@acme.example", aMail("Both", "hello\r\n"));

        // Then
        assertThat(RunningInlets.json(answer).path("items").size()).isEqualTo(2);
    }

    @Test
    void a_mailbox_named_twice_in_other_letters_is_one_and_more_than_a_hundred_are_refused() {
        // Given
        double refused = inlets.counted("email", "refused");

        // When
        var twice = push("/intake/emails?to=a@acme.example&to=A@acme.example", aMail("Once", "hello\r\n"));
        var tooMany = push("/intake/emails?" + "to=a@acme.example&".repeat(50) + IntStream.range(0, 101)
                .mapToObj(number -> "to=box" + number + "@acme.example")
                .collect(Collectors.joining("&")), aMail("All", "hello\r\n"));

        // Then
        assertThat(receiptId(twice)).isNotEmpty();
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(RunningInlets.json(tooMany).path("detail").asString()).contains("100 recipients");
        assertThat(inlets.counted("email", "refused")).isEqualTo(refused + 1);
    }

    @Test
    void an_empty_mail_is_kept_though_nobody_can_read_it() {
        // Given
        double before = inlets.counted("email", "unreadable");

        // When
        var answer = push("/intake/emails?to=sales@acme.example", new byte[0]);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(inlets.reports().report(receiptId(answer)).unreadable()).isNotNull();
        assertThat(inlets.counted("email", "unreadable")).isEqualTo(before + 1);
    }

    @Test
    void a_large_original_lies_beside_its_report() throws IOException {
        // Given
        byte[] mail = aMail("Large", "0123456789abcdef\r\n".repeat(300 * 1024 / 18));

        // When
        var answer = push("/intake/emails?to=sales@acme.example", mail);

        // Then
        ReportedOriginal original = inlets.reports().report(receiptId(answer)).original();
        assertThat(original.bytes()).isNull();
        assertThat(original.size()).isEqualTo(mail.length);
        assertThat(Files.readAllBytes(inlets.originals().resolve(original.sha256()))).isEqualTo(mail);
        assertThat(inlets.originals().toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void a_mail_of_more_than_32_MiB_is_too_large() {
        // Given
        double before = inlets.counted("email", "refused");

        // When
        var answer = push("/intake/emails?to=sales@acme.example", new byte[32 * 1024 * 1024 + 1]);

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(RunningInlets.json(answer).path("detail").asString()).contains("32 MiB");
        assertThat(inlets.counted("email", "refused")).isEqualTo(before + 1);
    }

    @Test
    void a_mail_of_32_MiB_is_taken() {
        // Given
        byte[] head = aMail("Huge", "");
        byte[] mail = Arrays.copyOf(head, 32 * 1024 * 1024);
        Arrays.fill(mail, head.length, mail.length, (byte) 'x');

        // When
        var answer = push("/intake/emails?to=sales@acme.example", mail);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(inlets.reports().report(receiptId(answer)).original().size()).isEqualTo(mail.length);
    }

    private HttpResponse<String> push(String path, byte[] mail) {
        return inlets.post(path, "message/rfc822", mail);
    }

    static byte[] aMail(String subject, String text) {
        return ("From: Anna <anna@client.example>\r\nTo: =?utf-8?Q?B=C3=BCro?= <Office@acme.example>, x@y.example\r\n"
                + "Date: Tue, 24 Nov 2026 09:00:00 +0000\r\nMessage-ID: <" + subject.hashCode() + "@client.example>\r\n"
                + "Subject: " + subject + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text)
                .getBytes(UTF_8);
    }
}
