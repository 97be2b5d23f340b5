package org.interactionhub.channels.inlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interactionhub.door.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Which bodies an inlet takes.
 *
 * @param mostBytes the largest body of each media type
 * @param mayBeEmpty whether an empty body is still a message
 */
public record Bounds(Map<MediaType, Integer> mostBytes, boolean mayBeEmpty) {

    /** One mebibyte. */
    public static final int MIB = 1024 * 1024;

    public Bounds {
        mostBytes = Map.copyOf(mostBytes);
    }

    /** Whatever it is called, even if it is empty. */
    public static Bounds anything(int mostBytes) {
        return new Bounds(Map.of(MediaType.ALL, mostBytes), true);
    }

    /** Bodies of these types, each with its bound, which hold something. */
    public static Bounds of(Map<MediaType, Integer> mostBytes) {
        return new Bounds(mostBytes, false);
    }

    /** @throws Refusal 415 if the body's type is not taken */
    int limit(HttpServletRequest request) {
        String said = request.getContentType();
        return fitting(said).orElseThrow(() -> new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                (said == null ? "The content type is missing" : "The content type '" + said + "' is not taken here")
                        + "; taken are " + names() + "."));
    }

    private Optional<Integer> fitting(@Nullable String said) {
        try {
            MediaType type = said == null ? MediaType.ALL : MediaType.parseMediaType(said);
            return mostBytes.entrySet()
                    .stream()
                    .filter(taken -> taken.getKey().includes(type))
                    .map(Map.Entry::getValue)
                    .findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.ofNullable(mostBytes.get(MediaType.ALL));
        }
    }

    private String names() {
        return mostBytes.keySet().stream().map(MediaType::toString).sorted().collect(Collectors.joining(", "));
    }
}
