package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;

class ReadersLawsTest {

    private final Readers readers = new Readers("RU");
    private final Phones phones = new Phones("RU");
    private final MailAddresses addresses = new MailAddresses();

    @Property(tries = 300)
    void reading_is_total_and_gives_the_same_each_time(@ForAll("originals") Received received) {
        List<InteractionReport> reports = read(received);

        assertThat(read(received)).isEqualTo(reports);
        assertThat(reports).allSatisfy(ReportChecks::holds)
                .noneMatch(report -> report.unreadable() != null && report.unreadable().code().equals("reader-failed"));
    }

    @Property(tries = 300)
    void reading_again_gives_the_same_report(@ForAll("originals") Received received) {
        for (InteractionReport report : read(received)) {
            byte[] original = report.original().inline().orElseThrow();
            assertThat(readers.again(report, original).reportId()).isEqualTo(report.reportId());
            assertThat(readers.again(report, original).interactionId()).isEqualTo(report.interactionId());
        }
    }

    @Property(tries = 300)
    void the_canonical_form_of_a_canonical_number_is_itself(@ForAll String raw) {
        Optional<String> canonical = phones.canonical(raw);

        assertThat(canonical.flatMap(phones::canonical)).isEqualTo(canonical);
    }

    @Property(tries = 300)
    void the_canonical_form_of_a_canonical_address_is_itself(@ForAll("addresses") String raw) {
        Optional<String> canonical = addresses.canonical(raw);

        assertThat(canonical.flatMap(addresses::canonical)).isEqualTo(canonical);
    }

    @Property(tries = 300)
    void russian_spellings_of_one_number_are_one(@ForAll @IntRange(min = 900, max = 999) int code,
            @ForAll @IntRange(min = 0, max = 9_999_999) int number) {
        String digits = "%03d%07d".formatted(code, number);
        String pretty = "(%03d) %03d-%02d-%02d".formatted(code, number / 10_000, number / 100 % 100, number % 100);

        assertThat(List.of("+7" + digits, "8" + digits, "7" + digits, "8 " + pretty, "+7 " + pretty, "tel:+7" + digits))
                .allSatisfy(spelling -> assertThat(phones.canonical(spelling)).contains("+7" + digits));
    }

    @Provide
    Arbitrary<String> addresses() {
        return Combinators.combine(Arbitraries.strings().ofMaxLength(10), Arbitraries.strings().ofMaxLength(10))
                .as((local, domain) -> local + "@" + domain);
    }

    @Provide
    Arbitrary<Received> originals() {
        Arbitrary<String> contentTypes = Arbitraries.of("", "application/json", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b", "text/csv", "message/rfc822", "a;b=\r\n\0");
        return Combinators.combine(Arbitraries.of(Channel.class), contentTypes, bytes())
                .as((channel, contentType, bytes) -> new Received(channel, "sales@hub.example", contentType, bytes,
                        Originals.NOON, Map.of("delivery", "d-1")));
    }

    /** Rubbish, and rubbish made of the words that readers look for. */
    private static Arbitrary<byte[]> bytes() {
        Arbitrary<String> words = Arbitraries.of("From: a@b.ru\r\n", "Content-Type: multipart/mixed; boundary=b\r\n",
                "\r\n",
                "--b\r\n", "--b--", "Date: 1 Jan 99 99:99\r\n", "Subject: =?utf-8?B?0J?=\r\n", "{", "}",
                "\"update_id\":1,",
                "\"message\":{", "\"email\":\"a@b.ru\"", "[1e999]", "email=a@b.ru&", "%%%41", ",", "\"", "\u0000", "я",
                "<div>",
                "Content-Disposition: form-data; name=email\r\n", "src,dst,start\n", "\n> x", "On 1 May A wrote:\n");
        return Arbitraries.oneOf(Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
                words.list().ofMaxSize(40)
                        .map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8)));
    }

    private List<InteractionReport> read(Received received) {
        try {
            return readers.read(received);
        } catch (NotItsContentType refused) {
            assertThat(received.channel()).isNotEqualTo(Channel.EMAIL);
            return List.of();
        }
    }
}
