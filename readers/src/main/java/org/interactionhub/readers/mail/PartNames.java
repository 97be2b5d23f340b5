package org.interactionhub.readers.mail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives files that came without a name one: by what describes them, by their id, else by their type. */
final class PartNames {

    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N} ._-]{1,80}\\.[\\p{L}\\p{N}]{1,5}");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} ,'()_-]{1,60}");

    /** Endings that are not simply the second half of the type. */
    private static final Map<String, String> ENDINGS = Map.ofEntries(Map.entry("text/plain", "txt"),
            Map.entry("text/rfc822-headers", "txt"), Map.entry("message/delivery-status", "txt"),
            Map.entry("message/disposition-notification", "txt"), Map.entry("message/feedback-report", "txt"),
            Map.entry("message/rfc822", "eml"), Map.entry("message/global", "eml"), Map.entry("text/calendar", "ics"),
            Map.entry("image/jpeg", "jpg"), Map.entry("image/svg+xml", "svg"), Map.entry("image/tiff", "tif"),
            Map.entry("video/quicktime", "mov"), Map.entry("audio/mpeg", "mp3"), Map.entry("text/x-vcard", "vcf"),
            Map.entry("text/vcard", "vcf"), Map.entry("application/msword", "doc"),
            Map.entry("application/pkcs7-signature", "p7s"), Map.entry("application/pkcs7-mime", "p7m"),
            Map.entry("application/x-pkcs7-signature", "p7s"), Map.entry("application/x-pkcs7-mime", "p7m"),
            Map.entry("application/pgp-signature", "asc"), Map.entry("application/pgp-encrypted", "asc"));

    private static final int LONGEST_ENDING = 5;

    private static final Map<String, String> KINDS = Map.of("text", "document", "application", "file");

    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param stated the name that the part has, null if it has none */
    @Nullable
    String of(@Nullable String stated, String type, Headers headers) {
        Optional<String> name = Optional.ofNullable(stated)
                .or(() -> headers.text("content-description").filter(words -> WORDS.matcher(words).matches())
                        .map(words -> words + "." + ending(type)))
                .or(() -> headers.raw("content-id").map(PartNames::local)
                        .filter(id -> FILE_NAME.matcher(id).matches()).filter(id -> !given.contains(id)))
                .or(() -> byType(type));
        name.ifPresent(given::add);
        return name.orElse(null);
    }

    private Optional<String> byType(String type) {
        String kind = type.substring(0, Math.max(0, type.indexOf('/')));
        return kind.isEmpty() || ending(type).length() > LONGEST_ENDING
                ? Optional.empty()
                : Optional.of(next(KINDS.getOrDefault(kind, kind), "." + ending(type)));
    }

    /** {@code image.jpg}, {@code image1.jpg} and so on, going on from where it was. */
    private String next(String kind, String ending) {
        String name;
        do {
            int number = numbers.merge(kind + ending, 1, Integer::sum) - 1;
            name = kind + (number == 0 ? "" : String.valueOf(number)) + ending;
        } while (given.contains(name));
        return name;
    }

    private static String ending(String type) {
        return ENDINGS.getOrDefault(type, type.substring(type.indexOf('/') + 1).replaceFirst("^x-", ""));
    }

    private static String local(String contentId) {
        return contentId.replaceFirst("^<", "").replaceFirst("@.*$", "").replaceFirst(">$", "").strip();
    }
}
