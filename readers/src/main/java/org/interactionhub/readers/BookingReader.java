package org.interactionhub.readers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interactionhub.events.Booking;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint.Type;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Money;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.readers.mail.LenientCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads deals and payments that another system booked: an object of JSON, or CSV with a header, of which each record is a
 * booking with an original of its own. Its ids come from the system and its reference, so that a booking that is told twice
 * stays one, whichever way it is told.
 */
final class BookingReader implements Reader {

    /** In the envelope: the kind of the bookings, as the address has it to which they were sent. */
    static final String KIND = "kind";

    /** In the envelope of a record of CSV: the header, without which it could not be read again. */
    private static final String HEADER = "header";

    private static final String SEPARATORS = ",;\t";
    private static final int MOST_RECORDS = 20_000;
    private static final int LONGEST_HEADER = 4_000;

    /** Clocks and zones apart, nothing is booked before it happens. */
    private static final Duration MOST_AHEAD = Duration.ofDays(2);

    private final Phones phones;
    private final MailAddresses addresses;
    private final Amounts amounts;
    private final ZoneId zone;

    /** @param zone of times that name none */
    BookingReader(Phones phones, MailAddresses addresses, Amounts amounts, ZoneId zone) {
        this.phones = phones;
        this.addresses = addresses;
        this.amounts = amounts;
        this.zone = zone;
    }

    @Override
    public ReaderVersion version() {
        return new ReaderVersion("booking", 1);
    }

    @Override
    public List<InteractionReport> read(Received received) throws NotItsContentType, CannotRead {
        if (!ContentTypes.of(received).isCsv()) {
            return List.of(report(received, Told.of(PayloadSyntax.of(received).values())));
        }
        String header = received.envelope().get(HEADER);
        return header == null ? file(received) : List.of(record(received, header));
    }

    private List<InteractionReport> file(Received file) throws NotItsContentType, CannotRead {
        List<byte[]> lines = CsvRecords.split(file.bytes(), MOST_RECORDS + 1, SEPARATORS);
        String header = LenientCharsets.decode(lines.getFirst(), null);
        if (header.length() > LONGEST_HEADER || !Told.cells(header).stream().map(BookingField::of)
                .toList().contains(Optional.of(BookingField.AMOUNT))) {
            throw new CannotRead("booking-no-header",
                    "The first line does not name its columns; one of them is called amount.");
        }
        if (lines.size() > MOST_RECORDS + 1) {
            throw new TooManyRecords(MOST_RECORDS);
        }
        if (lines.size() == 1) {
            throw new CannotRead("booking-empty", "The file has a header and no records.");
        }
        List<InteractionReport> reports = new ArrayList<>(lines.size());
        for (byte[] line : lines.subList(1, lines.size())) {
            Map<String, String> envelope = new LinkedHashMap<>(file.envelope());
            envelope.put(HEADER, header);
            reports.add(recordOrNot(
                    new Received(file.channel(), file.account(), "text/csv", line, file.receivedAt(), envelope),
                    header));
        }
        return reports;
    }

    /** One record that cannot be read does not spoil the others. */
    private InteractionReport recordOrNot(Received line, String header) {
        try {
            return record(line, header);
        } catch (CannotRead e) {
            String hash = ReportedOriginal.sha256(line.bytes());
            return new Draft(line, version(), hash, hash, null).unreadable(e.unreadable());
        }
    }

    private InteractionReport record(Received line, String header) throws CannotRead {
        return report(line, Told.of(header, LenientCharsets.decode(line.bytes(), null)));
    }

