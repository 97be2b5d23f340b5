package org.interactionhub.queries.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values in a form that PostgreSQL takes. It stores neither NUL nor half a surrogate pair; a fact that holds one must
 * not stop the history, so the character is shown as U+FFFD.
 */
final class Storable {

    /** A NUL, or a surrogate without its other half. */
    private static final Pattern REFUSED = Pattern.compile("\\x00"
            + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Storable() {}

    static String text(String value) {
        return REFUSED.matcher(value).replaceAll("\uFFFD");
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

    static String json(Object value) {
        Object tree = JSON.convertValue(value, Object.class);
        return JSON.writeValueAsString(tree == null ? Map.of() : cleaned(tree));
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
