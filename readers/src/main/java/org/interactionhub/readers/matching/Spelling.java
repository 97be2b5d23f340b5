package org.interactionhub.readers.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings words to one Latin key, whichever alphabet and transliteration they came in: Дмитрий, Dmitry and Dmitriy are
 * {@code dmitri}. The key is for comparing only; what sounds alike may well fall together.
 */
final class Spelling {

    private static final Map<Character, String> LATIN = Map.ofEntries(Map.entry('а', "a"), Map.entry('б', "b"),
            Map.entry('в', "v"), Map.entry('г', "g"), Map.entry('д', "d"), Map.entry('е', "e"), Map.entry('ё', "e"),
            Map.entry('ж', "zh"), Map.entry('з', "z"), Map.entry('и', "i"), Map.entry('й', "y"), Map.entry('к', "k"),
            Map.entry('л', "l"), Map.entry('м', "m"), Map.entry('н', "n"), Map.entry('о', "o"), Map.entry('п', "p"),
            Map.entry('р', "r"), Map.entry('с', "s"), Map.entry('т', "t"), Map.entry('у', "u"), Map.entry('ф', "f"),
            Map.entry('х', "kh"), Map.entry('ц', "ts"), Map.entry('ч', "ch"), Map.entry('ш', "sh"),
            Map.entry('щ', "shch"), Map.entry('ъ', ""), Map.entry('ы', "y"), Map.entry('ь', ""), Map.entry('э', "e"),
            Map.entry('ю', "yu"), Map.entry('я', "ya"), Map.entry('і', "i"), Map.entry('ї', "yi"), Map.entry('є', "ye"),
            Map.entry('ґ', "g"), Map.entry('ў', "u"), Map.entry('ß', "ss"), Map.entry('ø', "o"), Map.entry('ł', "l"));

    /** What different transliterations write for the same sound, in the order in which it is made one. */
    private static final List<Map.Entry<String, String>> SAME_SOUND = List.of(Map.entry("shch", "sh"),
            Map.entry("sch", "sh"), Map.entry("tch", "ch"), Map.entry("kh", "h"), Map.entry("ph", "f"),
            Map.entry("x", "ks"), Map.entry("tz", "ts"), Map.entry("ck", "k"), Map.entry("w", "v"),
            Map.entry("j", "y"), Map.entry("yo", "e"), Map.entry("ye", "e"), Map.entry("ie", "e"), Map.entry("y", "i"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
    private static final Pattern DOTS_OF_INITIALS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HARD_C = Pattern.compile("c(?!h)");

    /** Not where it is all of the word: ООО is no initial. */
    private static final Pattern TWICE = Pattern.compile("(\\p{L})\\1+(?=\\p{L})|(?<=\\p{L})(\\p{L})\\2+");

    private Spelling() {}

    /** The words with single blanks between them; empty if there is neither letter nor digit. */
    static String key(String raw) {
        String small = Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String latin = latin(DOTS_OF_INITIALS.matcher(APOSTROPHES.matcher(small).replaceAll("")).replaceAll(""));
        String bare = MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
        String key = BETWEEN_WORDS.matcher(bare).replaceAll(" ").strip();
        for (Map.Entry<String, String> sound : SAME_SOUND) {
            key = key.replace(sound.getKey(), sound.getValue());
        }
        return TWICE.matcher(HARD_C.matcher(key).replaceAll("k")).replaceAll("$1$2");
    }

    private static String latin(String small) {
        StringBuilder latin = new StringBuilder(small.length() + 8);
        for (int i = 0; i < small.length(); i++) {
            String letter = LATIN.get(small.charAt(i));
            if (letter == null) {
                latin.append(small.charAt(i));
            } else {
                latin.append(letter);
            }
        }
        return latin.toString();
    }
}
