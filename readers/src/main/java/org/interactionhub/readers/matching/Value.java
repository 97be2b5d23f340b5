package org.interactionhub.readers.matching;

import java.util.List;

/**
 * What stands in one place of the list.
 *
 * @param shown as the list has it
 * @param key   equal for spellings of the same; empty if there is nothing
 * @param words of the key
 */
record Value(String shown, String key, List<String> words) {

    static final Value ABSENT = new Value("", "", List.of());

    static Value of(String shown, String key) {
        return key.isEmpty() ? ABSENT : new Value(shown, key, List.of(key.split(" ")));
    }

    boolean isAbsent() {
        return key.isEmpty();
    }

    boolean isNumber() {
        return key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The words run together, as some write them. */
    String joined() {
        return words.size() == 1 ? key : String.join("", words);
    }
}
