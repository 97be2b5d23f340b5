package org.interactionhub.readers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.Attachment;
import org.jspecify.annotations.Nullable;

/** The named values of a structured post, whichever syntax it came in: JSON, url-encoded or multipart. */
record Payload(Map<?, ?> values, List<Attachment> files) {

    Payload(Map<?, ?> values) {
        this(values, List.of());
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** The value as text if it is one: not for objects and lists, not if blank. */
    Optional<String> text(String name) {
        return asText(values.get(name));
    }

    /** The object of that name, an empty one if there is none. */
    Payload object(String name) {
        return values.get(name) instanceof Map<?, ?> map ? new Payload(map) : new Payload(Map.of());
    }

    /** The texts under that name, be it one or a list. */
    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().flatMap(value -> asText(value).stream()).toList()
                : text(name).stream().toList();
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    static Optional<String> asText(@Nullable Object value) {
        return switch (value) {
            case String text -> Optional.of(text).filter(words -> !words.isBlank());
            case Number number -> Optional.of(number.toString());
            case Boolean truth -> Optional.of(truth.toString());
            case null, default -> Optional.empty();
        };
    }
}
