package org.interactionhub.commands.intake;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interactionhub.commands.contactpoint.LinkBook;
import org.interactionhub.eventstore.AppendFailed;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.LogUnavailable;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Offsets.Stretch;
import org.interactionhub.eventstore.OffsetsFenced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records as they come: reads them, decides, and appends what follows in one transaction with their offsets. One
 * thread may read while another one appends.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** SQLSTATE classes that say no to the data, not to the moment: data exception, integrity, program limit. */
    private static final Set<String> AGAINST_THE_DATA = Set.of("22", "23", "54");

    /** Contact points and clients met lately; a dozen megabytes. */
    private static final int MOST_KNOWN = 50_000;

    private final LinkBook book = new LinkBook(MOST_KNOWN);
    private final EventStore store;
    private final RecordReading reading;
    private final IntakeTables tables;
    private final IntakeMetrics metrics;
    private final Clock clock;

    Intake(EventStore store, RecordReading reading, IntakeTables tables, IntakeMetrics metrics, Clock clock) {
        this.store = store;
        this.reading = reading;
        this.tables = tables;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Does all that does not depend on the log. */
    Portion.Read read(Portion portion) {
        long begun = System.nanoTime();
        Instant now = clock.instant();
        List<Reading> readings = portion.records().stream().map(each -> reading.read(each, now)).toList();
        return new Portion.Read(portion, readings, System.nanoTime() - begun);
    }

    /**
     * Decides and appends. Returns when the portion and its offsets are durable.
     *
     * @throws OffsetsFenced if another consumer took it already
     * @throws AppendFailed if it could not be appended for a reason that does not lie in it
     */
    void append(Portion.Read read) {
        long begun = System.nanoTime();
        Portion portion = read.portion();
        Instant now = clock.instant();
        try {
            append(read.readings(), portion.offsets(), now);
        } catch (AppendFailed e) {
            if (!liesInTheRecords(e)) {
                throw e;
            }
            LOG.atWarn().setCause(e).addKeyValue("records", portion.records().size())
                    .log("These records cannot be taken together; each is taken on its own now.");
            oneByOne(portion.records(), read.readings(), portion.offsets(), now);
        }
        metrics.taken(portion.records().size(), Duration.ofNanos(read.nanos() + System.nanoTime() - begun));
    }

    private void append(List<Reading> readings, Offsets offsets, Instant now) {
        IntakeBatch batch = new IntakeBatch(tables, book, readings, offsets, now);
        metrics.count(batch.durable(store.append(batch)));
    }

    /** One bad record must not hold up the others, so each is taken with the stretch up to itself. */
    private void oneByOne(List<Incoming> records, List<Reading> readings, Offsets offsets, Instant now) {
        Map<Integer, Long> begin = new HashMap<>();
        offsets.stretches().forEach((partition, stretch) -> begin.put(partition, stretch.first()));
        for (int index = 0; index < records.size(); index++) {
            int partition = records.get(index).place().partition();
            long next = records.get(index).place().offset() + 1;
            Offsets own = only(offsets, partition, new Stretch(begin.getOrDefault(partition, next - 1), next));
            alone(records.get(index), readings.get(index), own, now);
            begin.put(partition, next);
        }
    }

    private void alone(Incoming record, Reading read, Offsets own, Instant now) {
        try {
            append(List.of(read), own, now);
        } catch (AppendFailed e) {
            if (!liesInTheRecords(e) || !(read instanceof Reading.Report report)) {
                throw e;
            }
            LOG.atWarn().setCause(e).addKeyValue("reportId", report.id())
                    .log("The log cannot take this report; it is set aside.");
            append(List.of(RecordReading.unrecordable(record, report.heard(), now)), own, now);
        }
    }

    private static Offsets only(Offsets offsets, int partition, Stretch stretch) {
        return new Offsets(offsets.topic(), offsets.topicId(), Map.of(partition, stretch));
    }

    private static boolean liesInTheRecords(AppendFailed failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof SQLException sql) {
            String state = String.valueOf(sql.getSQLState());
            return state.length() >= 2 && AGAINST_THE_DATA.contains(state.substring(0, 2));
        }
        return cause instanceof RuntimeException && !(cause instanceof LogUnavailable);
    }
}
