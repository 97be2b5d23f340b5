package org.interactionhub.channels.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.channels.fixture.RunningInlets.receiptId;

import java.io.IOException;
import java.util.Arrays;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.channels.fixture.SmtpClient;
import org.interactionhub.events.InteractionReport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpInletTest {

    private static final int MIB = 1024 * 1024;

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void a_mail_is_kept_byte_for_byte_and_nothing_is_added() throws IOException {
        // Given
        byte[] mail = MailInletTest.aMail("By SMTP", ".dot first\r\n..two\r\nПривет\nbare LF\r\n\t\r\n");

        // When
        String answer = send(mail, "Sales@Acme.example");

        // Then
        assertThat(answer).startsWith("250 2.0.0 Kept as ");
        InteractionReport report = inlets.reports().report(answer.substring("250 2.0.0 Kept as ".length()));
        assertThat(report.account()).isEqualTo("sales@acme.example");
        assertThat(report.original().inline()).hasValue(mail);
    }

    @Test
    void http_and_smtp_give_the_same_mail_the_same_id() throws IOException {
        // Given
        byte[] mail = MailInletTest.aMail("Either way", "hello\r\n");

        // When
        String answer = send(mail, "sales@acme.example");
        String pushed = receiptId(inlets.post("/intake/emails?to=sales@acme.example", "message/rfc822", mail));

        // Then
        assertThat(answer).endsWith(pushed);
    }

    @Test
    void each_recipient_has_a_report_of_its_own() throws IOException {
        // When
        String answer = send(MailInletTest.aMail("All", "hello\r\n"), "a@acme.example", "b@acme.example",
                "A@acme.example");

        // Then
        String[] ids = answer.substring("250 2.0.0 Kept as ".length()).split(" ");
        assertThat(ids).hasSize(2);
        assertThat(inlets.reports().report(ids[1]).account()).isEqualTo("b@acme.example");
    }

    @Test
    void a_bounce_without_a_sender_is_taken() throws IOException {
        try (SmtpClient client = client()) {
            assertThat(client.mail("", MailInletTest.aMail("Bounce", "gone\r\n"), "sales@acme.example"))
                    .startsWith("250");
        }
    }

    @Test
    void a_size_that_is_announced_too_large_is_refused_at_once() throws IOException {
        try (SmtpClient client = client()) {
            client.say("EHLO tests.example");
            assertThat(client.say("MAIL FROM:<a@b.example> SIZE=" + (32 * MIB + 1))).startsWith("552");
            assertThat(client.say("MAIL FROM:<a@b.example> SIZE=" + 32 * MIB)).startsWith("250");
        }
    }

    @Test
    void a_mail_that_turns_out_too_large_is_refused_at_its_end_and_the_talk_goes_on() throws IOException {
        // Given
        double before = inlets.counted("email", "refused");
        byte[] mail = "x".repeat(33 * MIB).getBytes(US_ASCII);

        try (SmtpClient client = client()) {
            // When
            String answer = client.mail("a@b.example", mail, "sales@acme.example");

            // Then
            assertThat(answer).startsWith("552 5.3.4");
            assertThat(client.mail("a@b.example", MailInletTest.aMail("After", "small\r\n"), "sales@acme.example"))
                    .startsWith("250");
            assertThat(inlets.counted("email", "refused")).isEqualTo(before + 1);
        }
    }

    @Test
    void only_CRLF_dot_CRLF_ends_a_mail() throws IOException {
        // Given
        String smuggled = "\n.\r\nMAIL FROM:<evil@b.example>\r\nRCPT TO:<x@acme.example>\r\nDATA\r\nSubject: smuggled\r\n"
                + "\r\n.\nMAIL FROM:<evil@b.example>\n\r.\r\n.\n";
        byte[] mail = MailInletTest.aMail("Smuggling", smuggled + "\r\n");

        try (SmtpClient client = client()) {
            // When
            String answer = client.mail("a@b.example", mail, "sales@acme.example");

            // Then
            InteractionReport report = inlets.reports().report(answer.substring("250 2.0.0 Kept as ".length()));
            assertThat(new String(report.original().inline().orElseThrow(), ISO_8859_1))
                    .isEqualTo(new String(mail, ISO_8859_1));
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }

    @Test
    void a_mail_in_chunks_is_the_same_mail() throws IOException {
        // Given
        byte[] mail = MailInletTest.aMail("Chunks", "\r\n.\r\nnot the end\r\n");
        int half = mail.length / 2;

        try (SmtpClient client = client()) {
            client.say("EHLO tests.example");
            client.say("MAIL FROM:<a@b.example> BODY=8BITMIME");
            client.say("RCPT TO:<sales@acme.example>");

            // When
            client.send(("BDAT " + half + "\r\n").getBytes(US_ASCII));
            client.send(Arrays.copyOf(mail, half));
            assertThat(client.answer()).startsWith("250");
            client.send(("BDAT " + (mail.length - half) + " LAST\r\n").getBytes(US_ASCII));
            client.send(Arrays.copyOfRange(mail, half, mail.length));
            String answer = client.answer();

            // Then
            InteractionReport report = inlets.reports().report(answer.substring("250 2.0.0 Kept as ".length()));
            assertThat(report.original().inline()).hasValue(mail);
        }
    }

    @Test
    void a_connection_that_ends_in_the_middle_leaves_nothing() throws IOException {
        // Given
        double before = inlets.counted("email", "received");

        // When
        try (SmtpClient client = client()) {
            client.say("EHLO tests.example");
            client.say("MAIL FROM:<a@b.example>");
            client.say("RCPT TO:<sales@acme.example>");
            client.say("DATA");
            client.send("Subject: half a mail\r\n".getBytes(UTF_8));
        }

        // Then
        assertThat(send(MailInletTest.aMail("Whole", "hello\r\n"), "sales@acme.example")).startsWith("250");
        assertThat(inlets.counted("email", "received")).isEqualTo(before + 1);
    }

    private String send(byte[] mail, String... recipients) throws IOException {
        try (SmtpClient client = client()) {
            return client.mail("anna@client.example", mail, recipients);
        }
    }

    private SmtpClient client() throws IOException {
        return new SmtpClient(inlets.inside(SmtpInlet.class).port());
    }
}
