package org.interactionhub.queries.timeline;

import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number as people write it, which channels report in one piece. Pure. */
final class Dialled {

    private static final Pattern NUMBER = Pattern.compile("[+0-9 ().\\-/\u00A0]+");
    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_OF_PART = 4;
    private static final int NATIONAL = 10;

    private Dialled() {}

    /** The digits that were typed, if they can be a part of a number; nothing if something else was. */
    static Optional<String> part(String typed) {
        return Optional.of(typed).filter(whole -> NUMBER.matcher(whole).matches())
                .map(whole -> whole.replaceAll("[^0-9]", "")).filter(digits -> digits.length() >= FEWEST_OF_PART);
    }

    /** What was typed, or the same number in one piece: a national prefix 8, and no prefix at all, stand for +7. */
    static String orInOnePiece(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        if (!NUMBER.matcher(typed).matches() || digits.length() < FEWEST_DIGITS) {
            return typed;
        }
        String whole = digits.length() == NATIONAL + 1 && digits.startsWith("8")
                ? "7" + digits.substring(1)
                : digits.length() == NATIONAL ? "7" + digits : digits;
        return typed + " or " + whole;
    }
}
