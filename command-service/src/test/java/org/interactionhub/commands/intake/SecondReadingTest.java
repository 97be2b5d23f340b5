package org.interactionhub.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interactionhub.commands.Told;
import org.interactionhub.commands.deadletter.KeptLetter;
import org.interactionhub.commands.deadletter.SecondReading;
import org.interactionhub.commands.deadletter.SecondReading.Redriven;
import org.interactionhub.commands.deadletter.SecondReading.StillNoReport;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Unreadable;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondReadingTest {

    private static final byte[] MAIL = """
            From: Anna Smirnova <anna@acme.example>
            To: sales@hub.example
            Subject: The pump
            Date: Tue, 24 Nov 2026 12:00:00 +0000
            Message-ID: <1@acme.example>

            Good afternoon.
            """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

    private final IntakeBench bench = new IntakeBench();
    private final Readers readers = new Readers("RU");
    private final SecondReading secondReading = new SecondReadingAtIntake(bench.store(),
            new ReportFormat(JsonMapper.builder().build()), readers, new Originals(Path.of("nowhere")), bench.tables(),
            Clock.systemUTC());

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void what_a_better_reader_can_read_is_recorded_and_the_books_are_set_right() throws Exception {
        InteractionReport report = asAnOlderReaderLeftIt();
        bench.takes(report);

        Redriven redriven = readAgain();

        assertThat(redriven).isEqualTo(new Redriven(report.reportId(), "recorded", 1, redriven.interactionId()));
        assertThat(bench.events()).first().isInstanceOfSatisfying(InteractionRecorded.class,
                fact -> assertThat(fact.heard().subject()).isEqualTo("The pump"));
        assertThat(bench.openLetters()).isEmpty();
        assertThat(bench.balance("email")).isEqualTo("1 = 1 + 0 + 0 + 0");
    }

    @Test
    void a_delivery_that_comes_again_after_its_redrive_is_a_duplicate() throws Exception {
        bench.takes(asAnOlderReaderLeftIt());
        readAgain();

        bench.takes(asAnOlderReaderLeftIt());

        assertThat(bench.openLetters()).isEmpty();
        assertThat(bench.balance("email")).isEqualTo("2 = 1 + 1 + 0 + 0");
    }

    @Test
    void what_still_cannot_be_read_stays_where_it_is() {
        bench.takesBytes("no report".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::readAgain).isInstanceOf(StillNoReport.class);
        assertThat(bench.openLetters()).hasSize(1);
        assertThat(bench.balance("unknown")).isEqualTo("1 = 0 + 0 + 1 + 0");
    }

    private Redriven readAgain() throws StillNoReport {
        KeptLetter letter = bench.openLetters().getFirst();
        return secondReading.read(letter, bench.tables().letters().raw(letter.id()).orElseThrow());
    }

    private InteractionReport asAnOlderReaderLeftIt() throws Exception {
        InteractionReport read = readers.read(new Received(Channel.EMAIL, Told.OUR_MAILBOX, "message/rfc822", MAIL,
                Instant.parse("2026-11-24T12:00:01Z"), Map.of())).getFirst();
        return new InteractionReport(read.reportId(), read.interactionId(), read.kind(), read.channel(),
                read.account(), read.direction(), read.occurredAt(), null, List.of(), List.of(),
                null, null, null, List.of(), read.attributes(), read.reader(), read.original(),
                new Unreadable("mail-too-odd", "The mail is too odd."));
    }
}
