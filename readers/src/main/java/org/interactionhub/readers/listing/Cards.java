package org.interactionhub.readers.listing;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Address;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.readers.mail.LenientCharsets;
import org.interactionhub.readers.matching.NotAList;
import org.jspecify.annotations.Nullable;

/** Address book cards (vCard 2.1, 3.0 and 4.0) as rows of a list. */
final class Cards {

    private static final List<String> HEADER = List.of("Name", "Company", "Phone", "Email", "City", "Note");

    private Cards() {}

    static ListFile read(byte[] bytes) throws NotAList {
        List<ListFile.Line> lines = new ArrayList<>();
        try (VCardReader reader = new VCardReader(LenientCharsets.decode(bytes, null))) {
            for (VCard card = reader.readNext(); card != null; card = reader.readNext()) {
                lines.add(new ListFile.Line(lines.size() + 1, cells(card)));
            }
        } catch (IOException | RuntimeException broken) { // the library answers some broken cards with exceptions of its own
            throw new NotAList("Card " + (lines.size() + 1) + " of the file cannot be read as a vCard.");
        }
        return ListFile.bounded(HEADER, lines);
    }

    private static List<String> cells(VCard card) {
        return Stream.of(name(card),
                card.getOrganizations().stream().map(Organization::getValues).flatMap(List::stream)
                        .collect(Collectors.joining(", ")),
                lines(card.getTelephoneNumbers().stream().map(Cards::number)),
                lines(card.getEmails().stream().map(TextProperty::getValue)),
                lines(cities(card).limit(1)),
                lines(Stream.concat(card.getNotes().stream().map(TextProperty::getValue), cities(card).skip(1))))
                .map(ListFile::plain).toList();
    }

    /** She lives in the first; the others are worth a note. */
    private static Stream<String> cities(VCard card) {
        return card.getAddresses().stream().map(Address::getLocality).filter(Objects::nonNull)
                .filter(city -> !city.isBlank()).distinct();
    }

    private static String name(VCard card) {
        String formatted = card.getFormattedName() == null ? null : card.getFormattedName().getValue();
        if (formatted != null && !formatted.isBlank()) {
            return formatted;
        }
        StructuredName name = card.getStructuredName();
        return name == null
                ? ""
                : Stream.concat(Stream.of(name.getFamily(), name.getGiven()), name.getAdditionalNames().stream())
                        .filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static @Nullable String number(Telephone telephone) {
        return telephone.getUri() == null ? telephone.getText() : telephone.getUri().getNumber();
    }

    private static String lines(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
