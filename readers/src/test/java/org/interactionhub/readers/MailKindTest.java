package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.readers.Originals.mail;
import static org.interactionhub.readers.Originals.reading;

import java.util.List;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailKindTest {

    private static final String REPORT = """
            From: MAILER-DAEMON (Mail Delivery System)
            To: sales@hub.example
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r
            Content-Type: text/plain

            This is the mail system at mx.hub.example. Your message could not be delivered.
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.hub.example

            Final-Recipient: rfc822; Anna@Acme.example
            Action: %s
            Status: %s
            Diagnostic-Code: smtp; %s
            --r
            Content-Type: message/rfc822

            From: sales@hub.example
            To: anna@acme.example
            Message-ID: <offer-7@hub.example>
            Subject: Offer 7

            Dear Anna
            --r--
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5.1.1|550 5.1.1 <anna@acme.example>: user unknown|hard",
            "5.0.0|550 No such user here|hard", "5.1.2|Host or domain name not found|hard",
            "5.2.2|552 5.2.2 Mailbox full|soft", "5.7.1|550 5.7.1 Message rejected as spam|soft",
            "5.7.1|550 Relay access denied|soft", "5.1.8|553 Sender address does not exist|soft",
            "4.4.1|connection timed out|soft", "4.1.1|450 user unknown|soft"})
    void a_bounce_says_whom_it_did_not_reach_why_and_whether_for_good(String status, String why, String hardness) {
        InteractionReport report = reading(mail(REPORT.formatted("failed", status, why)));

        assertThat(report.unreadable()).isNull();
        assertThat(report.attributes()).containsEntry("mailKind", "bounce").containsEntry("bounce", hardness)
                .containsEntry("failedRecipients", List.of("anna@acme.example")).containsEntry("bounceStatus", status)
                .containsEntry("bounceReason", why).containsEntry("bouncedMessageId", "offer-7@hub.example");
        assertThat(report.conversation()).isEqualTo("offer-7@hub.example");
        assertThat(report.participants()).extracting(Participant::value).containsExactly("MAILER-DAEMON",
                "sales@hub.example", "anna@acme.example");
    }

    @Test
    void what_was_delivered_is_a_receipt() {
        InteractionReport report = reading(mail(REPORT.formatted("delivered", "2.1.5", "250 ok")));

        assertThat(report.attributes()).containsEntry("mailKind", "receipt").doesNotContainKey("bounce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
            From: Mail Delivery System <Mailer-Daemon@mx.acme.example>
            To: sales@hub.example
            Subject: Mail delivery failed: returning message to sender

            A message that you sent could not be delivered to one or more of its
            recipients. This is a permanent error. The following address(es) failed:

              anna@acme.example
                host mx.acme.example: 550 unknown user

            ------ This is a copy of the message, including all the headers. ------

            From: sales@hub.example
            To: anna@acme.example, boris@acme.example
            """, """
            Return-Path: <>
            From: Postmaster <postmaster@acme.example>
            To: sales@hub.example
            Subject: failure notice

            Hi. I wasn't able to deliver your message to the following addresses.

            <anna@acme.example>:
            Sorry, no mailbox here by that name. (#5.1.1)

            --- Below this line is a copy of the message.

            Return-Path: <sales@hub.example>
            """, """
            From: mailer-daemon@mail.acme.example
            To: sales@hub.example
            X-Failed-Recipients: anna@acme.example
            Subject: Ваше сообщение не доставлено

            Письмо не может быть доставлено: такого пользователя нет, no such user.
            """})
    void a_mail_system_that_knows_no_standard_is_understood(String bounce) {
        InteractionReport report = reading(mail(bounce));

        assertThat(report.attributes()).containsEntry("mailKind", "bounce").containsEntry("bounce", "hard")
                .containsEntry("failedRecipients", List.of("anna@acme.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Auto-Submitted: auto-replied|auto-reply", "X-Autoreply: yes|auto-reply",
            "Precedence: auto_reply|auto-reply", "Return-Path: <> / Subject: Out of Office: pump|auto-reply",
            "X-Auto-Response-Suppress: All / Subject: Автоответ: насос|auto-reply",
            "Auto-Submitted: auto-generated / Subject: Automatic reply: pump|auto-reply",
            "Precedence: bulk / Subject: Отсутствую до 5 мая|auto-reply",
            "Auto-Submitted: auto-generated|notification", "List-Id: <pumps.acme.example>|list",
            "List-Unsubscribe: <mailto:no@acme.example> / Precedence: bulk|list", "Precedence: bulk|list"})
    void what_no_person_wrote_to_us_says_what_it_is(String header, String kind) {
        InteractionReport report = reading(
                mail("From: anna@acme.example\n" + header.replace(" / ", "\n") + "\n\nI am away."));

        assertThat(report.attributes()).containsEntry("mailKind", kind);
    }

    @Test
    void a_bounce_that_names_nobody_is_of_whom_the_returned_mail_was_to() {
        InteractionReport report = reading(mail("""
                From: postmaster@acme.example
                To: sales@hub.example
                Subject: Undeliverable: offer

                Mailbox full.

                ----- Original message -----
                From: sales@hub.example
                To: Anna <anna@acme.example>
                Message-ID: <offer-7@hub.example>
                """));

        assertThat(report.attributes()).containsEntry("failedRecipients", List.of("anna@acme.example"))
                .containsEntry("bounce", "soft").containsEntry("bouncedMessageId", "offer-7@hub.example");
    }

    @Test
    void a_complaint_is_told_by_its_report() {
        InteractionReport report = reading(mail("""
                From: fbl@acme.example
                Content-Type: multipart/report; report-type=feedback-report; boundary=r

                --r
                Content-Type: text/plain

                This is an abuse report.
                --r
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                --r--
                """));

        assertThat(report.attributes()).containsEntry("mailKind", "complaint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Subject: Re: your mail could not be delivered", "X-Priority: 1",
            "Subject: Отсутствую в пятницу, перенесём встречу?", "Subject: Out of office chairs for twenty",
            "Subject: Auto: spare parts", "List-Unsubscribe: <mailto:no@acme.example>",
            "Auto-Submitted: no\nSubject: Auto: spare parts", "Return-Path: <anna@acme.example>"})
    void what_a_person_wrote_is_of_no_kind(String header) {
        InteractionReport report = reading(
                mail("From: anna@acme.example\n" + header + "\n\nMy mail to you was returned: user unknown."));

        assertThat(report.attributes()).doesNotContainKeys("mailKind", "bounce");
    }

    @Test
    void whoever_hands_on_what_our_server_sent_her_is_a_person() {
        InteractionReport report = reading(mail("""
                Return-Path: <anna@acme.example>
                From: Anna <anna@acme.example>
                To: sales@hub.example
                Subject: Fwd: Undelivered Mail Returned to Sender

                Your server sent me this, what does it mean?

                > Reporting-MTA: dns; mx.hub.example
                Final-Recipient: rfc822; info@hub.example
                Action: failed
                Status: 5.1.1
                """));

        assertThat(report.attributes()).doesNotContainKeys("mailKind", "bounce", "mailSystem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: mailer-daemon@acme.example", "From: mx@acme.example\nReturn-Path: <>",
            "From: mx@acme.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=none"})
    void what_a_mail_system_says_in_words_is_a_bounce(String header) {
        InteractionReport report = reading(mail(header + """

                Subject: Report

                Final-Recipient: rfc822; anna@acme.example
                Action: failed
                Status: 5.1.1
                """));

        assertThat(report.attributes()).containsEntry("mailKind", "bounce").containsEntry("mailSystem", true);
    }

    @Test
    void that_a_mail_was_displayed_is_said_by_her_own_program() {
        InteractionReport report = reading(mail("""
                Return-Path: <>
                From: Anna <anna@acme.example>
                Content-Type: multipart/report; report-type=disposition-notification; boundary=r

                --r
                Content-Type: text/plain

                Your mail was displayed.
                --r
                Content-Type: message/disposition-notification

                Final-Recipient: rfc822; anna@acme.example
                Disposition: manual-action/MDN-sent-manually; displayed
                --r--
                """));

        assertThat(report.attributes()).containsEntry("mailKind", "receipt").doesNotContainKey("mailSystem");
    }
}
