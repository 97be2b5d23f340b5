package org.interactionhub.readers;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What led somebody to us, as sites and trackers of calls tell it. */
final class Campaign {

    private static final Set<String> CLICK_IDS = Set.of("gclid", "gbraid", "wbraid", "yclid", "ymclid", "fbclid",
            "msclkid", "vkclid", "rb_clickid", "roistat", "openstat", "_ym_uid", "_ga");
    private static final Set<String> REFERRERS = Set.of("referrer", "referer", "http_referer", "document_referrer");
    private static final Set<String> LANDING_PAGES = Set.of("landing_page", "landingpage", "landing", "page_url",
            "pageurl", "page", "url", "source_url", "form_url", "hub_page");

    private Campaign() {}

    /** The tags, from fields of their own and from the address of the page that was landed on. */
    static Map<String, Object> tags(Map<?, ?> fields) {
        Map<String, Object> tags = new LinkedHashMap<>();
        landingPage(fields).ifPresent(page -> query(page).forEach((name, value) -> tag(tags, name, value)));
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
        return fields.entrySet().stream().filter(field -> names.contains(plain(String.valueOf(field.getKey()))))
                .flatMap(field -> Payload.asText(field.getValue()).stream()).findFirst();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static Map<String, Object> query(String page) {
        try {
            String query = Optional.ofNullable(URI.create(page).getQuery()).orElse("");
            Map<String, Object> fields = new LinkedHashMap<>();
            for (String pair : List.of(query.split("&"))) {
                String[] sides = pair.split("=", 2);
                fields.put(sides[0], sides.length < 2 ? "" : sides[1]);
            }
            return fields;
        } catch (IllegalArgumentException noAddress) {
            return Map.of();
        }
    }
}
