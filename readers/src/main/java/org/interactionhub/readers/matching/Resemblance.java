package org.interactionhub.readers.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How much two values of a column have in common, from 0, nothing, to 1, equal; the same in both directions. */
final class Resemblance {

    /** From so much on, two values may well be the same, written otherwise. */
    static final double NEARLY = 0.7;

    private static final double NEARLY_A_WORD = 0.75;

    /** One digit or letter of a code is another, or two have changed places. */
    private static final double ONE_SLIP = 0.75;
    private static final int SHORTEST_CODE_WITH_A_SLIP = 4;

    /** Several words that all stand among the other's. */
    private static final double PART = 0.75;

    /** A word that is only the beginning of the other, or an initial. */
    private static final double BEGINNING = 0.8;
    private static final int SHORTEST_BEGINNING = 3;

    private static final double NOT_QUITE_EQUAL = 0.99;

    private final boolean ofCodes;
    private final Map<String, Integer> holders = new HashMap<>();
    private final int values;

    /** @param values those of the column, which tell how common a word is in it */
    Resemblance(boolean ofCodes, List<Value> values) {
        this.ofCodes = ofCodes;
        this.values = values.size();
        if (!ofCodes) {
            values.forEach(value -> new HashSet<>(value.words()).forEach(word -> holders.merge(word, 1, Integer::sum)));
        }
    }

    double between(Value one, Value other) {
        if (one.isAbsent() || other.isAbsent()) {
            return 0;
        }
        if (one.key().equals(other.key())) {
            return 1;
        }
        if (ofCodes || (one.isNumber() && other.isNumber())) {
            return isOneSlip(one.key(), other.key()) ? ONE_SLIP : 0;
        }
        double letters = Math.min(Edits.likeness(one.joined(), other.joined(), NEARLY), NOT_QUITE_EQUAL);
        return Math.max(letters, isInOrder(one, other)
                ? inWords(one.words(), other.words())
                : inWords(other.words(), one.words()));
    }

    static boolean isOneSlip(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_CODE_WITH_A_SLIP
                && Math.abs(one.length() - other.length()) <= 1
                && Edits.between(one, other) == 1;
    }

    /** The one with fewer words first, and of equally many always the same one. */
    private static boolean isInOrder(Value one, Value other) {
        return one.words().size() == other.words().size()
                ? one.key().compareTo(other.key()) < 0
                : one.words().size() < other.words().size();
    }

    /** The part of the words, rare ones counting more, that have their like on the other side. */
    private double inWords(List<String> fewer, List<String> more) {
        List<String> rest = new ArrayList<>(more);
        double all = weight(fewer) + weight(more);
        double shared = 0;
        boolean part = fewer.size() > 1;
        for (String word : fewer) {
            String like = mostAlike(word, rest);
            part &= !like.isEmpty();
            if (rest.remove(like)) {
                shared += alike(word, like) * (weight(word) + weight(like));
            }
        }
        return Math.max(part ? PART : 0, Math.min(shared / all, NOT_QUITE_EQUAL));
    }

    /** Empty if there is none. */
    private static String mostAlike(String word, List<String> candidates) {
        String best = "";
        double most = 0;
        for (String candidate : candidates) {
            double alike = alike(word, candidate);
            if (alike > most) {
                most = alike;
                best = candidate;
            }
        }
        return best;
    }

    static double alike(String word, String other) {
        if (word.equals(other)) {
            return 1;
        }
        if (Character.isDigit(word.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return 0;
        }
        double letters = Edits.likeness(word, other, NEARLY_A_WORD);
        return letters >= NEARLY_A_WORD ? letters : isBeginning(word, other) ? BEGINNING : 0;
    }

    private static boolean isBeginning(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        return (shorter == 1 || shorter >= SHORTEST_BEGINNING) && (word.startsWith(other) || other.startsWith(word));
    }

    private double weight(List<String> words) {
        return words.stream().mapToDouble(this::weight).sum();
    }

    private double weight(String word) {
        return Math.log(1 + (values + 1.0) / holders.getOrDefault(word, 1));
    }
}
