package org.interactionhub.queries.console;

import org.jspecify.annotations.Nullable;

/**
 * What was said, so that it can be taken in at a glance.
 *
 * @param own shown at once; null if nothing was said
 * @param rest folded away, the whole text if its beginning is not what is shown; null if nothing is left
 * @param quoted true if the rest is what an answer quotes, false if it is the end of a long text
 */
record Words(@Nullable String own, @Nullable String rest, boolean quoted) {

    private static final int AT_ONCE = 900;
    private static final int LINES_AT_ONCE = 14;
    /** So much of a line is shown before the word that was sought. */
    private static final int BEFORE = 200;

    /** The same, with the part in front in which the words stand that were sought. */
    static Words of(@Nullable String text, @Nullable String reply, Sought sought) {
        Words words = of(text, reply);
        int at = sought.firstIn(words.rest);
        return at < 0 || sought.firstIn(words.own) >= 0 ? words : around(at, String.valueOf(words.rest), text);
    }

    static Words of(@Nullable String text, @Nullable String reply) {
        String whole = text == null ? "" : text.strip();
        String own = reply == null ? "" : reply.strip();
        if (own.isEmpty() || own.equals(whole)) {
            return folded(whole);
        }
        String rest = whole.startsWith(own) ? whole.substring(own.length()).strip() : whole;
        return new Words(own, filled(rest), true);
    }

    private static Words around(int at, String rest, @Nullable String text) {
        int line = rest.lastIndexOf('\n', at) + 1;
        int space = rest.indexOf(' ', Math.max(0, at - BEFORE));
        int from = at - line < BEFORE ? line : space < 0 || space > at ? at : space + 1;
        int most = from + AT_ONCE;
        int cut = Math.max(rest.lastIndexOf(' ', most), rest.lastIndexOf('\n', most));
        int end = rest.length() <= most ? rest.length() : cut > at ? cut : most;
        return new Words("… " + rest.substring(from, end).strip() + (end < rest.length() ? " …" : ""), text, false);
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
