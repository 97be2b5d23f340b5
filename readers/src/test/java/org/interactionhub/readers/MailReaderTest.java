package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.interactionhub.readers.Originals.NOON;
import static org.interactionhub.readers.Originals.mail;
import static org.interactionhub.readers.Originals.reading;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.events.Unreadable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailReaderTest {

    private static final String PUMP_12 = """
            From: =?utf-8?B?0JDQvdC90LAg0J/QtdGC0YDQvtCy0LA=?= <Anna@Acme.example>
            To: Sales <sales@hub.example>, <boris@hub.example>
            Cc: olga@hub.example
            Subject: =?utf-8?Q?=D0=9D=D0=B0=D1=81=D0=BE=D1=81?= 12
            Date: Mon, 23 Nov 2026 10:15:00 +0300
            Message-ID: <m3@acme.example>
            In-Reply-To: <m2@hub.example>
            References: <m1@acme.example> <m2@hub.example>
            Content-Type: text/plain; charset=utf-8

            Когда приедет насос?
            """;

    @Test
    void a_mail_tells_who_what_when_and_which_thread() {
        InteractionReport report = reading(mail(PUMP_12));

        assertThat(report.unreadable()).isNull();
        assertThat(report.participants()).extracting(Participant::role, Participant::value, Participant::name)
                .containsExactly(
                        tuple(Participant.Role.FROM, "anna@acme.example", "Анна Петрова"),
                        tuple(Participant.Role.TO, "sales@hub.example", "Sales"),
                        tuple(Participant.Role.TO, "boris@hub.example", null),
                        tuple(Participant.Role.CC, "olga@hub.example", null));
        assertThat(report.subject()).isEqualTo("Насос 12");
        assertThat(report.text()).isEqualTo("Когда приедет насос?");
        assertThat(report.occurredAt()).isEqualTo(Instant.parse("2026-11-23T07:15:00Z"));
        assertThat(report.conversation()).isEqualTo("m1@acme.example");
        assertThat(report.direction()).isEqualTo(Direction.INBOUND);
        assertThat(report.attributes()).containsEntry("messageId", "m3@acme.example")
                .containsEntry("inReplyTo", "m2@hub.example");
    }

    @Test
    void of_several_authors_only_the_first_is_whom_the_mail_is_from() {
        InteractionReport report = reading(
                mail("From: Anna@acme.example, Boris <boris@else.example>\nTo: sales@hub.example\n\nWe agree."));

        assertThat(report.participants()).extracting(Participant::role, Participant::value)
                .containsExactly(tuple(Participant.Role.FROM, "anna@acme.example"),
                        tuple(Participant.Role.CC, "boris@else.example"),
                        tuple(Participant.Role.TO, "sales@hub.example"));
        assertThat(report.attributes()).containsEntry("authors", List.of("anna@acme.example", "boris@else.example"));
    }

    @Test
    void a_mail_from_our_own_mailbox_goes_out() {
        InteractionReport report = reading(mail("From: Sales@hub.example\nTo: anna@acme.example\n\nOn its way."));

        assertThat(report.direction()).isEqualTo(Direction.OUTBOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "windows-1251", "koi8-r"})
    void a_header_in_raw_cyrillic_is_read_in_its_charset(String charset) {
        byte[] bytes = "From: Анна Петрова <anna@acme.example>\r\nSubject: Поставка насоса\r\n\r\nok"
                .getBytes(Charset.forName(charset));

        InteractionReport report = reading(mail(bytes));

        assertThat(report.subject()).isEqualTo("Поставка насоса");
        assertThat(report.participants().getFirst().name()).isEqualTo("Анна Петрова");
    }

    @ParameterizedTest
    @CsvSource({"windows-1251,windows-1251", "koi8-r,koi8-r", "utf-8,us-ascii", "windows-1251,us-ascii",
            "koi8-r,x-unknown", "windows-1251,utf-8"})
    void a_text_is_read_although_its_charset_is_a_lie(String real, String declared) {
        byte[] bytes = ("From: anna@acme.example\r\nContent-Type: text/plain; charset=" + declared
                + "\r\n\r\nДобрый день, когда будет готов договор?").getBytes(Charset.forName(real));

        assertThat(reading(mail(bytes)).text()).isEqualTo("Добрый день, когда будет готов договор?");
    }

    @Test
    void html_alone_becomes_text() {
        InteractionReport report = reading(mail("""
                From: anna@acme.example
                Content-Type: text/html; charset=utf-8

                <html><head><style>p {color: red}</style></head><body><p>Добрый&nbsp;день!</p>
                <ul><li>насос<li>кран</ul><div>Anna<br>Acme</div></body></html>
                """));

        assertThat(report.text()).isEqualTo("Добрый день!\n\n- насос\n- кран\nAnna\nAcme");
    }

    @Test
    void of_alternatives_the_plain_one_is_read_and_files_are_listed_with_their_hash() {
        InteractionReport report = reading(mail("""
                From: anna@acme.example
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain

                plain
                --a
                Content-Type: text/html

                <b>rich</b>
                --a--
                --m
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=utf-8''%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80.pdf
                Content-Transfer-Encoding: base64

                aGVsbG8=
                --m
                Content-Type: message/rfc822

                From: boris@acme.example
                Subject: within

                inner
                --m--
                """));

        assertThat(report.text()).isEqualTo("plain");
        assertThat(report.attachments()).extracting(Attachment::type).containsExactly("application/pdf",
                "message/rfc822");
        assertThat(report.attachments().getFirst()).isEqualTo(new Attachment("договор.pdf", "application/pdf", 5,
                ReportedOriginal.sha256("hello".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void of_a_reply_the_own_words_stand_alone_and_the_text_keeps_all() {
        InteractionReport report = reading(mail("From: anna@acme.example\n\nYes.\n\n-- \nAnna\n\n"
                + "On 23 Nov 2026 at 10:15, Olga wrote:\n> Is it there?"));

        assertThat(report.reply()).isEqualTo("Yes.");
        assertThat(report.attributes()).containsEntry("signature", "--\nAnna");
        assertThat(report.text()).contains("Yes.", "-- \nAnna", "> Is it there?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"anna@acme.example (Anna Petrova)|Anna Petrova",
            "Anna Petrova anna@acme.example|Anna Petrova",
            "\"Acme\" <>, \"Anna Petrova\" <anna@acme.example>|Anna Petrova",
            "=?gb2312?B?1cXOxA==?= <anna@acme.example>|张文",
            "=?utf-8?B?0JDQvdC9?= =?utf-8?B?0LA=?= <anna@acme.example>|Анна",
            "=?utf-8?B?0JDQvdA=?= =?utf-8?B?vdCw?= <anna@acme.example>|Анна"})
    void a_sender_has_the_name_that_stands_beside_the_address(String from, String name) {
        Participant sender = reading(mail("From: " + from + "\n\nhello")).participants().getFirst();

        assertThat(sender.value()).isEqualTo("anna@acme.example");
        assertThat(sender.name()).isEqualTo(name);
    }

    @Test
    void files_without_a_name_are_named_by_what_they_are() {
        InteractionReport report = reading(mail("""
                From: anna@acme.example
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: image/jpeg
                Content-ID: <pump.jpg@acme.example>

                a
                --m
                Content-Type: image/jpeg

                b
                --m
                Content-Type: image/jpeg

                c
                --m
                Content-Type: message/rfc822
                Content-Description: Undelivered Message

                From: boris@acme.example
                --m--
                """));

        assertThat(report.attachments()).extracting(Attachment::name).containsExactly("pump.jpg", "image.jpg",
                "image1.jpg", "Undelivered Message.eml");
    }

    @Test
    void files_without_a_name_count_on_past_names_that_are_given() {
        String part = "--m\nContent-Type: image/jpeg%s\n\na\n";
        InteractionReport report = reading(mail("From: anna@acme.example\nContent-Type: multipart/mixed; boundary=m\n\n"
                + part.formatted("; name=image1.jpg") + part.formatted("").repeat(3) + "--m--\n"));

        assertThat(report.attachments()).extracting(Attachment::name).containsExactly("image1.jpg", "image.jpg",
                "image2.jpg", "image3.jpg");
    }

    @Test
    void a_multipart_whose_boundary_stands_nowhere_is_text() {
        assertThat(reading(mail("From: anna@acme.example\nContent-Type: multipart/mixed; boundary=m\n\nhello")).text())
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({"euc-jp,心当たりがあります。たぶん、前と同じ問題です。", "big5,這是我們的問題，請您在明天以前回答。",
            "gb18030,这是我们的问题，请您在明天以前回答。", "windows-1251,Добрый день! Ещё раз о насосе.",
            "koi8-r,Добрый день! Ещё раз о насосе."})
    void a_text_that_names_no_charset_is_told_by_its_letters(String charset, String text) {
        byte[] bytes = ("From: anna@acme.example\r\n\r\n" + text).getBytes(Charset.forName(charset));

        assertThat(reading(mail(bytes)).text()).isEqualTo(text);
    }

    @Test
    void a_date_from_the_future_is_kept_but_not_believed() {
        InteractionReport report = reading(
                mail("From: anna@acme.example\nDate: Mon, 23 Nov 2037 10:15:00 +0300\n\nhello"));

        assertThat(report.occurredAt()).isEqualTo(NOON);
        assertThat(report.attributes()).containsEntry("dateHeader", "Mon, 23 Nov 2037 10:15:00 +0300");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Mon, 23 Nov 2026 10:15:00 +0300|2026-11-23T07:15:00Z",
            "23 Nov 26 10:15 EST|2026-11-23T15:15:00Z", "Mon Nov 23 10:15:00 2026|2026-11-23T10:15:00Z",
            "Пн, 23 Nov 2026 10:15:00 MSK|2026-11-23T07:15:00Z", "2026-11-23T10:15:00+03:00|2026-11-23T07:15:00Z"})
    void dates_are_read_as_senders_write_them(String header, Instant expected) {
        assertThat(reading(mail("From: anna@acme.example\nDate: " + header + "\n\nhello")).occurredAt())
                .isEqualTo(expected);
    }

    @Test
    void a_date_with_a_long_comment_is_when_it_was_and_no_part_of_an_id() {
        String mail = "From: anna@acme.example\nMessage-ID: <offer-7@acme.example>\n%s\nhello";
        String date = "Date: Mon, 23 Nov 2026 10:15:00 +0300 (" + "very ".repeat(20) + "early)\n";

        InteractionReport report = reading(mail(mail.formatted(date)));

        assertThat(report.occurredAt()).isEqualTo("2026-11-23T07:15:00Z");
        assertThat(report.interactionId()).isEqualTo(reading(mail(mail.formatted(""))).interactionId());
    }

    @Test
    void the_same_mail_to_two_mailboxes_is_two_deliveries_of_one_message() {
        Received first = mail(PUMP_12);
        Received second = new Received(first.channel(), first.account(), first.contentType(), first.bytes(), NOON,
                Map.of("recipient", "boris@hub.example"));

        assertThat(reading(first).reportId()).isNotEqualTo(reading(second).reportId());
        assertThat(reading(first).interactionId()).isEqualTo(reading(second).interactionId());
    }

    @Test
    void a_mail_without_a_sender_is_kept_with_a_reason() {
        InteractionReport report = reading(mail("Subject: hello\n\nWho am I?"));

        assertThat(report.unreadable()).extracting(Unreadable::code).isEqualTo("mail-no-sender");
        assertThat(report.original().inline()).isPresent();
    }

    @Test
    void a_mail_without_a_header_is_from_its_envelope_sender() {
        Received bare = new Received(Channel.EMAIL, "sales@hub.example", "message/rfc822",
                "just words".getBytes(StandardCharsets.UTF_8), NOON, Map.of("sender", "anna@acme.example"));

        assertThat(reading(bare).participants()).extracting(Participant::value).containsExactly("anna@acme.example");
    }

    @Test
    void empty_bytes_are_an_empty_mail() {
        assertThat(reading(mail(new byte[0])).unreadable()).extracting(Unreadable::code).isEqualTo("mail-empty");
    }

    @Test
    void a_long_text_is_cut_and_says_so() {
        InteractionReport report = reading(mail("From: anna@acme.example\n\n" + "насос ".repeat(50_000)));

        assertThat(report.text()).hasSize(PlainText.LONGEST_TEXT);
        assertThat(report.attributes()).containsEntry("textCut", true);
    }

    @Test
    void three_thousand_nested_multiparts_cost_neither_stack_nor_time() {
        StringBuilder bomb = new StringBuilder(
                "From: anna@acme.example\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 3_000; i++) {
            bomb.append("--b").append(i).append("\nContent-Type: multipart/mixed; boundary=b").append(i + 1)
                    .append("\n\n");
        }
        Duration start = workDone();

        InteractionReport report = reading(mail(bomb.toString()));

        assertThat(report.unreadable()).extracting(Unreadable::code).isEqualTo("mail-too-deep");
        assertThat(workDone().minus(start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void two_hundred_thousand_empty_parts_cost_no_time() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes("From: anna@acme.example\nContent-Type: multipart/mixed; boundary=b\n\n"
                .getBytes(StandardCharsets.US_ASCII));
        bomb.writeBytes("--b\n\n\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII));
        Duration start = workDone();

        InteractionReport report = reading(mail(bomb.toByteArray()));

        assertThat(report.unreadable()).extracting(Unreadable::code).isEqualTo("mail-too-many-parts");
        assertThat(workDone().minus(start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void html_nested_without_end_costs_neither_stack_nor_time() {
        String html = "<div>".repeat(40_000) + "deep" + "<b>".repeat(300_000);
        Duration start = workDone();

        InteractionReport report = reading(mail("From: anna@acme.example\nContent-Type: text/html\n\n" + html));

        assertThat(report.unreadable()).isNull();
        assertThat(report.text()).isEqualTo("deep");
        assertThat(workDone().minus(start)).isLessThan(Duration.ofSeconds(2));
    }

    /** Of this thread alone: a busy machine makes no mail slow. */
    private static Duration workDone() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
