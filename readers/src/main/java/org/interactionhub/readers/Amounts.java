package org.interactionhub.readers;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interactionhub.events.Money;

/**
 * Reads amounts of money as people and systems write them: {@code 120 000,50 руб.}, {@code $1,200.00},
 * {@code (1.234,5)}. The country says which currency is meant where none is named.
 */
final class Amounts {

    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d\\s\\u00A0\\u202F.,'’]*\\d)?");
    private static final String MINUS = "[-\u2010-\u2015\u2212]";
    private static final String SIGN = "(?:[\\p{L}\\p{Sc}]{1,4}\\.?)?";
    private static final Pattern MINUS_BEFORE = Pattern
            .compile("^\\s*" + SIGN + "\\s*" + MINUS + "\\s*" + SIGN + "\\s*$|\\s" + MINUS + "\\p{Sc}?$");
    private static final Pattern MINUS_BEHIND = Pattern.compile("^" + MINUS + "(?![\\p{L}\\p{N}])");
    private static final Pattern OPENED = Pattern.compile("^\\s*" + SIGN + "\\s*\\(\\s*" + SIGN + "\\s*$");
    private static final Pattern CLOSED = Pattern.compile("^\\s*" + SIGN + "\\s*\\)");
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}([.,]\\d{3})+");
    private static final List<Locale> LANGUAGES = List.of(Locale.US, Locale.of("ru", "RU"));
    private static final int STEM = 3;

    private final Currency home;
    private final Map<String, String> names = new HashMap<>();

    /** @param region ISO 3166 code of a country, such as {@code RU} */
    Amounts(String region) {
        home = Currency.getInstance(Locale.of("", region));
        Currency.getAvailableCurrencies().forEach(this::learn);
        learn(home);
    }

    private void learn(Currency currency) {
        for (Locale language : LANGUAGES) {
            names.put(plain(currency.getSymbol(language)), currency.getCurrencyCode());
            names.put(plain(currency.getDisplayName(language)), currency.getCurrencyCode());
        }
        names.put(plain(currency.getCurrencyCode()), currency.getCurrencyCode());
    }

    /**
     * @param currency as it was named beside the amount, empty if it was not
     * @throws CannotRead if either is none
     */
    Money read(String amount, String currency) throws CannotRead {
        Matcher number = NUMBER.matcher(amount);
        if (!number.find() || NUMBER.matcher(amount.substring(number.end())).find()) {
            throw new CannotRead("booking-no-amount", "'" + amount + "' is no amount such as 120 000.50.");
        }
        String before = amount.substring(0, number.start());
        String behind = amount.substring(number.end());
        String around = before + " " + behind;
        BigDecimal digits = new BigDecimal(decimal(number.group()));
        String code = code(currency.isBlank() ? around : currency);
        try {
            return new Money(isNegative(before, behind) ? digits.negate() : digits, code);
        } catch (IllegalArgumentException tooMuch) {
            throw new CannotRead("booking-no-amount", String.valueOf(tooMuch.getMessage()));
        }
    }

    /** As a dash between words is not: a minus stands at the number, brackets stand around it. */
    private static boolean isNegative(String before, String behind) {
        return MINUS_BEFORE.matcher(before).find() || MINUS_BEHIND.matcher(behind).find()
                || OPENED.matcher(before).find() && CLOSED.matcher(behind).find();
    }

    /**
     * The last mark is the decimal one, unless it comes more than once or parts three digits from at most three others:
     * no money but a few coins is written with three digits behind it.
     */
    private static String decimal(String number) {
        String bare = number.replaceAll("[\\s\\u00A0\\u202F'’]", "");
        int last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        if (last < 0) {
            return bare;
        }
        boolean oneMark = bare.indexOf('.') < 0 || bare.indexOf(',') < 0;
        boolean repeated = bare.indexOf(bare.charAt(last)) != last;
        if (oneMark && GROUPED.matcher(bare).matches() || repeated) {
            return bare.replaceAll("[.,]", "");
        }
        return bare.substring(0, last).replaceAll("[.,]", "") + "." + bare.substring(last + 1);
    }

    private String code(String named) throws CannotRead {
        String plain = plain(named);
        if (plain.isEmpty() || isHome(plain)) {
            return home.getCurrencyCode();
        }
        String known = names.get(plain);
        if (known == null) {
            throw new CannotRead("booking-no-currency", "'" + named.strip()
                    + "' is no currency that the hub knows; it knows codes such as RUB and EUR.");
        }
        return known;
    }

    /** Rubles in any case and any abbreviation, where rubles are at home. */
    private boolean isHome(String plain) {
        return LANGUAGES.stream().map(home::getDisplayName).flatMap(name -> Arrays.stream(plain(name).split(" ")))
                .anyMatch(word -> word.startsWith(plain)
                        || word.length() >= STEM && plain.startsWith(word.substring(0, STEM)));
    }

    private static String plain(String name) {
        return name.replaceAll("[-\u2010-\u2015\u2212().+]", " ").replaceAll("[\\s\\u00A0\\u202F]+", " ").strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Of a number that a machine wrote: its point is decimal, however many digits follow. */
    static String plain(Number number) {
        BigDecimal digits = new BigDecimal(number.toString());
        return digits.setScale(Math.max(digits.scale(), 0) == 3 ? 4 : Math.max(digits.scale(), 0)).toPlainString();
    }

    static Optional<Number> number(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(number)
                : Optional.empty();
    }
}
