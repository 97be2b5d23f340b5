package org.interactionhub.readers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text that every database, JSON parser and screen can hold: no NUL, no half of a surrogate pair, bounded length. */
public final class PlainText {

    /** The most characters of a text that a report carries; the original has all of it. */
    static final int LONGEST_TEXT = 200_000;

    private static final int LONGEST_LINE = 2_000;

    private PlainText() {}

    /** The text itself if there is nothing to replace. */
    public static String clean(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                plain.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                plain.append('\uFFFD');
            } else if (c != 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static String capped(String text) {
        return cut(clean(text), LONGEST_TEXT);
    }

    /** For names, subjects and addresses. */
    static String line(String text) {
        return cut(clean(text), LONGEST_LINE);
    }

    static @Nullable String lineOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : line(text).strip();
    }

    static Map<String, Object> cleanMap(Map<?, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                plain.put(line(String.valueOf(name)), cleanValue(value));
            }
        });
        return plain;
    }

    private static Object cleanValue(Object value) {
        return switch (value) {
            case String text -> capped(text);
            case Map<?, ?> map -> cleanMap(map);
            case List<?> list -> list.stream().filter(Objects::nonNull).map(PlainText::cleanValue).toList();
            case Double number when !Double.isFinite(number) -> number.toString(); // JSON has no word for it
            default -> value;
        };
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