    private InteractionReport report(Received received, Told told) throws CannotRead {
        Kind kind = kind(received.envelope().getOrDefault(KIND, ""));
        String reference = told.reference();
        Money money = amounts.read(told.text(BookingField.AMOUNT).orElse(""),
                told.text(BookingField.CURRENCY).orElse(""));
        String day = told.text(BookingField.DATE).orElseThrow(
                () -> new CannotRead("booking-no-date", "It has no day such as 2026-12-31 or 31.12.2026."));
        BookingDate date = BookingDate.read(day, zone);
        if (date.at().isAfter(received.receivedAt().plus(MOST_AHEAD))) {
            throw new CannotRead("booking-ahead", "'" + day + "' is yet to come; only what has happened is booked.");
        }
        String named = kind.value() + ":" + named(reference, date.year());
        Draft draft = new Draft(received, version(), named, named, null).kind(kind).direction(Direction.INTERNAL)
                .occurredAt(date.at()).text(told.text(BookingField.PURPOSE).orElse(null))
                .attribute("fields", told.rest(reference));
        ClientId client = told.client().orElse(null);
        if (client == null) {
            payer(draft, points(told, received.account()), told.text(BookingField.NAME).orElse(null));
        }
        return draft.booking(booking(money, reference, client, told)).report();
    }

    /** Books begin to count anew each year; a reference that cannot come again is a name by itself. */
    private static String named(String reference, int year) {
        boolean once = Told.uuid(reference).isPresent()
                || Pattern.compile("(?<!\\d)" + year + "(?:\\d{4})?(?!\\d)").matcher(reference).find();
        return once ? reference : year + ":" + reference;
    }

    private static Kind kind(String said) throws CannotRead {
        return Stream.of(Kind.values()).filter(Kind::isBooking).filter(kind -> kind.value().equals(said)).findFirst()
                .orElseThrow(() -> new CannotRead("booking-of-no-kind",
                        "Nothing says whether it is a deal or a payment; they have addresses of their own."));
    }

    private static Booking booking(Money money, String reference, @Nullable ClientId client, Told told)
            throws CannotRead {
        try {
            return new Booking(money, reference, client, told.text(BookingField.CAMPAIGN).orElse(null));
        } catch (IllegalArgumentException e) {
            throw new CannotRead("booking-of-nothing", String.valueOf(e.getMessage()));
        }
    }

    /** It is the first one's; the others are said to be hers, too. */
    private static void payer(Draft draft, List<ContactPoint> points, @Nullable String name) throws CannotRead {
        if (points.isEmpty()) {
            throw new CannotRead("booking-of-nobody", "It names no client by her id, in the hub or in the system that"
                    + " sends it, nor by a mail address or a phone number.");
        }
        draft.participant(Role.FROM, points.getFirst().type(), points.getFirst().value(), name);
        points.stream().skip(1).forEach(point -> draft.states(point.type(), point.value()));
    }

    private List<ContactPoint> points(Told told, String system) {
        return Stream.of(
                told.external().map(id -> unblank(system).replace(':', '-') + ":" + unblank(id))
                        .flatMap(id -> ContactPoint.find(Type.EXTERNAL, id)),
                told.text(BookingField.EMAIL).flatMap(addresses::canonical)
                        .flatMap(value -> ContactPoint.find(Type.EMAIL, value)),
                told.text(BookingField.PHONE).flatMap(phones::canonical)
                        .flatMap(value -> ContactPoint.find(Type.PHONE, value)))
                .flatMap(Optional::stream).toList();
    }

    private static String unblank(String text) {
        return text.strip().replaceAll("\\s+", "-");
    }

    /**
     * The values of one booking by what they tell.
     *
     * @param references those that may be its reference, by their names, blank ones included
     * @param others those of which nobody knows what they tell, by their names
     */
    private record Told(Map<BookingField, String> known, Map<String, String> references, Map<String, Object> others) {

