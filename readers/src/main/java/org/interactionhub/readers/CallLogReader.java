package org.interactionhub.readers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.readers.mail.LenientCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads call detail records of Asterisk as CSV, with a header or in the standard order of columns. Each record is a
 * call that is over: a report with an original of its own, the record as it stands in the file. Times in it name no
 * zone.
 */
final class CallLogReader implements Reader {

    /** In the envelope of a record whose file had a header: its column names, without which it could not be read again. */
    private static final String COLUMNS = "columns";

    private static final int FEWEST_COLUMNS = 16;
    private static final int MOST_RECORDS = 20_000;

    /** The header is kept in every report. */
    private static final int LONGEST_HEADER = 4_000;

    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder();

    private final Phones phones;
    private final ZoneId zone;

    CallLogReader(Phones phones, ZoneId zone) {
        this.phones = phones;
        this.zone = zone;
    }

    @Override
    public ReaderVersion version() {
        return new ReaderVersion("call-log", 3);
    }

    @Override
    public List<InteractionReport> read(Received received) throws NotItsContentType, CannotRead {
        List<byte[]> lines = CsvRecords.split(received.bytes(), MOST_RECORDS + 1, ",");
        String header = header(lines.getFirst());
        List<byte[]> records = header == null ? lines : lines.subList(1, lines.size());
        if (records.size() > MOST_RECORDS) {
            throw new TooManyRecords(MOST_RECORDS);
        }
        if (records.isEmpty()) {
            throw new CannotRead("cdr-empty", "The call log has a header and no records.");
        }
        if (header != null && header.length() > LONGEST_HEADER) {
            throw new CannotRead("cdr-long-header",
                    "The header of the call log is longer than " + LONGEST_HEADER + " characters.");
        }
        List<InteractionReport> reports = new ArrayList<>(records.size());
        for (byte[] record : records) {
            reports.add(report(one(received, record, header)));
        }
        return reports;
    }

    private static @Nullable String header(byte[] first) {
        try {
            List<String> names = fields(first);
            return CallRecord.isHeader(names) ? String.join(",", names) : null;
        } catch (CannotRead broken) {
            return null;
        }
    }

    private static Received one(Received file, byte[] record, @Nullable String header) {
        Map<String, String> envelope = new LinkedHashMap<>(file.envelope());
        if (header != null) {
            envelope.put(COLUMNS, header);
        }
        return new Received(file.channel(), file.account(), "text/csv", record, file.receivedAt(), envelope);
    }

    private InteractionReport report(Received received) {
        String hash = ReportedOriginal.sha256(received.bytes());
        try {
            String columns = received.envelope().get(COLUMNS);
            CallRecord record = new CallRecord(columns == null ? CallRecord.STANDARD : CallRecord.columns(columns),
                    fields(received.bytes()));
            return call(received, record, hash);
        } catch (CannotRead e) {
            return new Draft(received, version(), hash, hash, null).unreadable(e.unreadable());
        }
    }

    private InteractionReport call(Received received, CallRecord record, String hash) throws CannotRead {
        if (record.fields().size() < Math.min(FEWEST_COLUMNS, record.columns().size())) {
            throw new CannotRead("cdr-too-few-columns", "The call record has " + record.fields().size()
                    + " columns where at least " + FEWEST_COLUMNS + " belong.");
        }
        Instant start = record.time("start", zone).orElseThrow(() -> new CannotRead("cdr-no-start",
                "The call record has no readable time in its 'start' column."));
        String call = record.field("uniqueid").orElse(hash);
        String delivery = record.field("sequence").map(sequence -> call + "|" + sequence)
                .orElse(String.join("|", call, record.field("start").orElse(""),
                        record.field("dstchannel").orElse("")));
        Draft draft = new Draft(received, version(), delivery, call, start).occurredAt(start)
                .conversation(record.field("linkedid").orElse(call));
        people(draft, record);
        return measured(draft, record).report();
    }

    private void people(Draft draft, CallRecord record) throws CannotRead {
        String from = record.field("src").orElse("");
        String to = record.field("dst").orElse("");
        if (from.isEmpty() && to.isEmpty()) {
            throw new CannotRead("cdr-no-numbers", "The call record has neither a 'src' nor a 'dst'.");
        }
        Direction direction = phones.direction(from, to);
        boolean dialledOut = direction == Direction.OUTBOUND;
        draft.direction(direction)
                .attribute("agent", record.peer(dialledOut ? "channel" : "dstchannel").orElse(dialledOut ? from : to));
        add(draft, Role.FROM, from, record.callerName().orElse(null));
        add(draft, Role.TO, to, null);
    }

    private void add(Draft draft, Role role, String number, @Nullable String name) {
        if (!number.isEmpty()) {
            phones.participant(draft, role, number, name);
        }
    }

    private static Draft measured(Draft draft, CallRecord record) {
        String disposition = record.field("disposition").orElse("");
        return draft.attribute("disposition", disposition)
                .attribute("answered", disposition.equalsIgnoreCase("ANSWERED"))
                .attribute("durationSeconds", record.seconds("duration").orElse(null))
                .attribute("talkSeconds", record.seconds("billsec").orElse(null));
    }

    private static List<String> fields(byte[] record) throws CannotRead {
        String text = LenientCharsets.decode(record, null).strip();
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            return CSV.ofSingleCsvRecord(bare).getFields();
        } catch (CsvParseException broken) {
            throw new CannotRead("cdr-broken", "The call record is no line of CSV.");
        }
    }
}
