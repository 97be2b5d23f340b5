package org.interactionhub.queries.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Russian names as they are written in Latin letters and back, as passports and mail addresses have them (ICAO Doc 9303,
 * without its rare letters).
 */
final class OtherScript {

    private static final Map<String, String> LATIN = Map.ofEntries(Map.entry("а", "a"), Map.entry("б", "b"),
            Map.entry("в", "v"), Map.entry("г", "g"), Map.entry("д", "d"), Map.entry("е", "e"), Map.entry("ё", "e"),
            Map.entry("ж", "zh"), Map.entry("з", "z"), Map.entry("и", "i"), Map.entry("й", "y"), Map.entry("к", "k"),
            Map.entry("л", "l"), Map.entry("м", "m"), Map.entry("н", "n"), Map.entry("о", "o"), Map.entry("п", "p"),
            Map.entry("р", "r"), Map.entry("с", "s"), Map.entry("т", "t"), Map.entry("у", "u"), Map.entry("ф", "f"),
            Map.entry("х", "kh"), Map.entry("ц", "ts"), Map.entry("ч", "ch"), Map.entry("ш", "sh"),
            Map.entry("щ", "shch"), Map.entry("ъ", ""), Map.entry("ы", "y"), Map.entry("ь", ""), Map.entry("э", "e"),
            Map.entry("ю", "yu"), Map.entry("я", "ya"));
    private static final Map<String, String> CYRILLIC = cyrillic();
    private static final int LONGEST = 4;

    private OtherScript() {}

    /** The word in the other script; nothing if it is in both, or in neither. */
    static Optional<String> of(String word) {
        if (word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return Optional.of(read(word, CYRILLIC));
        }
        return word.chars().allMatch(c -> LATIN.containsKey(Character.toString(c)))
                ? Optional.of(read(word, LATIN))
                : Optional.empty();
    }

    /** The longest spelling that fits, again and again. */
    private static String read(String word, Map<String, String> letters) {
        StringBuilder read = new StringBuilder();
        for (int at = 0; at < word.length();) {
            int length = Math.min(LONGEST, word.length() - at);
            while (length > 1 && !letters.containsKey(word.substring(at, at + length))) {
                length--;
            }
            String spelling = word.substring(at, at + length);
            read.append(letters.getOrDefault(spelling, spelling));
            at += length;
        }
        return read.toString();
    }

    private static Map<String, String> cyrillic() {
        Map<String, String> letters = new HashMap<>();
        LATIN.forEach((letter, spelling) -> letters.put(spelling, letter));
        letters.remove("");
        // of letters that are spelled alike the more common one; and how people spell beside the rule
        letters.putAll(Map.of("e", "е", "y", "й", "iy", "ий", "j", "й", "h", "х", "c", "к", "w", "в", "x", "кс"));
        return letters;
    }
}
