package org.interactionhub.readers.matching;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.readers.Phones;

/** Brings what is known of a client to the form in which it can be compared. Safe for any number of threads. */
public final class Portraits {

    /** Changes whenever the same descriptions would give other suggestions. */
    public static final int VERSION = 1;

    /** Of each trait the first few are enough to recognise anybody. */
    private static final int MOST_VALUES = 5;

    private static final int SHORTEST_LOGIN = 5;
    private static final Pattern QUOTED = Pattern.compile("[«»\"“”„]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern TAG = Pattern.compile("\\+.*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Where anybody can have an address, or nobody. */
    private static final Set<String> OPEN_TO_ALL = Set.of("gmail.com", "googlemail.com", "mail.ru", "bk.ru", "inbox.ru",
            "list.ru", "internet.ru", "yandex.ru", "yandex.com", "yandex.by", "yandex.kz", "ya.ru", "rambler.ru",
            "ro.ru",
            "outlook.com", "hotmail.com", "live.com", "live.ru", "msn.com", "icloud.com", "me.com", "mac.com",
            "yahoo.com",
            "aol.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "proton.me", "protonmail.com", "vk.com", "ukr.net",
            "tut.by", "qq.com", "163.com", "example.com", "example.org", "example.net");

    /** What a place of work is called and no person. */
    private static final Set<String> OF_MANY = Set.of("admin", "administrator", "contact", "contacts", "client",
            "clients",
            "customer", "director", "hello", "office", "order", "orders", "sales", "service", "support", "manager",
            "marketing", "noreply", "reception", "secretary", "postmaster", "webmaster", "bookkeeping", "accounting",
            "accounts", "zakaz", "zakazy", "buhgalter", "buhgalteria", "priemnaya", "snab", "snabzhenie", "sekretar",
            "tender", "tenders", "visitor", "guest", "unknown");

    private static final String NOWHERE = "ZZ";

    /** Numbers come with their country. */
    private final Keys keys = new Keys(new Phones(NOWHERE));

    public Portrait of(Description told) {
        Set<String> addresses = Stream.of(told.phones(), told.mails(), told.handles()).flatMap(List::stream)
                .collect(Collectors.toSet());
        List<String> names = told.names().stream().filter(name -> isName(name, addresses)).toList();
        Map<Trait, List<Value>> values = new EnumMap<>(Trait.class);
        List<Value> called = called(values(names, Kind.NAME));
        values.put(Trait.NAME, called);
        values.put(Trait.COMPANY, values(told.companies(), Kind.COMPANY));
        values.put(Trait.CITY, values(told.cities(), Kind.CITY));
        values.put(Trait.TAX_NUMBER, values(told.taxNumbers(), Kind.TAX_NUMBER));
        values.put(Trait.PHONE, distinct(told.phones().stream()
                .map(number -> Value.of(number, NO_DIGIT.matcher(number).replaceAll("")))));
        values.put(Trait.LOGIN, distinct(Stream.concat(told.mails().stream(), told.handles().stream())
                .map(Portraits::login)));
        values.put(Trait.DOMAIN, distinct(told.mails().stream().map(Portraits::domain)));
        return new Portrait(values,
                called.stream().filter(Portraits::isHouse).map(Value::key).collect(Collectors.toSet()));
    }

    private List<Value> values(List<String> told, Kind kind) {
        return distinct(told.stream().map(text -> keys.value(kind, text)));
    }

    /** Of several spellings of the same the first. */
    private static List<Value> distinct(Stream<Value> values) {
        Map<String, Value> byKey = new LinkedHashMap<>();
        values.filter(value -> !value.isAbsent()).forEach(value -> byKey.putIfAbsent(value.key(), value));
        return byKey.values().stream().limit(MOST_VALUES).toList();
    }

    /** Whoever gave no name is called by her address. */
    private static boolean isName(String name, Set<String> addresses) {
        return LETTER.matcher(name).find() && name.indexOf('@') < 0
                && addresses.stream().noneMatch(address -> name.equals(address) || name.endsWith(":" + address));
    }

    /** In whatever order she writes them; a given name alone says nothing more where the whole one is known. */
    private static List<Value> called(List<Value> names) {
        boolean isKnownWhole = names.stream().anyMatch(name -> name.words().size() > 1);
        return distinct(names.stream().filter(name -> !isKnownWhole || name.words().size() > 1 || isHouse(name))
                .map(name -> Value.of(name.shown(), name.words().stream().sorted().collect(Collectors.joining(" ")))));
    }

    /** It is written as companies are, with quotes or a legal form. */
    private static boolean isHouse(Value name) {
        String key = Spelling.key(name.shown());
        return QUOTED.matcher(name.shown()).find() || !LegalForms.setAside(key).equals(key);
    }

    /** Digits alone are a number that somebody gave her. */
    private static Value login(String address) {
        String small = address.toLowerCase(Locale.ROOT);
        int at = small.lastIndexOf('@');
        String key = BETWEEN.matcher(TAG.matcher(at < 0 ? small : small.substring(0, at)).replaceAll(""))
                .replaceAll("");
        return key.length() < SHORTEST_LOGIN || OF_MANY.contains(key) || !LETTER.matcher(key).find()
                ? Value.ABSENT
                : Value.of(address, key);
    }

    private static Value domain(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return OPEN_TO_ALL.contains(domain) ? Value.ABSENT : Value.of(domain, domain);
    }
}
