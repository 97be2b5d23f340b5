package org.interactionhub.queries.clientcard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed to find a client, in the forms in which it may stand in the history.
 *
 * @param exact contact points that it names if it is a whole one
 * @param name folded as names are for searching: lower case, ё as е
 * @param digits its digits if it may be a part of a phone number; of a long one without the zeros of a national prefix;
 *            else empty
 * @param beginning the same as the beginning of an international number, if it begins with the national prefix 8; else
 *            empty
 */
record Sought(List<String> exact, String name, String digits, String beginning) {

    private static final Pattern DIALLED = Pattern.compile("[+0-9 ().\\-/\u00A0]+");
    /** What stands between the words of a name. */
    static final String MARKS = "\"'«»„“”‘’()[],.;:/–—-";
    private static final int FEWEST_DIGITS = 3;
    private static final int FEWEST_BEHIND_A_PREFIX = 6;
    /** What is longer finds nobody that its beginning does not find. */
    private static final int LONGEST = 200;

    static Sought of(String typed) {
        String text = typed.strip().replace("\0", "");
        String lower = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        String digits = DIALLED.matcher(lower).matches() ? lower.replaceAll("[^0-9]", "") : "";
        List<String> exact = new ArrayList<>();
        exact.add(lower);
        exact.add(text);
        numbers(digits, exact);
        return new Sought(exact.stream().distinct().toList(), lower.replace('ё', 'е'),
                digits.length() < FEWEST_DIGITS ? "" : withoutPrefix(digits),
                digits.length() > FEWEST_DIGITS && digits.startsWith("8") ? "+7" + digits.substring(1) : "");
    }

    /** Of a few digits the zeros are what was remembered, not how one dials. */
    private static String withoutPrefix(String digits) {
        String rest = digits.replaceFirst("^0+", "");
        return rest.length() < FEWEST_BEHIND_A_PREFIX ? digits : rest;
    }

    /** Words that must all stand in a name, as patterns for LIKE. */
    List<String> words() {
        return List.of(name.split("\\s+")).stream().map(word -> "%" + literal(word) + "%").toList();
    }

    /** The same, for a name whose words stand apart by spaces, with one on either side. */
    List<String> whole() {
        return parts().map(word -> "% " + literal(word) + " %").toList();
    }

    List<String> beginnings() {
        return parts().map(word -> "% " + literal(word) + "%").toList();
    }

    private Stream<String> parts() {
        return Stream.of(name.split("[\\s" + Pattern.quote(MARKS) + "]+")).filter(word -> !word.isEmpty());
    }

    static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A national prefix 8, as in 8 (495) 123-45-67, and a number without any stand for +7. */
    private static void numbers(String digits, List<String> exact) {
        if (digits.length() == 11 && digits.startsWith("8")) {
            exact.add("+7" + digits.substring(1));
        }
        if (digits.length() == 10) {
            exact.add("+7" + digits);
        }
        if (digits.length() >= 7) {
            exact.add("+" + digits);
        }
    }
}
