package org.interactionhub.readers.matching;

/**
 * What two rows have in one column, beside each other.
 *
 * @param what    the column in words
 * @param one     of the earlier row
 * @param other   of the later row
 * @param alike   from 0, nothing in common, to 1, equal
 * @param holders so many rows have the more common one of the two values
 * @param filled  so many rows have any value there
 */
record Comparison(String what, Kind kind, Likeness likeness, String one, String other, double alike, int holders,
        int filled) {

    enum Likeness {
        EQUAL, NEARLY, SWAPPED, DIFFERENT
    }

    boolean speaksFor() {
        return likeness != Likeness.DIFFERENT;
    }

    String inWords() {
        return switch (likeness) {
            case EQUAL -> one.equals(other) ? "same " + what + " " + one : "same " + what + ": " + both();
            case NEARLY -> what + " nearly the same: " + both();
            case SWAPPED -> what + " swapped: " + both();
            case DIFFERENT -> what + " differs: " + both();
        };
    }

    private String both() {
        return one + " / " + other;
    }
}
