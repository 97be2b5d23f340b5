package org.interactionhub.readers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.Channel;
import org.interactionhub.readers.mail.LenientCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the syntaxes in which structured posts come. What they mean is no concern of it. */
final class PayloadSyntax {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FIELDS = 1_000;
    private static final List<String> WRAPPERS = List.of("json", "cdr", "payload", "data");

    private PayloadSyntax() {}

    /** @throws CannotRead if the content type is none of the three, or the JSON holds no object */
    static Payload of(Received received) throws NotItsContentType, CannotRead {
        ContentTypes type = ContentTypes.of(received);
        if (type.isMultipart()) {
            return MultipartForm.parse(received, type);
        }
        if (type.isJson() || (type.saysNothing() && ContentTypes.looksLikeJson(received.bytes()))) {
            return json(received, type);
        }
        if (type.isUrlEncoded() || type.saysNothing()) {
            return urlEncoded(received.bytes(), type.charset());
        }
        throw new CannotRead(prefix(received.channel()) + "-unknown-content-type", "No reader knows the content type '"
                + type.type() + "'; known are JSON, url-encoded and multipart forms.");
    }

    /** Some put their JSON into a field of a form, one of {@link #WRAPPERS}; every other post stays as it is. */
    static Payload unwrapped(Payload post) {
        return WRAPPERS.stream().flatMap(name -> post.text(name).flatMap(PayloadSyntax::object).stream())
                .findFirst().<Payload>map(Payload::new).orElse(post);
    }

    /** The object that a text holds as JSON, if it does. */
    static Optional<Map<?, ?>> object(String text) {
        try {
            return text.startsWith("{") && JSON.readValue(text, Object.class) instanceof Map<?, ?> object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Payload json(Received received, ContentTypes type) throws NotItsContentType, CannotRead {
        if (value(received, type) instanceof Map<?, ?> object) {
            return new Payload(object);
        }
        throw new CannotRead(prefix(received.channel()) + "-not-an-object",
                "The JSON is no object with named values.");
    }

    /** Reason codes speak of forms, calls and bookings. */
    private static String prefix(Channel channel) {
        return switch (channel) {
            case WEB_FORM -> "form";
            case PHONE -> "call";
            case BUSINESS -> "booking";
            case CHAT, EMAIL, MEETING, NOTE -> channel.value();
        };
    }

    private static @Nullable Object value(Received received, ContentTypes type) throws NotItsContentType, CannotRead {
        try {
            return type.charset() == null || type.charset().equalsIgnoreCase("utf-8")
                    ? JSON.readValue(received.bytes(), Object.class)
                    : JSON.readValue(LenientCharsets.decode(received.bytes(), type.charset()), Object.class);
        } catch (StreamConstraintsException tooMuch) {
            throw new CannotRead("json-too-much", "The JSON is nested too deep, or holds a name or number too long.");
        } catch (JacksonException broken) {
            throw new NotItsContentType("The body is not valid JSON" + place(broken) + ".");
        }
    }

    private static String place(JacksonException broken) {
        return broken.getLocation() == null
                ? ""
                : " (line " + broken.getLocation().getLineNr() + ", column " + broken.getLocation().getColumnNr() + ")";
    }

    private static Payload urlEncoded(byte[] bytes, @Nullable String charset) throws CannotRead {
        Map<String, Object> fields = new LinkedHashMap<>();
        String[] pairs = new String(bytes, StandardCharsets.ISO_8859_1).split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new CannotRead("form-too-many-fields", "The form has more than " + MOST_FIELDS + " fields.");
        }
        for (String pair : pairs) {
            String[] sides = pair.split("=", 2);
            if (!pair.isBlank()) {
                add(fields, decoded(sides[0], charset), sides.length < 2 ? "" : decoded(sides[1], charset));
            }
        }
        return new Payload(fields);
    }

    /** Repeated names make a list; {@code user[]} is the list {@code user}. */
    static void add(Map<String, Object> fields, String name, String value) {
        String plain = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
        fields.merge(plain.strip(), value, (earlier, later) -> {
            List<Object> all = new ArrayList<>(earlier instanceof List<?> list ? list : List.of(earlier));
            all.add(later);
            return all;
        });
    }

    /** Percent signs that encode nothing stand for themselves. */
    private static String decoded(String encoded, @Nullable String charset) {
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int high = c == '%' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(encoded.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = (byte) (c == '+' ? ' ' : c);
            }
        }
        return LenientCharsets.decode(Arrays.copyOf(bytes, length), charset);
    }
}
