package org.interactionhub.readers.providers;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value within a JSON document that knows where it stands. Pointers are JSON Pointers (RFC 6901) from here down; a
 * number before one climbs so many levels first (Relative JSON Pointer), a {@code *} stands for every element, and
 * {@code =words} for these words themselves.
 *
 * @param place the JSON Pointer from the document's root, empty for the root
 */
public record Item(@Nullable Item parent, @Nullable Object value, String place) {

    private static final Pattern RELATIVE = Pattern.compile("([0-9]{0,2})((?:/.*)?)");
    private static final int MOST = 1_001;

    /** The whole document, as maps, lists, texts, numbers and booleans. */
    public static Item root(Object document) {
        return new Item(null, document, "");
    }

    /** The same document with its texts decoded as those of an address are (RFC 3986). */
    public Item percentDecoded() {
        return root(decoded(value));
    }

    /**
     * Everything at a pointer; nothing where it leads nowhere. At most a thousand and one, so that too many are seen to be
     * too many.
     */
    public List<Item> at(String pointer) {
        Matcher relative = RELATIVE.matcher(pointer);
        if (!relative.matches()) {
            throw new IllegalArgumentException("'" + pointer + "' is no JSON Pointer");
        }
        Item start = relative.group(1).isEmpty() ? this : up(Integer.parseInt(relative.group(1)));
        if (start == null || relative.group(2).isEmpty()) {
            return start == null ? List.of() : List.of(start);
        }
        List<Item> here = List.of(start);
        for (String token : relative.group(2).substring(1).split("/", -1)) {
            here = here.stream().flatMap(item -> item.step(token)).limit(MOST).toList();
        }
        return here;
    }

    /** The first of the pointers that leads to a text, number or boolean that says something. */
    public Optional<String> text(List<String> pointers) {
        return pointers.stream().flatMap(pointer -> texts(pointer).stream()).findFirst();
    }

    /** Whether maps and lists stand more than so many levels deep in one another. */
    public boolean isDeeperThan(int levels) {
        return isDeeper(value, levels);
    }

    /** Whether each pointer leads to what it is paired with: see {@link Rule}. */
    public boolean matches(Map<String, Object> conditions) {
        return conditions.entrySet().stream().allMatch(one -> holds(one.getKey(), one.getValue()));
    }

    /** Whether this one stands somewhere within {@code other}. */
    public boolean isWithin(Item other) {
        return place.startsWith(other.place() + "/");
    }

    private boolean holds(String pointer, Object expected) {
        boolean there = at(pointer).stream().anyMatch(Item::says);
        return switch (expected) {
            case Boolean asked when asked -> there && !texts(pointer).equals(List.of("false"));
            case Boolean _ -> !there || texts(pointer).equals(List.of("false"));
            case List<?> some -> some.stream().anyMatch(one -> holds(pointer, one));
            case Map<?, ?> more when more.containsKey("not") -> !holds(pointer, more.get("not"));
            case Map<?, ?> more when more.get("same") instanceof String other ->
                there && texts(pointer).equals(texts(other));
            default -> texts(pointer).contains(String.valueOf(expected));
        };
    }

    private List<String> texts(String pointer) {
        return pointer.startsWith("=")
                ? List.of(pointer.substring(1))
                : at(pointer).stream().flatMap(item -> item.ownText().stream()).toList();
    }

    private Optional<String> ownText() {
        return switch (value) {
            case String text when !text.isBlank() -> Optional.of(text);
            case Double number when Double.isFinite(number) -> Optional.of(BigDecimal.valueOf(number).toPlainString());
            case Number number -> Optional.of(number.toString());
            case Boolean truth -> Optional.of(truth.toString());
            case null, default -> Optional.empty();
        };
    }

    private static boolean isDeeper(@Nullable Object value, int levels) {
        return switch (value) {
            case Map<?, ?> map -> levels == 0 || map.values().stream().anyMatch(inner -> isDeeper(inner, levels - 1));
            case List<?> list -> levels == 0 || list.stream().anyMatch(inner -> isDeeper(inner, levels - 1));
            case null, default -> false;
        };
    }

    private static Object decoded(@Nullable Object value) {
        return switch (value) {
            case String text when text.indexOf('%') >= 0 -> plain(text);
            case List<?> list -> list.stream().filter(Objects::nonNull).map(Item::decoded).toList();
            case Map<?, ?> map -> map.entrySet().stream().filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()),
                            entry -> decoded(entry.getValue()), (one, _) -> one, LinkedHashMap::new));
            case null -> "";
            default -> value;
        };
    }

    private static String plain(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return encoded;
        }
    }

    private boolean says() {
        return value != null && !value.equals("") && !value.equals(List.of()) && !value.equals(Map.of());
    }

    private @Nullable Item up(int levels) {
        return levels == 0 ? this : parent == null ? null : parent.up(levels - 1);
    }

    private Stream<Item> step(String token) {
        return switch (value) {
            case Map<?, ?> map when token.equals("*") -> map.keySet().stream()
                    .map(name -> child(String.valueOf(name), map.get(name)));
            case Map<?, ?> map -> {
                String name = token.replace("~1", "/").replace("~0", "~");
                yield map.containsKey(name) ? Stream.of(child(name, map.get(name))) : Stream.empty();
            }
            case List<?> list when token.equals("*") -> elements(list);
            case List<?> list when token.matches("[0-9]{1,4}") && Integer.parseInt(token) < list.size() -> Stream
                    .of(child(token, list.get(Integer.parseInt(token))));
            case null, default -> Stream.empty();
        };
    }

    private Stream<Item> elements(List<?> list) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < Math.min(list.size(), MOST); i++) {
            items.add(child(String.valueOf(i), list.get(i)));
        }
        return items.stream();
    }

    private Item child(String name, @Nullable Object child) {
        return new Item(this, child, place + "/" + name.replace("~", "~0").replace("/", "~1"));
    }
}
