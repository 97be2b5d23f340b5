package org.interactionhub.readers;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.events.Unreadable;

/** All channel readers. Pure: the same original gives the same reports. Thread-safe. */
public final class Readers {

    /**
     * In the envelope of what goes to {@link org.interactionhub.events.Channel#BUSINESS}: which kind of booking it is, by
     * {@link InteractionReport.Kind#value()}.
     */
    public static final String BOOKING_KIND = BookingReader.KIND;

    /** The attribute that keeps {@link Received#envelope()} in a report, so that its original can be read again. */
    public static final String ENVELOPE = "envelope";

    static final String RECEIVED_AT = "received-at";

    private final Reader mail;
    private final Reader form;
    private final Reader call;
    private final Reader callLog;
    private final Reader chat;
    private final Reader booking;

    /** @param region ISO 3166 code of the country of phone numbers without one, such as {@code RU} */
    public Readers(String region) {
        this(region, ZoneOffset.UTC);
    }

    /** @param callLogZone the zone of times in call logs and bookings that name none */
    public Readers(String region, ZoneId callLogZone) {
        Phones phones = new Phones(region);
        MailAddresses addresses = new MailAddresses();
        mail = new MailReader(addresses);
        form = new FormReader(phones, addresses);
        call = new CallReader(phones, addresses);
        callLog = new CallLogReader(phones, callLogZone);
        chat = new ChatReader(phones, addresses);
        booking = new BookingReader(phones, addresses, new Amounts(region), callLogZone);
    }

    /**
     * Reads an original.
     *
     * @return one report, several for a call log or a file of bookings; never empty. Of an original that no reader understands: one with
     *         {@link InteractionReport#unreadable()} and the original alone
     * @throws NotItsContentType if the bytes are not even the syntax of their content type; never for a mail
     */
    public List<InteractionReport> read(Received received) throws NotItsContentType {
        Reader reader = readerFor(received);
        try {
            return reader.read(received);
        } catch (CannotRead e) {
            return List.of(unread(received, reader.version(), e.unreadable()));
        } catch (RuntimeException | StackOverflowError defect) {
            return List.of(unread(received, reader.version(), new Unreadable("reader-failed",
                    "The reader '" + reader.version().name() + "' stumbled over this message ("
                            + defect.getClass().getSimpleName()
                            + "). It can be read again once the reader is mended.")));
        }
    }

    /**
     * Reads the original of an earlier report again, as a newer version of its reader sees it.
     *
     * @return a report with the same report id; the interaction id stays too if the earlier report was readable
     */
    public InteractionReport again(InteractionReport report, byte[] original) {
        Received received = received(report, original);
        try {
            List<InteractionReport> readings = read(received);
            InteractionReport reading = readings.stream().filter(one -> one.reportId().equals(report.reportId()))
                    .findFirst().orElse(readings.getFirst());
            return named(reading, report,
                    report.unreadable() == null ? report.interactionId() : reading.interactionId());
        } catch (NotItsContentType e) {
            Unreadable why = new Unreadable("not-its-content-type", String.valueOf(e.getMessage()));
            return named(unread(received, readerFor(received).version(), why), report, report.interactionId());
        }
    }

    private Reader readerFor(Received received) {
        return switch (received.channel()) {
            case EMAIL -> mail;
            case WEB_FORM -> form;
            case PHONE -> ContentTypes.of(received).isCsv() ? callLog : call;
            case CHAT -> chat;
            case BUSINESS -> booking;
            case MEETING, NOTE -> new StaffChannel(received.channel());
        };
    }

    private static Received received(InteractionReport report, byte[] original) {
        Map<String, String> envelope = new LinkedHashMap<>();
        if (report.attributes().get(ENVELOPE) instanceof Map<?, ?> kept) {
            kept.forEach((name, value) -> envelope.put(String.valueOf(name), String.valueOf(value)));
        }
        String receivedAt = envelope.remove(RECEIVED_AT);
        return new Received(report.channel(), report.account(), report.original().contentType(), original,
                receivedAt == null ? report.occurredAt() : Instant.parse(receivedAt), envelope);
    }

    private static InteractionReport unread(Received received, ReaderVersion reader, Unreadable why) {
        String hash = ReportedOriginal.sha256(received.bytes());
        return new Draft(received, reader, hash, hash, null).unreadable(why);
    }

    private static InteractionReport named(InteractionReport reading, InteractionReport earlier,
            InteractionId contact) {
        return new InteractionReport(earlier.reportId(), contact, reading.kind(), reading.channel(), reading.account(),
                reading.direction(), reading.occurredAt(), reading.conversation(), reading.participants(),
                reading.stated(), reading.subject(), reading.text(), reading.reply(), reading.attachments(),
                reading.attributes(), reading.reader(), earlier.original(), reading.booking(), reading.unreadable());
    }

    /** Meetings and notes are told by staff in commands; no inlet has originals of them. */
    private record StaffChannel(Channel channel) implements Reader {

        @Override
        public ReaderVersion version() {
            return new ReaderVersion(channel.value(), 1);
        }

        @Override
        public List<InteractionReport> read(Received received) throws CannotRead {
            throw new CannotRead("channel-without-reader", "No inlet reads the channel '" + channel.value() + "'.");
        }
    }
}
