package org.interactionhub.readers.listing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ImportEvent.Remark;
import org.interactionhub.events.Party;
import org.interactionhub.readers.MailAddresses;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.TaxNumbers;
import org.jspecify.annotations.Nullable;

/** Makes of the rows of a list what they tell. What of a row can be taken is taken; of the rest there is a remark. */
public final class RowReader {

    private static final int LONGEST_NAME = 200;
    /** As of a note that is typed. */
    private static final int LONGEST_NOTE = 100_000;
    private static final int MOST_CONTACT_POINTS = 50;

    private static final Pattern BETWEEN_VALUES = Pattern.compile("[,;/\\n]");
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]+)>");
    private static final Pattern EXTENSION = Pattern.compile("(?iu)^(доб|вн|ext|extension|x)\\b.*");
    private static final Pattern ROUNDED = Pattern.compile("\\+?\\d+([.,]\\d+)?[eEеЕ]\\+?\\d+");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private static final Map<String, ClientEvent.Kind> KINDS = Map.ofEntries(
            Map.entry("prospect", ClientEvent.Kind.PROSPECT), Map.entry("lead", ClientEvent.Kind.PROSPECT),
            Map.entry("лид", ClientEvent.Kind.PROSPECT), Map.entry("потенциальный", ClientEvent.Kind.PROSPECT),
            Map.entry("потенциальный клиент", ClientEvent.Kind.PROSPECT), Map.entry("client", ClientEvent.Kind.CLIENT),
            Map.entry("customer", ClientEvent.Kind.CLIENT), Map.entry("клиент", ClientEvent.Kind.CLIENT),
            Map.entry("заказчик", ClientEvent.Kind.CLIENT), Map.entry("partner", ClientEvent.Kind.PARTNER),
            Map.entry("партнер", ClientEvent.Kind.PARTNER), Map.entry("employee", ClientEvent.Kind.EMPLOYEE),
            Map.entry("сотрудник", ClientEvent.Kind.EMPLOYEE));

    private final List<String> header;
    private final Mapping mapping;
    private final Phones phones;
    private final MailAddresses mailAddresses = new MailAddresses();

    public RowReader(List<String> header, Mapping mapping, Phones phones) {
        this.header = header;
        this.mapping = mapping;
        this.phones = phones;
    }

    /** @param line of a list with this header */
    public ListedClient read(ListFile.Line line) {
        List<Remark> remarks = new ArrayList<>();
        List<ContactPoint> points = contactPoints(line, remarks);
        String company = one(line, Field.COMPANY);
        String person = person(line);
        String name = Stream.of(person, company).filter(each -> !each.isEmpty()).findFirst()
                .orElseGet(() -> points.isEmpty() ? "" : points.getFirst().value());
        ClientEvent.Kind kind = kind(one(line, Field.KIND), remarks);
        Particulars particulars = particulars(line);
        String owner = one(line, Field.OWNER);
        if (name.length() > LONGEST_NAME) {
            remarks.add(new Remark(Remark.Kind.LONG_NAME, name.substring(0, LONGEST_NAME) + "…"));
        }
        if (points.isEmpty()) {
            remarks.add(new Remark(Remark.Kind.NO_CONTACT_POINT, ""));
        }
        if (points.size() > MOST_CONTACT_POINTS) {
            remarks.add(new Remark(Remark.Kind.TOO_MANY_POINTS, ""));
        }
        return new ListedClient(line.row(), cut(name), kind, points, particulars,
                owner.isEmpty() ? null : cut(owner), note(line, person.isEmpty(), particulars), remarks);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private String person(ListFile.Line line) {
        String name = one(line, Field.NAME);
        if (!name.isEmpty()) {
            return name;
        }
        String surname = one(line, Field.SURNAME);
        String given = one(line, Field.GIVEN_NAME);
        String patronymic = one(line, Field.PATRONYMIC);
        Stream<String> parts = CYRILLIC.matcher(surname).find()
                ? Stream.of(surname, given, patronymic)
                : Stream.of(given, patronymic, surname);
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private List<ContactPoint> contactPoints(ListFile.Line line, List<Remark> remarks) {
        SequencedSet<ContactPoint> points = new LinkedHashSet<>();
        cells(line, Field.PHONE).flatMap(cell -> phones(cell, remarks).stream()).forEach(points::add);
        cells(line, Field.EMAIL).flatMap(cell -> mails(cell, remarks).stream()).forEach(points::add);
        return List.copyOf(points);
    }

    private List<ContactPoint> phones(String cell, List<Remark> remarks) {
        if (ROUNDED.matcher(cell).matches()) {
            remarks.add(new Remark(Remark.Kind.ROUNDED, cut(cell)));
            return List.of();
        }
        return values(cell).filter(value -> !EXTENSION.matcher(value).matches())
                .flatMap(value -> taken(ContactPoint.Type.PHONE, phones.canonical(value), Remark.Kind.NO_PHONE, value,
                        remarks))
                .toList();
    }

    private List<ContactPoint> mails(String cell, List<Remark> remarks) {
        return values(cell).flatMap(value -> {
            var bracketed = IN_BRACKETS.matcher(value);
            String address = bracketed.find() ? bracketed.group(1) : value;
            return taken(ContactPoint.Type.EMAIL, mailAddresses.canonical(address), Remark.Kind.NO_EMAIL, value,
                    remarks);
        }).toList();
    }

    private static Stream<String> values(String cell) {
        return BETWEEN_VALUES.splitAsStream(cell).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Stream<ContactPoint> taken(ContactPoint.Type type, Optional<String> canonical, Remark.Kind otherwise,
            String value, List<Remark> remarks) {
        if (canonical.isEmpty()) {
            remarks.add(new Remark(otherwise, cut(value)));
        }
        return canonical.stream().map(found -> new ContactPoint(type, found));
    }

    private static ClientEvent.Kind kind(String said, List<Remark> remarks) {
        ClientEvent.Kind kind = KINDS.get(said.toLowerCase(Locale.ROOT).replace('ё', 'е'));
        if (kind == null && !said.isEmpty()) {
            remarks.add(new Remark(Remark.Kind.NO_KIND, cut(said)));
        }
        return kind == null ? ClientEvent.Kind.CLIENT : kind;
    }

    private Particulars particulars(ListFile.Line line) {
        Party party = !one(line, Field.SURNAME).isEmpty()
                ? Party.PERSON
                : person(line).isEmpty() && !one(line, Field.COMPANY).isEmpty() ? Party.ORGANISATION : null;
        String city = one(line, Field.CITY);
        return new Particulars(party, TaxNumbers.canonical(one(line, Field.TAX_NUMBER)).orElse(null),
                city.isEmpty() || city.length() > LONGEST_NAME ? null : city);
    }

    /**
     * Nothing that somebody chose to import is lost: a company beside the name of a person is noted as well, and what is no
     * tax number or city.
     */
    private @Nullable String note(ListFile.Line line, boolean companyIsName, Particulars particulars) {
        Set<Field> noted = EnumSet.of(Field.NOTE);
        if (!companyIsName) {
            noted.add(Field.COMPANY);
        }
        if (particulars.city() == null) {
            noted.add(Field.CITY);
        }
        if (particulars.taxNumber() == null) {
            noted.add(Field.TAX_NUMBER);
        }
        String note = IntStream.range(0, header.size())
                .filter(column -> mapping.fields().get(column).filter(noted::contains).isPresent())
                .filter(column -> !line.cells().get(column).isEmpty())
                .mapToObj(column -> header.get(column) + ": " + line.cells().get(column))
                .collect(Collectors.joining("\n"));
        return note.isEmpty() ? null : note.substring(0, Math.min(note.length(), LONGEST_NOTE));
    }

    private String one(ListFile.Line line, Field field) {
        return cells(line, field).findFirst().map(cell -> cell.replace('\n', ' ')).orElse("");
    }

    private Stream<String> cells(ListFile.Line line, Field field) {
        return IntStream.range(0, header.size())
                .filter(column -> mapping.fields().get(column).equals(Optional.of(field)))
                .mapToObj(line.cells()::get).filter(cell -> !cell.isEmpty());
    }
}
