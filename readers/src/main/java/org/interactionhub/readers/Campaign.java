package org.interactionhub.readers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What led somebody to us, as sites and trackers of calls tell it. */
final class Campaign {

    private static final Set<String> CLICK_IDS = Set.of("gclid", "gbraid", "wbraid", "yclid", "ymclid", "fbclid",
            "msclkid", "vkclid", "rb_clickid", "roistat", "openstat", "_ym_uid", "_ga");
    private static final Set<String> REFERRERS = Set.of("referrer", "referer", "http_referer", "document_referrer");
    private static final Set<String> LANDING_PAGES = Set.of("landing_page", "landingpage", "landing", "page_url",
            "pageurl", "page", "url", "source_url", "form_url", "hub_page");

    /** Fields whose values have tags in them: addresses, and what sites keep of the first visit. */
    private static final Set<String> REMEMBERS = Stream
            .concat(LANDING_PAGES.stream(), Stream.of("cookies", "cookie_tags",
                    "hub_first_visit"))
            .collect(Collectors.toSet());

    private static final Pattern PAIR = Pattern.compile(
            "(?i)(?<![A-Za-z0-9])(utm_[a-z_]+|" + String.join("|", CLICK_IDS) + ")=([^&|;#\\s]+)");

    private Campaign() {}

    /** The tags, from fields of their own, else from the address that was landed on and what a site remembers in a cookie. */
    static Map<String, Object> tags(Map<?, ?> fields) {
        Map<String, Object> tags = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                tags.putAll(tags(nested));
            } else if (REMEMBERS.contains(plain(String.valueOf(name)))) {
                Payload.asText(value).ifPresent(text -> remembered(tags, text));
            }
        });
        fields.forEach((name, value) -> tag(tags, String.valueOf(name), value));
        return tags;
    }

    /** The page from which she came to ours. */
    static Optional<String> referrer(Map<?, ?> fields) {
        return named(fields, REFERRERS);
    }

    /** The page of ours on which she began, or where the form stands. */
    static Optional<String> landingPage(Map<?, ?> fields) {
        return named(fields, LANDING_PAGES).filter(page -> page.startsWith("http"));
    }

    private static void tag(Map<String, Object> tags, String name, Object value) {
        String plain = plain(name);
        if (plain.startsWith("utm_") || CLICK_IDS.contains(plain)) {
            Payload.asText(value).ifPresent(text -> tags.put(plain, text));
        }
    }

    private static Optional<String> named(Map<?, ?> fields, Set<String> names) {
        return fields.entrySet().stream().flatMap(field -> (field.getValue() instanceof Map<?, ?> nested
                ? named(nested, names)
                : Payload.asText(field.getValue()).filter(_ -> names.contains(plain(String.valueOf(field.getKey())))))
                .stream()).findFirst();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static void remembered(Map<String, Object> tags, String text) {
        Matcher pair = PAIR.matcher(text.replaceAll("(?i)%3D", "=").replaceAll("(?i)%7C|%26|%3B", "&"));
        while (pair.find()) {
            tag(tags, pair.group(1), URLDecoder.decode(pair.group(2).replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
                    StandardCharsets.UTF_8));
        }
    }
}
