package org.interactionhub.queries.console;

import org.jspecify.annotations.Nullable;

/**
 * What was said, so that it can be taken in at a glance.
 *
 * @param own shown at once; null if nothing was said
 * @param rest folded away; null if nothing is left
 * @param quoted true if the rest is what an answer quotes, false if it is the end of a long text
 */
record Words(@Nullable String own, @Nullable String rest, boolean quoted) {

    private static final int AT_ONCE = 900;
    private static final int LINES_AT_ONCE = 14;

    static Words of(@Nullable String text, @Nullable String reply) {
        String whole = text == null ? "" : text.strip();
        String own = reply == null ? "" : reply.strip();
        if (own.isEmpty() || own.equals(whole)) {
            return folded(whole);
        }
        String rest = whole.startsWith(own) ? whole.substring(own.length()).strip() : whole;
        return new Words(own, filled(rest), true);
    }

    private static Words folded(String whole) {
        int end = Math.min(endOfLine(whole, LINES_AT_ONCE), AT_ONCE);
        if (whole.length() <= end * 3 / 2) { // folding a line or two away would hide more than it helps
            return new Words(filled(whole), null, false);
        }
        int line = whole.lastIndexOf('\n', end);
        int cut = line > end / 2 ? line : Math.max(whole.lastIndexOf(' ', end), end / 2);
        return new Words(whole.substring(0, cut).strip(), filled(whole.substring(cut).strip()), false);
    }

    private static int endOfLine(String text, int number) {
        int end = -1;
        for (int line = 0; line < number; line++) {
            end = text.indexOf('\n', end + 1);
            if (end < 0) {
                return text.length();
            }
        }
        return end;
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
