package org.interactionhub.readers.mail;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.interactionhub.readers.mail.Headers.Address;
import org.jspecify.annotations.Nullable;

/** Finds the addresses in an address field, also in those that follow no grammar. */
final class AddressList {

    private static final int MOST = 500;
    private static final Pattern IN_BRACKETS = Pattern
            .compile("(?:\"([^\"<>]*)\"\\s*|([^\"<>,;]*))<\\s*([^<>\\s@,;\"]+@[^<>\\s@,;\"]+)\\s*>");
    private static final Pattern NAME = Pattern.compile("\\s*\\p{L}[\\p{L}\\p{N} .'-]{0,80}\\s");
    private static final Pattern BARE = Pattern
            .compile(
                    "()()([^<>\\s@,;:\"()]+@[^<>\\s@,;:\"()]+\\.[^<>\\s@,;:\"()]+)");

    private AddressList() {}

    static List<Address> read(String value) {
        List<Address> parsed = parsed(value).stream().filter(AddressList::isWhole).limit(MOST)
                .map(address -> named(address, value)).toList();
        if (!parsed.isEmpty()) {
            return parsed;
        }
        List<Address> bracketed = found(value, IN_BRACKETS);
        return bracketed.isEmpty()
                ? found(value, BARE).stream().map(address -> named(address, value)).toList()
                : bracketed;
    }

    /** By bytes: given text, the parser counts characters but reads bytes, and cuts what is not ASCII short. */
    private static List<Address> parsed(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return LenientAddressParser.DEFAULT
                .parseAddressList(new ByteArrayBuffer(bytes, true), new ParserCursor(0, bytes.length))
                .flatten()
                .stream()
                .map(AddressList::address)
                .toList();
    }

    private static Address address(Mailbox mailbox) {
        String name = mailbox.getName() == null
                ? ""
                : Headers.decoded(mailbox.getName()).replaceFirst("^[;,\\s]+", "").strip();
        return new Address(name.isEmpty() ? null : name, mailbox.getAddress());
    }

    /** As mails of another age have it, with the name in a comment behind the address, or bare before it. */
    private static Address named(Address address, String value) {
        int start = value.indexOf(address.address());
        int end = start + address.address().length();
        if (address.name() != null || start < 0) {
            return address;
        }
        String before = value.substring(0, start);
        if (NAME.matcher(before).matches()) {
            return new Address(before.strip(), address.address());
        }
        String behind = value.substring(end).replaceFirst("^>?\\s*", "");
        int close = behind.indexOf(')');
        return behind.startsWith("(") && close > 1
                ? new Address(Headers.decoded(behind.substring(1, close)).strip(), address.address())
                : address;
    }

    private static boolean isWhole(Address address) {
        String value = address.address();
        return value.indexOf('@') > 0 && value.indexOf('@') == value.lastIndexOf('@')
                && value.chars().noneMatch(c -> c == '<' || c == '>' || Character.isWhitespace(c));
    }

    private static List<Address> found(String value, Pattern pattern) {
        List<Address> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(value);
        while (matcher.find() && found.size() < MOST) {
            found.add(new Address(name(matcher.group(1), matcher.group(2)), matcher.group(3)));
        }
        return found;
    }

    private static @Nullable String name(@Nullable String quoted, @Nullable String bare) {
        String name = Headers.decoded(quoted == null ? bare == null ? "" : bare : quoted).strip();
        return name.isEmpty() ? null : name;
    }
}
