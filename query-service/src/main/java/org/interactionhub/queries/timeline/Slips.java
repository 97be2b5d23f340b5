package org.interactionhub.queries.timeline;

import java.util.LinkedHashSet;
import java.util.Set;

/** What may have been meant by whoever slipped once while typing. Pure. */
final class Slips {

    private static final String DIGITS = "0123456789";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    /** Whatever is shorter is near to too many others. */
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;

    private Slips() {}

    /**
     * All words that differ by one letter or digit that is wrong, missing or too much, or by two neighbours that changed
     * places; about 70 for each letter of the word, 20 for each digit. None of a word too short or too long.
     *
     * @param word in lower case
     */
    static Set<String> of(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST
                || word.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return Set.of();
        }
        Set<String> others = new LinkedHashSet<>();
        String alphabet = alphabet(word);
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String from = word.substring(i);
            for (int letter = 0; letter < alphabet.length(); letter++) {
                others.add(before + alphabet.charAt(letter) + from);
            }
            if (!from.isEmpty()) {
                others.add(before + from.substring(1));
                for (int letter = 0; letter < alphabet.length(); letter++) {
                    others.add(before + alphabet.charAt(letter) + from.substring(1));
                }
            }
            if (from.length() > 1) {
                others.add(before + from.charAt(1) + from.charAt(0) + from.substring(2));
            }
        }
        others.remove(word);
        return others;
    }

    /** What a word is written in. */
    private static String alphabet(String word) {
        StringBuilder all = new StringBuilder();
        for (String one : new String[]{DIGITS, LATIN, CYRILLIC}) {
            if (word.chars().anyMatch(c -> one.indexOf(c) >= 0)) {
                all.append(one);
            }
        }
        return all.toString();
    }
}
