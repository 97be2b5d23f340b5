package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.readers.Originals.mail;
import static org.interactionhub.readers.Originals.reading;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Unreadable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that nobody has written yet: those of our own, broken in every way that comes to mind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailLawsTest {

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int LARGE = 100_000;

    private static final List<String> SAMPLES = List.of("""
            Return-Path: <anna@acme.example>
            From: =?koi8-r?B?4c7OwQ==?= <anna@acme.example>, "Boris, of Acme" <boris@acme.example> (away)
            To: undisclosed-recipients:;, Sales <sales@hub.example>
            Subject: Re: [pumps] =?utf-8?Q?=D0=9D=D0=B0=D1=81=D0=BE=D1=81?= 12
            Date: Mon, 23 Nov 2026 10:15:00 +0300 (MSK)
            Message-ID: <m3@acme.example>
            References: <m1@acme.example> <m2@hub.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="m m"

            preamble
            --m m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain; charset=windows-1251; format=flowed
            Content-Transfer-Encoding: quoted-printable

            =C4=E0.

            --=20
            Anna

            23.11.2026, 10:15, Olga <olga@hub.example>:
            > When?
            --a
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PGRpdj5ZZXMuPGJsb2NrcXVvdGU+V2hlbj88L2Jsb2NrcXVvdGU+PC9kaXY+
            --a--
            --m m
            Content-Type: application/pdf; name*0*=utf-8''%D0%B4%D0%BE; name*1*=%D0%B3.pdf
            Content-Disposition: attachment; filename="=?utf-8?B?0LTQvtCzLnBkZg==?="
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --m m
            Content-Type: text/calendar; method=REQUEST

            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:m-1
            DTSTART;TZID=Europe/Moscow:20261201T100000
            RRULE:FREQ=WEEKLY
            END:VEVENT
            END:VCALENDAR
            --m m
            Content-Type: message/rfc822

            From: olga@hub.example
            Subject: within

            inner
            --m m--
            epilogue
            """, """
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@mx.hub.example>
            To: sales@hub.example
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r

            Your message could not be delivered: 550 5.1.1 user unknown
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.hub.example

            Final-Recipient: rfc822; anna@acme.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 user
             unknown
            --r
            Content-Type: text/rfc822-headers

            Message-ID: <offer-7@hub.example>
            --r--
            """, """
            From: anna@acme.example
            Content-Type: text/html; charset=utf-16
            Content-Transfer-Encoding: x-uuencode

            begin 644 a
            #0V%T
            `
            end
            <table><tr><td>Pump<td>12</table><!-- <blockquote> -->
            """);

    private static final List<BiFunction<byte[], Random, byte[]>> BREAKAGES = List.of(MailLawsTest::cut,
            MailLawsTest::flipped, MailLawsTest::doubled, MailLawsTest::withoutLine, MailLawsTest::bareEnds,
            MailLawsTest::spliced, MailLawsTest::repeatedLine, MailLawsTest::swollen);

    private static final List<String> SPLINTERS = List.of("\0", "\r", "\n\n", "\uFEFF", "=?x-none?B?////?=",
            "=?utf-8?Q?=FF=", "Content-Type: multipart/mixed; boundary=\"\"\n", "--a--", "--m m", "<", "\"", "(((((",
            "charset=utf-7", "Content-Transfer-Encoding: base64\n", "\u202E", "\uD83D", "> ", "BEGIN:VEVENT\n",
            "Final-Recipient: ;\n", "From: \n", "Date: 99 Foo 99999 99:99 +9999\n", "+ADw-script+AD4-", "name*99*=''%",
            "<blockquote><div>", "&#x110000;");

    @Test
    void two_thousand_broken_mails_are_each_read_or_refused_with_a_reason_in_no_time() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < 2_000; seed++) {
            byte[] mail = broken(new Random(seed));
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            InteractionReport report = reading(mail(mail));
            long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            Unreadable refusal = report.unreadable();
            if (work > LONG.toNanos() || refusal != null && refusal.code().equals("reader-failed")) {
                wrong.add(seed + ": " + work / 1_000_000 + " ms, " + refusal);
            }
            assertThat(report).as("seed %d", seed).satisfies(ReportChecks::holds);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23.11.2026, 10:15, Anna a@acme.example said", "On Monday 10:15 Anna wrote", "wrote:",
            "From: anna", "> On 23 Nov 2026 at 10:15, Anna wrote", "Sent from my iPhone", "--", "<", "AAA>",
            "-----Original Message", "On 23 Nov 2026 at 10:15, Anna wrote:", "550 5.1.1 user name account host",
            "Final-Recipient: x", "user ", "=?utf-8?Q?=D0?="})
    void lines_that_look_like_marks_by_the_thousand_cost_no_time(String line) {
        String mail = "From: MAILER-DAEMON <a@acme.example>\nSubject: Undelivered " + (line + " ").repeat(2_000)
                + "\n\nhello\n"
                + (line + "\n").repeat(19_000);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        InteractionReport report = reading(mail(mail));

        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start).isLessThan(LONG.toNanos());
        assertThat(report).satisfies(ReportChecks::holds);
    }

    private static byte[] broken(Random random) {
        byte[] mail = SAMPLES.get(random.nextInt(SAMPLES.size())).replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            byte[] worse = BREAKAGES.get(random.nextInt(BREAKAGES.size())).apply(mail, random);
            mail = worse.length < LARGE ? worse : mail;
        }
        return mail;
    }

    private static byte[] cut(byte[] mail, Random random) {
        return Arrays.copyOf(mail, random.nextInt(mail.length + 1));
    }

    private static byte[] flipped(byte[] mail, Random random) {
        byte[] flipped = mail.clone();
        for (int i = random.nextInt(20); i > 0 && mail.length > 0; i--) {
            flipped[random.nextInt(mail.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] doubled(byte[] mail, Random random) {
        return joined(mail, Arrays.copyOfRange(mail, random.nextInt(mail.length + 1), mail.length));
    }

    private static byte[] bareEnds(byte[] mail, Random random) {
        String end = random.nextBoolean() ? "\r" : "\n";
        return new String(mail, StandardCharsets.ISO_8859_1).replace("\r\n", end).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withoutLine(byte[] mail, Random random) {
        List<String> lines = lines(mail);
        lines.remove(random.nextInt(lines.size()));
        return bytes(lines);
    }

    private static byte[] repeatedLine(byte[] mail, Random random) {
        List<String> lines = lines(mail);
        String line = lines.get(random.nextInt(lines.size()));
        int place = random.nextInt(lines.size());
        for (int i = random.nextInt(300); i > 0; i--) {
            lines.add(place, line);
        }
        return bytes(lines);
    }

    private static byte[] spliced(byte[] mail, Random random) {
        int place = random.nextInt(mail.length + 1);
        byte[] splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8);
        return joined(Arrays.copyOf(mail, place), joined(splinter, Arrays.copyOfRange(mail, place, mail.length)));
    }

    private static byte[] swollen(byte[] mail, Random random) {
        List<String> lines = lines(mail);
        int place = random.nextInt(lines.size());
        lines.set(place, lines.get(place) + lines.get(place).repeat(random.nextInt(200)));
        return bytes(lines);
    }

    private static List<String> lines(byte[] mail) {
        return new ArrayList<>(Arrays.asList(new String(mail, StandardCharsets.ISO_8859_1).split("\n", -1)));
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(first.length + second.length);
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