        private Told() {
            this(new EnumMap<>(BookingField.class), new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        static Told of(Map<?, ?> object) {
            Told told = new Told();
            told.takeAll("", object);
            return told;
        }

        static Told of(String header, String record) throws CannotRead {
            Told told = new Told();
            List<String> names = cells(header);
            List<String> cells = cells(record, separator(header));
            if (cells.size() < 2) {
                throw new CannotRead("booking-broken", "The record is no line of CSV with the columns of its header.");
            }
            for (int column = 0; column < Math.min(names.size(), cells.size()); column++) {
                told.take(names.get(column), cells.get(column));
            }
            return told;
        }

        static List<String> cells(String header) throws CannotRead {
            return cells(header, separator(header));
        }

        private static List<String> cells(String line, char separator) throws CannotRead {
            String bare = line.startsWith("\uFEFF") ? line.substring(1) : line;
            try {
                return CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(bare).getFields();
            } catch (CsvParseException broken) {
                throw new CannotRead("booking-broken", "The record is no line of CSV.");
            }
        }

        /** Whichever the header has most of. */
        private static char separator(String header) {
            return (char) SEPARATORS.chars().boxed()
                    .max(Comparator.comparingLong(one -> header.chars().filter(c -> c == one).count())).orElseThrow()
                    .intValue();
        }

        private void takeAll(String prefix, Map<?, ?> object) {
            object.forEach((name, value) -> {
                String path = prefix + name;
                if (value instanceof Map<?, ?> inner) {
                    takeAll(path + " ", inner);
                } else {
                    take(path, Amounts.number(value == null ? "" : value).map(Amounts::plain)
                            .or(() -> Payload.asText(value)).orElse(""));
                }
            });
        }

        private void take(String name, String value) {
            Optional<BookingField> field = BookingField.of(name).filter(one -> !known.containsKey(one));
            if (field.filter(one -> one == BookingField.REFERENCE).isPresent()) {
                references.put(name, PlainText.line(value).strip());
            } else if (!value.isBlank()) {
                field.ifPresentOrElse(one -> known.put(one, value), () -> others.put(name, value));
            }
        }

        /** What is surest to be its own; a contract is no reference where a place for a better one was left empty. */
        String reference() throws CannotRead {
            int best = references.keySet().stream().mapToInt(BookingField::rank).min().orElse(0);
            Map<String, String> own = new LinkedHashMap<>(references);
            own.values().removeIf(String::isBlank);
            own.keySet().removeIf(name -> BookingField.rank(name) != best);
            List<String> values = own.values().stream().distinct().toList();
            if (values.isEmpty()) {
                throw new CannotRead("booking-no-reference",
                        "It has no reference by which its repeats could be told from other bookings.");
            }
            if (values.size() > 1) {
                throw new CannotRead("booking-two-references", "It cannot be told which of "
                        + String.join(", ", own.keySet()) + " is its reference; call the one that is 'reference'.");
            }
            return values.getFirst();
        }

        /** With the references that were not its own. */
        Map<String, Object> rest(String own) {
            Map<String, Object> rest = new LinkedHashMap<>(others);
            references.forEach((name, value) -> {
                if (!value.isBlank() && !value.equals(own)) {
                    rest.put(name, value);
                }
            });
            return rest;
        }

        Optional<String> text(BookingField field) {
            return Optional.ofNullable(known.get(field)).map(PlainText::line).map(String::strip);
        }

        /** Her id in the hub. */
        Optional<ClientId> client() throws CannotRead {
            Optional<String> said = text(BookingField.HUB_CLIENT);
            Optional<ClientId> client = said.flatMap(Told::uuid).map(ClientId::new);
            if (said.isPresent() && client.isEmpty()) {
                throw new CannotRead("booking-of-nobody", "'" + said.get() + "' is no id of a client in the hub.");
            }
            return client;
        }

        /** Her id in the system that sends the booking, a UUID or whatever it gives. */
        Optional<String> external() {
            return text(BookingField.EXTERNAL).or(() -> text(BookingField.CLIENT_ID));
        }

        private static Optional<UUID> uuid(String text) {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException other) {
                return Optional.empty();
            }
        }
    }
}
