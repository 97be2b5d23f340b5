package org.interactionhub.queries.console.palette;

import org.jspecify.annotations.Nullable;

/**
 * Something the palette offers.
 *
 * @param note what tells it from others of its kind, null if its words do
 * @param act what choosing it does: {@code go} to an address, {@code press} what stands on the page, {@code copy} a text
 * @param value the address, the selector or the text
 */
record Hit(String icon, String words, @Nullable String note, String act, String value) {

    static Hit go(String icon, String words, @Nullable String note, String address) {
        return new Hit(icon, words, note, "go", address);
    }

    static Hit press(String icon, String words, String selector) {
        return new Hit(icon, words, null, "press", selector);
    }
}
