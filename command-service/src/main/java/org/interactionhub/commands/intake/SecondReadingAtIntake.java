package org.interactionhub.commands.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.commands.account.Entries;
import org.interactionhub.commands.contactpoint.LinkBook;
import org.interactionhub.commands.deadletter.KeptLetter;
import org.interactionhub.commands.deadletter.SecondReading;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.eventstore.Batch;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;
import org.interactionhub.readers.Readers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a dead letter again as today's readers see it, and takes it in as if it had just come. */
final class SecondReadingAtIntake implements SecondReading {

    private static final Logger LOG = LoggerFactory.getLogger(SecondReadingAtIntake.class);

    /** Of one letter; nothing is kept from one to the next. */
    private static final int MOST_PEOPLE = 100;

    private final EventStore store;
    private final ReportFormat format;
    private final Readers readers;
    private final Originals originals;
    private final IntakeTables tables;
    private final Clock clock;

    SecondReadingAtIntake(EventStore store, ReportFormat format, Readers readers, Originals originals,
            IntakeTables tables, Clock clock) {
        this.store = store;
        this.format = format;
        this.readers = readers;
        this.originals = originals;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public Redriven read(KeptLetter letter, byte[] raw) throws StillNoReport {
        InteractionReport report;
        try {
            report = report(raw);
        } catch (NotAReport e) {
            throw new StillNoReport(e.reason());
        }
        Outcome outcome = store.append(new Redrive(letter, decidable(report))).getFirst();
        return switch (outcome) {
            case Outcome.Appended appended ->
                new Redriven(report.reportId(), "recorded", appended.first(), report.interactionId());
            case Outcome.Repeated repeated ->
                new Redriven(report.reportId(), "duplicate", repeated.position(), report.interactionId());
            case Outcome.Conflicted conflict -> throw new IllegalStateException(conflict.toString());
        };
    }

    private static Reading.Report decidable(InteractionReport report) throws StillNoReport {
        try {
            return Reading.Report.of(report);
        } catch (RuntimeException noForm) {
            LOG.atWarn().setCause(noForm).addKeyValue("reportId", report.reportId())
                    .log("The log has no form for this report; its letter stays.");
            throw new StillNoReport(RecordReading.NOT_RECORDABLE.reason());
        }
    }

    /** The headers of the record are not kept: whoever redrives it vouches for what its value says. */
    private InteractionReport report(byte[] raw) throws NotAReport {
        InteractionReport report = format.report(format.tree(raw), Map.of()).report();
        if (report.unreadable() == null) {
            return report;
        }
        InteractionReport again = readers.again(report, originals.of(report));
        var still = again.unreadable();
        if (still != null) {
            throw NotAReport.unreadable(still.code(), still.reason());
        }
        return again;
    }

    /** The letter is closed, the books are set right and the facts appended in one transaction. */
    private final class Redrive implements Batch {

        private final KeptLetter letter;
        private final IntakeBatch batch;

        Redrive(KeptLetter letter, Reading.Report report) {
            this.letter = letter;
            this.batch = new IntakeBatch(tables, new LinkBook(MOST_PEOPLE), List.of(report), null,
                    clock.instant());
        }

        @Override
        public Optional<Offsets> offsets() {
            return Optional.empty();
        }

        @Override
        public List<Group> decide(Present present) {
            return batch.decide(present);
        }

        @Override
        public void alongside(Connection connection, List<Outcome> outcomes) throws SQLException {
            if (!tables.letters().close(connection, letter.id(), clock.instant())) {
                return; // somebody redrove it in this moment: the facts are there, the books are right
            }
            Entries correction = new Entries(letter.receivedAt());
            correction.takeBack(letter.channel(), letter.account(), IntakeBatch.endOf(letter.reason().kind()));
            tables.ledger().book(connection, correction);
            batch.alongside(connection, outcomes);
        }
    }
}
