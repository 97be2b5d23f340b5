package org.interactionhub.readers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column or a value of a booking tells, by a word in its name: the first of these of which the name has a word. A
 * long word stands for all that begin with it.
 */
enum BookingField {
    EMAIL("email", "mail", "почта"), PHONE("phone", "tel", "телефон", "тел"), CAMPAIGN("campaign",
            "кампания"), CURRENCY("currency", "валюта"), EXTERNAL("external", "guid", "инн"), CLIENT_ID(), PURPOSE(
                    "purpose", "description", "comment", "subject", "text", "назначение", "комментарий", "описание",
                    "предмет"), DATE("date", "time", "at", "when", "day", "дата", "время", "день"), AMOUNT("amount",
                            "sum", "total", "value", "revenue", "price", "money", "сумма", "стоимость",
                            "цена"), NAME("name", "client", "customer", "payer", "company", "buyer", "клиент",
                                    "контрагент", "плательщик", "покупатель", "заказчик", "наименование",
                                    "имя"), REFERENCE("reference", "ref", "number", "no", "id", "invoice", "order",
                                            "contract", "document", "номер", "документ", "договор", "счет", "заказ",
                                            "код");

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONG = 4;
    private static final List<String> WHO = List.of("client", "customer", "buyer", "клиент", "контрагент",
            "покупатель", "заказчик", "плательщик");
    private static final List<String> KEY = List.of("id", "code", "key", "код", "номер", "number");

    @SuppressWarnings("ImmutableEnumChecker") // List.of() cannot be changed
    private final List<String> words;

    BookingField(String... words) {
        this.words = List.of(words);
    }

    static Optional<BookingField> of(String name) {
        List<String> said = Arrays.asList(words(name));
        return Arrays.stream(values()).filter(field -> field.isIn(said)).findFirst();
    }

    private static String[] words(String name) {
        return NO_LETTERS.split(HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT).replace('ё', 'е').strip());
    }

    private boolean isIn(List<String> said) {
        return this == CLIENT_ID ? has(said, WHO) && has(said, KEY) : has(said, words);
    }

    private static boolean has(List<String> said, List<String> words) {
        return said.stream().anyMatch(word -> words.stream()
                .anyMatch(known -> known.length() < LONG ? word.equals(known) : word.startsWith(known)));
    }
}
