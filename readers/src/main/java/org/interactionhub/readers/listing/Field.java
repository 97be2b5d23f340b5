package org.interactionhub.readers.listing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interactionhub.readers.matching.Kind;

/** What a column of a list tells of a client. */
public enum Field {
    NAME, SURNAME, GIVEN_NAME, PATRONYMIC, COMPANY, PHONE, EMAIL, CITY, TAX_NUMBER,
    /** prospect, client, partner or employee */
    KIND,
    /** who of us looks after her */
    OWNER,
    /** whatever else is to be kept: it becomes a line of a note, with the name of its column */
    NOTE;

    /** Those of which a list may have several columns. */
    private static final Set<Field> MANY = Set.of(PHONE, EMAIL, NOTE);

    private static final Set<String> OWNERS = Set.of("owner", "manager", "account manager", "responsible",
            "ответственный",
            "менеджер", "куратор", "владелец");
    private static final Set<String> KINDS = Set.of("kind", "type", "client type", "вид", "тип", "тип клиента",
            "вид клиента");
    private static final Set<String> NOTES = Set.of("note", "notes", "comment", "comments", "remark", "заметка",
            "заметки", "комментарий", "примечание", "id", "client id", "customer id", "contact id", "код",
            "код клиента", "номер клиента");

    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Nothing if there is no such field. */
    public static Optional<Field> find(String value) {
        return List.of(values()).stream().filter(field -> field.value().equals(value)).findFirst();
    }

    boolean mayRepeat() {
        return MANY.contains(this);
    }

    /** What a column of this header is likely to tell, in Russian or English; nothing if it says nothing known. */
    static Optional<Field> of(String header) {
        String words = Kind.plain(header);
        if (OWNERS.contains(words)) {
            return Optional.of(OWNER);
        }
        if (KINDS.contains(words)) {
            return Optional.of(KIND);
        }
        if (NOTES.contains(words)) {
            return Optional.of(NOTE);
        }
        return switch (Kind.of(header)) {
            case NAME -> Optional.of(NAME);
            case SURNAME -> Optional.of(SURNAME);
            case GIVEN_NAME -> Optional.of(GIVEN_NAME);
            case PATRONYMIC -> Optional.of(PATRONYMIC);
            case COMPANY -> Optional.of(COMPANY);
            case PHONE -> Optional.of(PHONE);
            case EMAIL -> Optional.of(EMAIL);
            case CITY -> Optional.of(CITY);
            case TAX_NUMBER -> Optional.of(TAX_NUMBER);
            case BIRTH_DATE, POSTCODE, ADDRESS, STATE -> Optional.of(NOTE);
            case WORDS -> Optional.empty();
        };
    }
}
