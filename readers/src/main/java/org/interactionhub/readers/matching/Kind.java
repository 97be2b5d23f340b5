package org.interactionhub.readers.matching;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a column holds, as its header says in Russian or English, and how much it usually tells. */
public enum Kind {

    TAX_NUMBER("tax number", Family.CODE, 24, 4, "inn", "инн", "tax number", "tax id", "tin", "vat", "vat id",
            "vat number", "soc sec id", "ssn", "social security", "снилс", "snils", "огрн", "ogrn", "огрнип", "ogrnip"),

    PHONE("phone", Family.CODE, 18, 1, "phone", "phone number", "telephone", "tel", "mobile", "cell", "телефон", "тел",
            "номер телефона", "мобильный", "сотовый"),

    EMAIL("mail address", Family.CODE, 18, 0.5, "email", "e mail", "mail", "email address", "e mail address",
            "mail address", "почта", "электронная почта", "адрес почты", "адрес электронной почты", "емейл", "имейл"),

    BIRTH_DATE("birth date", Family.CODE, 13, 4, "birth date", "date of birth", "birthdate", "birthday", "dob", "born",
            "дата рождения", "день рождения"),

    POSTCODE("postcode", Family.CODE, 8, 1, "postcode", "post code", "postal code", "zip", "zip code", "индекс",
            "почтовый индекс"),

    SURNAME("surname", Family.PERSON, 9, 4, "surname", "last name", "lastname", "family name", "фамилия"),

    GIVEN_NAME("given name", Family.PERSON, 6, 4, "given name", "first name", "firstname", "forename", "имя"),

    PATRONYMIC("patronymic", Family.PERSON, 6, 3, "patronymic", "middle name", "отчество"),

    NAME("name", Family.NAME, 13, 5, "name", "full name", "fullname", "фио", "ф и о", "client", "customer", "contact",
            "contact person", "person", "клиент", "контакт", "контактное лицо", "наименование", "название"),

    COMPANY("company", Family.NAME, 13, 4, "company", "company name", "organisation", "organization", "firm",
            "employer", "business", "компания", "организация", "фирма", "предприятие", "контрагент",
            "название компании", "название организации", "наименование компании", "наименование организации"),

    CITY("city", Family.PLACE, 5, 2, "city", "town", "suburb", "locality", "город", "населенный пункт"),

    ADDRESS("address", Family.PLACE, 8, 1, "address", "street", "house", "flat", "apartment", "адрес", "почтовый адрес",
            "улица", "дом", "квартира"),

    STATE("region", Family.WORDS, 2.5, 1, "state", "region", "province", "county", "country", "регион", "область",
            "край", "республика", "страна"),

    /** Whatever else: its words are compared as they are. */
    WORDS("", Family.WORDS, 2, 0.5, "client id", "customer id", "contact id", "person id");

    /** Columns that are compared alike, and whose values get into each other's place. */
    enum Family {
        CODE, PERSON, NAME, PLACE, WORDS
    }

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    final String inWords;
    final Family family;

    /** An equal value counts so many bits while the list itself says nothing else: the value is one of 2 to so many. */
    final double usualBits;

    /** A different value takes so many bits away. */
    final double doubt;

    @SuppressWarnings("ImmutableEnumChecker") // List.of() cannot be changed
    private final List<String> phrases;

    Kind(String inWords, Family family, double usualBits, double doubt, String... phrases) {
        this.inWords = inWords;
        this.family = family;
        this.usualBits = usualBits;
        this.doubt = doubt;
        this.phrases = List.of(phrases);
    }

    /** The kind with the longest phrase that stands in the header; {@link #WORDS} if there is none. */
    public static Kind of(String header) {
        String words = " " + plain(header) + " ";
        Kind found = WORDS;
        int longest = 0;
        for (Kind kind : values()) {
            for (String phrase : kind.phrases) {
                if (phrase.length() > longest && words.contains(" " + phrase + " ")) {
                    found = kind;
                    longest = phrase.length();
                }
            }
        }
        return found;
    }

    /** Small letters with single blanks between the words: {@code Birth_date1} is "birth date". */
    public static String plain(String header) {
        String apart = HUMP.matcher(header).replaceAll(" ").toLowerCase(Locale.ROOT).replace('ё', 'е');
        return BETWEEN_WORDS.matcher(apart).replaceAll(" ").strip();
    }
}
