package org.interactionhub.readers.providers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it came, of which a provider may have signed any part.
 *
 * @param url as the sender called it, with its query
 * @param headers by their names in small letters
 * @param body its bytes; nothing else may have been made of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Posting(String url, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Of the query and of a body that is a form; the first of several. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(name)).map(values -> values.iterator().next());
    }

    /** A text in a body that is JSON. */
    Optional<String> pointer(String pointer) {
        try {
            return Item.root(JSON.readValue(body, Object.class)).text(List.of(pointer));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Fields of the body by their names, with all their values, if it is a form. */
    SortedMap<String, TreeSet<String>> form() {
        boolean isForm = header("Content-Type").orElse("").toLowerCase(Locale.ROOT)
                .startsWith("application/x-www-form-urlencoded");
        return isForm ? decoded(new String(body, StandardCharsets.UTF_8)) : new TreeMap<>();
    }

    /** Those of the query and of the form. */
    SortedMap<String, TreeSet<String>> parameters() {
        int query = url.indexOf('?');
        SortedMap<String, TreeSet<String>> all = query < 0 ? new TreeMap<>() : decoded(url.substring(query + 1));
        form().forEach((name, values) -> all.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(values));
        return all;
    }

    private static SortedMap<String, TreeSet<String>> decoded(String pairs) {
        SortedMap<String, TreeSet<String>> fields = new TreeMap<>();
        Arrays.stream(pairs.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] sides = pair.split("=", 2);
            fields.computeIfAbsent(plain(sides[0]), _ -> new TreeSet<>()).add(sides.length < 2 ? "" : plain(sides[1]));
        });
        return fields;
    }

    private static String plain(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return encoded;
        }
    }
}
