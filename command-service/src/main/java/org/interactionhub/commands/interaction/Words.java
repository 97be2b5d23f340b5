package org.interactionhub.commands.interaction;

import org.interactionhub.door.Refusal;
import org.jspecify.annotations.Nullable;

/** Bounds what staff write. */
final class Words {

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_TEXT = 100_000;

    private Words() {}

    static String line(String name, @Nullable String value) {
        String line = lineOrNull(name, value);
        if (line == null) {
            throw missing(name);
        }
        return line;
    }

    static @Nullable String lineOrNull(String name, @Nullable String value) {
        return bounded(name, value, LONGEST_LINE);
    }

    static String text(String name, @Nullable String value) {
        String text = textOrNull(name, value);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    static @Nullable String textOrNull(String name, @Nullable String value) {
        return bounded(name, value, LONGEST_TEXT);
    }

    private static @Nullable String bounded(String name, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > longest) {
            throw Refusal.badRequest("'" + name + "' has at most " + longest + " characters.");
        }
        return value.strip();
    }

    private static Refusal missing(String name) {
        return Refusal.badRequest("'" + name + "' is missing.");
    }
}
