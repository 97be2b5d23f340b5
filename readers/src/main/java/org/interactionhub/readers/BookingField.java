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
            "кампания"), CURRENCY("currency", "валюта"), EXTERNAL("external",
                    "инн"), HUB_CLIENT(), CLIENT_ID(), PURPOSE(
                            "purpose", "description", "comment", "subject", "text", "назначение", "комментарий",
                            "описание",
                            "предмет"), DATE("date", "time", "at", "when", "day", "дата", "время", "день"), AMOUNT(
                                    "amount",
                                    "sum", "total", "value", "revenue", "price", "money", "сумма", "стоимость",
                                    "цена"), NAME("name", "client", "customer", "payer", "company", "buyer",
                                            "counterparty", "клиент",
                                            "контрагент", "плательщик", "покупатель", "заказчик", "наименование",
                                            "имя"), REFERENCE("reference", "ref", "number", "no", "id", "guid", "uuid",
                                                    "key", "invoice", "order",
                                                    "contract", "document", "номер", "документ", "договор", "счет",
                                                    "заказ",
                                                    "код");

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONG = 4;
    private static final List<String> WHO = List.of("client", "customer", "buyer", "payer", "counterparty", "клиент",
            "контрагент", "покупатель", "заказчик", "плательщик");
    private static final List<String> KEY = List.of("id", "guid", "uuid", "code", "key", "код", "номер", "number");
    private static final List<String> HUB = List.of("hub");

    /** What a reference is of, from the booking itself to that to which several may belong. */
    private static final List<String> ITSELF = List.of("reference", "ref", "document", "payment", "transaction",
            "operation", "документ", "платеж", "транзакци", "операци");
    private static final List<String> WHOLE = List.of("invoice", "order", "contract", "deal", "договор", "счет",
            "заказ", "сделк");
    private static final List<String> NUMBER = List.of("number", "no", "id", "номер", "код");
    private static final List<String> MACHINE = List.of("guid", "uuid", "key");

    @SuppressWarnings("ImmutableEnumChecker") // List.of() cannot be changed
    private final List<String> words;

    BookingField(String... words) {
        this.words = List.of(words);
    }

    static Optional<BookingField> of(String name) {
        List<String> said = Arrays.asList(words(name));
        return Arrays.stream(values()).filter(field -> field.isIn(said)).findFirst();
    }

    /**
     * How surely a name that tells a reference tells that of the booking, and not of a contract on which it is one of many.
     *
     * @return 0 for the surest
     */
    static int rank(String name) {
        List<String> said = Arrays.asList(words(name));
        if (has(said, WHOLE)) {
            return 3;
        }
        if (has(said, ITSELF)) {
            return only(said, ITSELF, NUMBER, MACHINE) ? 0 : 3;
        }
        if (only(said, NUMBER)) {
            return 1;
        }
        return only(said, MACHINE) ? 2 : 4;
    }

    @SafeVarargs
    private static boolean only(List<String> said, List<String>... words) {
        return said.stream().allMatch(word -> Arrays.stream(words).anyMatch(known -> has(List.of(word), known)));
    }

    private static String[] words(String name) {
        return NO_LETTERS.split(HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT).replace('ё', 'е').strip());
    }

    private boolean isIn(List<String> said) {
        return switch (this) {
            case HUB_CLIENT -> has(said, HUB) && has(said, WHO) && has(said, KEY);
            case CLIENT_ID -> has(said, WHO) && has(said, KEY);
            default -> has(said, words);
        };
    }

    private static boolean has(List<String> said, List<String> words) {
        return said.stream().anyMatch(word -> words.stream()
                .anyMatch(known -> known.length() < LONG ? word.equals(known) : word.startsWith(known)));
    }
}
