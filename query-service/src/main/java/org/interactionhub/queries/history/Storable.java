package org.interactionhub.queries.history;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values in a form that PostgreSQL takes. It stores neither NUL nor half a surrogate pair; a fact that holds one must
 * not stop the history, so the character is shown as U+FFFD.
 */
final class Storable {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String ESCAPED_NUL = "\\u0000";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Storable() {}

    static String text(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (isRefused(value, i)) {
                return replaced(value, i);
            }
        }
        return value;
    }

    private static String replaced(String value, int first) {
        StringBuilder text = new StringBuilder(value);
        for (int i = first; i < value.length(); i++) {
            if (isRefused(value, i)) {
                text.setCharAt(i, '\uFFFD');
            }
        }
        return text.toString();
    }

    /** A NUL, or a surrogate without its other half. */
    private static boolean isRefused(String value, int index) {
        char c = value.charAt(index);
        if (!Character.isSurrogate(c)) {
            return c == 0;
        }
        return Character.isHighSurrogate(c)
                ? index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(value.charAt(index - 1));
    }

    static @Nullable String textOrNull(@Nullable String value) {
        return value == null ? null : text(value);
    }

    /** Years 1 to 9999; what lies outside is set to the nearer end. */
    static Instant time(Instant value) {
        if (value.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return value.isAfter(LATEST) ? LATEST : value;
    }

    static String json(Collection<?> values) {
        return values.isEmpty() ? "[]" : json((Object) values);
    }

    static String json(Map<?, ?> values) {
        return values.isEmpty() ? "{}" : json((Object) values);
    }

    private static String json(Object value) {
        String json = JSON.writeValueAsString(value);
        if (!json.contains(ESCAPED_NUL) && text(json).equals(json)) {
            return json;
        }
        return JSON.writeValueAsString(cleaned(JSON.convertValue(value, Object.class)));
    }

    private static Object cleaned(Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> list -> list.stream().map(item -> item == null ? "" : cleaned(item)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> clean = new LinkedHashMap<>();
                map.forEach((name, item) -> clean.put(text(String.valueOf(name)), item == null ? "" : cleaned(item)));
                yield clean;
            }
            default -> value;
        };
    }
}
