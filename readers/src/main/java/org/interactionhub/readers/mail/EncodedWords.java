package org.interactionhub.readers.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the words of RFC 2047 in a header, as senders really write them: broken in the middle of a character, with
 * spaces within, in a charset that is a lie.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern
            .compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?]{0,10000}|.{0,2000}?)\\?=");

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable String charset;

    private EncodedWords() {}

    static String decoded(String value) {
        return value.contains("=?") ? new EncodedWords().read(value) : value;
    }

    private String read(String value) {
        Matcher word = WORD.matcher(value);
        int end = 0;
        while (word.find()) {
            String between = value.substring(end, word.start());
            if (end == 0 || !between.isBlank()) {
                flush();
                text.append(between);
            }
            String named = word.group(1).toLowerCase(Locale.ROOT);
            if (!named.equals(charset)) {
                flush();
                charset = named;
            }
            bytes.writeBytes(word.group(2).equalsIgnoreCase("b") ? base64(word.group(3)) : quoted(word.group(3)));
            end = word.end();
        }
        flush();
        return text.append(value.substring(end)).toString();
    }

    /** Words of one charset that follow each other are one text: some senders cut in the middle of a character. */
    private void flush() {
        if (bytes.size() > 0) {
            text.append(LenientCharsets.decode(bytes.toByteArray(), charset));
            bytes.reset();
        }
        charset = null;
    }

    private static byte[] base64(String word) {
        String letters = word.replaceAll("[^A-Za-z0-9+/]", "");
        int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
        return Base64.getDecoder().decode(letters.substring(0, whole));
    }

    private static byte[] quoted(String word) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(word.length());
        byte[] raw = word.replace('_', ' ').getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '=' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            decoded.write(low < 0 ? raw[i] : high * 16 + low);
            i += low < 0 ? 0 : 2;
        }
        return decoded.toByteArray();
    }
}
