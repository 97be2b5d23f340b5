package org.interactionhub.readers.matching;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interactionhub.readers.MailAddresses;
import org.interactionhub.readers.Phones;

/** Makes of what a list has the value under which spellings of the same are equal, each kind of column in its way. */
final class Keys {

    private static final Set<String> NOTHING = Set.of("null", "none", "nan", "n/a", "нет", "unknown", "неизвестно");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ZEROS = Pattern.compile("0+");

    private final Phones phones;
    private final MailAddresses addresses = new MailAddresses();

    Keys(Phones phones) {
        this.phones = phones;
    }

    Value value(Kind kind, String raw) {
        String shown = raw.strip();
        String small = shown.toLowerCase(Locale.ROOT);
        return small.isEmpty() || NOTHING.contains(small) ? Value.ABSENT : Value.of(shown, key(kind, shown, small));
    }

    private String key(Kind kind, String shown, String small) {
        return switch (kind) {
            case PHONE -> digits(phones.orRaw(shown));
            case EMAIL -> addresses.canonical(shown).orElse(small);
            case BIRTH_DATE -> date(shown);
            case TAX_NUMBER, POSTCODE -> ZEROS.matcher(small).matches() ? "" : NO_SIGN.matcher(small).replaceAll("");
            case NAME, COMPANY -> LegalForms.setAside(Spelling.key(shown));
            case SURNAME, GIVEN_NAME, PATRONYMIC, CITY, ADDRESS, STATE, WORDS -> Spelling.key(shown);
        };
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    /** Year, month, day; the day is taken to stand before the month, as Russia and most of the world write it. */
    private static String date(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.lookingAt()) {
            return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.lookingAt()
                ? date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
                : digits(text);
    }

    private static String date(String year, String month, String day) {
        return year + "0".repeat(2 - month.length()) + month + "0".repeat(2 - day.length()) + day;
    }
}
