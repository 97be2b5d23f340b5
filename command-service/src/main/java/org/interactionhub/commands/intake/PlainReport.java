package org.interactionhub.commands.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a report whose every part is plainly as its schema demands, at a small part of what asking the schema costs. To
 * anything else, bookings among it, it says nothing, and the schema is asked, which has the words for what is wrong. It may say nothing to
 * what the schema allows, but never a report to what the schema refuses ({@code PlainReportTest}).
 */
final class PlainReport {

    /** As RFC 3339 has a time in UTC; where a fraction follows, the point stands for the Z. */
    private static final String INSTANT = "0000-00-00T00:00:00.";
    private static final int POINT = INSTANT.length() - 1;
    private static final int NANO_DIGITS = 9;
    private static final int SHA256_DIGITS = 64;
    private static final int LONGEST_ACCOUNT = 320;

    private static final Map<String, Kind> KINDS = byValue(
            Stream.of(Kind.values()).filter(kind -> !kind.isBooking()).toArray(Kind[]::new), Kind::value);
    private static final Map<String, Channel> CHANNELS = byValue(
            Stream.of(Channel.values()).filter(channel -> channel != Channel.BUSINESS).toArray(Channel[]::new),
            Channel::value);
    private static final Map<String, Direction> DIRECTIONS = byValue(Direction.values(), Direction::value);
    private static final Map<String, Role> ROLES = byValue(Role.values(), Role::value);
    private static final Map<String, ContactPoint.Type> TYPES = byValue(ContactPoint.Type.values(),
            ContactPoint.Type::value);

