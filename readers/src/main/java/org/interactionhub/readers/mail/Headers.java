package org.interactionhub.readers.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** The header fields of a mail or of one of its parts, in their order. */
public final class Headers {

    private static final int MOST_ADDRESSES = 500;
    private static final int MOST_MESSAGE_IDS = 200;
    private static final int LONGEST_DATE_IN_IDS = 100;
    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,1000})>");

    private final List<Line> lines = new ArrayList<>();

    /** A field with its value unfolded and without charset guesses left open, encoded words not yet decoded. */
    private record Line(String name, String value) {}

    /**
     * Somebody named in an address field.
     *
     * @param name as shown, null if none was
     */
    public record Address(@Nullable String name, String address) {}

    void add(Field field) {
        ByteSequence raw = field.getRaw();
        String name = field.getName().strip().toLowerCase(Locale.ROOT);
        if (raw == null) {
            lines.add(new Line(name, unfold(String.valueOf(field.getBody()))));
            return;
        }
        String whole = LenientCharsets.decode(raw.toByteArray(), null);
        lines.add(new Line(name, unfold(whole.substring(Math.min(whole.length(), whole.indexOf(':') + 1)))));
    }

    /** The value as it stands, encoded words included. */
    public Optional<String> raw(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).map(Line::value).findFirst();
    }

    /** The value for people: encoded words decoded. */
    public Optional<String> text(String name) {
        return raw(name).map(Headers::decoded).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Everybody in all fields of that name; what is no address at all is left out. */
    public List<Address> addresses(String name) {
        return lines.stream().filter(line -> line.name().equals(name))
                .flatMap(line -> AddressList.read(line.value()).stream())
                .limit(MOST_ADDRESSES)
                .toList();
    }

    /** Of a sender who has no address: {@code MAILER-DAEMON (Mail Delivery System)}. */
    public static Address withoutAddress(String value) {
        int comment = value.indexOf('(');
        String bare = (comment < 0 ? value : value.substring(0, comment)).replace("<>", "").replace("\"", "").strip();
        String name = comment < 0 ? "" : value.substring(comment + 1).replaceFirst("\\)\\s*$", "").strip();
        return new Address(name.isEmpty() ? null : name, bare.isEmpty() ? "<>" : bare);
    }

    /** Message ids without their angle brackets, each once, in their order. */
    public List<String> messageIds(String name) {
        Set<String> ids = new LinkedHashSet<>();
        for (Line line : lines) {
            if (line.name().equals(name)) {
                Matcher matcher = MESSAGE_ID.matcher(line.value());
                while (matcher.find() && ids.size() < MOST_MESSAGE_IDS) {
                    ids.add(matcher.group(1));
                }
                if (ids.isEmpty() && !line.value().isBlank()) {
                    ids.add(line.value().strip());
                }
            }
        }
        return List.copyOf(ids);
    }

    /** When the mail says it was written. */
    public Optional<Instant> date() {
        return raw("date").flatMap(MailDates::read);
    }

    /** The same for ids, which begin with it: of a field as short as it was ever read. */
    public Optional<Instant> dateInIds() {
        return raw("date").filter(field -> field.length() <= LONGEST_DATE_IN_IDS).flatMap(MailDates::read);
    }

    static String decoded(String value) {
        return EncodedWords.decoded(value);
    }

    private static String unfold(String value) {
        StringBuilder line = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\r' && c != '\n') {
                line.append(c == 0 ? ' ' : c);
            }
        }
        return line.toString().strip();
    }
}
