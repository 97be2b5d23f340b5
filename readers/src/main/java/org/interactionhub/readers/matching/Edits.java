package org.interactionhub.readers.matching;

/** How many slips of the hand lie between two words: a letter left out, put in, taken for another, or two swapped. */
final class Edits {

    private Edits() {}

    static int between(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }

    /** From 0, nothing in common, to 1, equal; 0 as well where the lengths alone forbid as much as {@code least}. */
    static double likeness(String one, String other, double least) {
        int longer = Math.max(one.length(), other.length());
        int atLeast = Math.abs(one.length() - other.length());
        return atLeast > longer * (1 - least) ? 0 : 1 - (double) between(one, other) / longer;
    }
}