    /** Something is not plainly as it should be. */
    private static final class Odd extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Odd() {
            super(null, null, false, false);
        }
    }

    private PlainReport() {}

    /** The report in this object, or nothing if the schema has to be asked. */
    static Optional<InteractionReport> in(JsonNode tree) {
        try {
            return tree.has("unreadable") || tree.has("booking") ? Optional.empty() : Optional.of(report(tree));
        } catch (Odd | JacksonException | DateTimeException | IllegalArgumentException | ArithmeticException
                | NullPointerException odd) {
            return Optional.empty();
        }
    }

    private static InteractionReport report(JsonNode tree) {
        return new InteractionReport(new ReportId(uuid(tree, "reportId")),
                new InteractionId(uuid(tree, "interactionId")), one(KINDS, tree, "kind"),
                one(CHANNELS, tree, "channel"), text(tree, "account", LONGEST_ACCOUNT),
                one(DIRECTIONS, tree, "direction"), instant(tree, "occurredAt"),
                tree.has("conversation") ? text(tree, "conversation", Integer.MAX_VALUE) : null,
                each(tree, "participants", PlainReport::participant), each(tree, "stated", PlainReport::contactPoint),
                textIfAny(tree, "subject"), textIfAny(tree, "text"), textIfAny(tree, "reply"),
                each(tree, "attachments", PlainReport::attachment), attributes(tree), reader(object(tree, "reader")),
                original(object(tree, "original")), null);
    }

    private static Participant participant(JsonNode node) {
        return new Participant(one(ROLES, node, "role"), one(TYPES, node, "type"),
                text(node, "value", Integer.MAX_VALUE), textIfAny(node, "name"));
    }

    private static ContactPoint contactPoint(JsonNode node) {
        return new ContactPoint(one(TYPES, node, "type"), text(node, "value", ContactPoint.MAX_LENGTH));
    }

    private static Attachment attachment(JsonNode node) {
        return new Attachment(textIfAny(node, "name"), anyText(node, "type"), count(node, "size"),
                sha256(node));
    }

    private static ReaderVersion reader(JsonNode node) {
        return new ReaderVersion(text(node, "name", Integer.MAX_VALUE), Math.toIntExact(count(node, "version")));
    }

    private static ReportedOriginal original(JsonNode node) {
        return new ReportedOriginal(text(node, "contentType", Integer.MAX_VALUE), sha256(node), count(node, "size"),
                textIfAny(node, "bytes"));
    }

    private static Map<String, Object> attributes(JsonNode tree) {
        JsonNode node = tree.get("attributes");
        return node == null ? Map.of() : map(demand(node, node.isObject()));
    }

    /** As Jackson gives what has no type. */
    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.properties().forEach(each -> map.put(each.getKey(), value(each.getValue())));
        return map;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.stringValue();
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case OBJECT -> map(node);
            case ARRAY -> node.valueStream().map(PlainReport::value).collect(Collectors.toCollection(ArrayList::new));
            case NULL -> null;
            case MISSING, BINARY, POJO -> throw new Odd();
        };
    }

    private static <T> List<T> each(JsonNode tree, String field, Function<JsonNode, T> element) {
        JsonNode node = tree.get(field);
        if (node == null) {
            return List.of();
        }
        List<T> list = new ArrayList<>();
        for (JsonNode one : demand(node, node.isArray())) {
            list.add(element.apply(demand(one, one.isObject())));
        }
        return list;
    }

    private static JsonNode object(JsonNode tree, String field) {
        JsonNode node = tree.path(field);
        return demand(node, node.isObject());
    }

    private static String anyText(JsonNode tree, String field) {
        JsonNode node = tree.path(field);
        return demand(node, node.isString()).stringValue();
    }

    private static @Nullable String textIfAny(JsonNode tree, String field) {
        return tree.has(field) ? anyText(tree, field) : null;
    }

    /** Not empty; so many characters at most, which is no more than the schema allows. */
    private static String text(JsonNode tree, String field, int longest) {
        String text = anyText(tree, field);
        return demand(text, !text.isEmpty() && text.length() <= longest);
    }

    private static UUID uuid(JsonNode tree, String field) {
        String text = anyText(tree, field);
        UUID uuid = UUID.fromString(text);
        return demand(uuid, uuid.toString().equals(text));
    }

    private static Instant instant(JsonNode tree, String field) {
        String text = anyText(tree, field);
        int end = text.length() - 1;
        demand(text, text.indexOf('Z') == end && (end == POINT || end > POINT + 1 && end <= POINT + 1 + NANO_DIGITS));
        for (int at = 0; at < end; at++) {
            demand(text, at > POINT || INSTANT.charAt(at) == '0' || INSTANT.charAt(at) == text.charAt(at));
        }
        int nanos = 0;
        for (int at = POINT + 1; at <= POINT + NANO_DIGITS; at++) {
            nanos = 10 * nanos + (at < end ? digit(text, at) : 0);
        }
        return LocalDateTime.of(100 * two(text, 0) + two(text, 2), two(text, 5), two(text, 8), two(text, 11),
                two(text, 14), two(text, 17), nanos).toInstant(ZoneOffset.UTC);
    }

    private static int two(String text, int at) {
        return 10 * digit(text, at) + digit(text, at + 1);
    }

    private static int digit(String text, int at) {
        char digit = text.charAt(at);
        return demand(digit, '0' <= digit && digit <= '9') - '0';
    }

    private static String sha256(JsonNode tree) {
        String text = anyText(tree, "sha256");
        for (int at = 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            demand(text, '0' <= digit && digit <= '9' || 'a' <= digit && digit <= 'f');
        }
        return demand(text, text.length() == SHA256_DIGITS);
    }

    private static long count(JsonNode tree, String field) {
        JsonNode node = tree.path(field);
        long count = demand(node, node.isIntegralNumber() && node.canConvertToLong()).longValue();
        return demand(count, count >= 0);
    }

    private static <E> E one(Map<String, E> known, JsonNode tree, String field) {
        E found = known.get(anyText(tree, field));
        if (found == null) {
            throw new Odd();
        }
        return found;
    }

    private static <T> T demand(T value, boolean plain) {
        if (!plain) {
            throw new Odd();
        }
        return value;
    }

    private static <E> Map<String, E> byValue(E[] values, Function<E, String> value) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(value, Function.identity()));
    }
}
