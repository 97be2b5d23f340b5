package org.interactionhub.readers.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text when the charset is missing, misspelt or a lie, as it often is in mail. */
public final class LenientCharsets {

    private static final Charset CYRILLIC_WINDOWS = Charset.forName("windows-1251");
    private static final Charset CYRILLIC_KOI8 = Charset.forName("KOI8-R");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** What senders write, and the superset that they mean. */
    private static final Map<String, String> MEANT = Map.ofEntries(Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"), Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"),
            Map.entry("cp-1251", "windows-1251"), Map.entry("win-1251", "windows-1251"),
            Map.entry("win1251", "windows-1251"), Map.entry("koi8r", "KOI8-R"), Map.entry("koi8", "KOI8-R"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"), Map.entry("cp-850", "IBM850"));

    private LenientCharsets() {}

    /**
     * Always gives a text.
     *
     * @param declared the name the sender gave, null if none
     */
    public static String decode(byte[] bytes, @Nullable String declared) {
        Optional<Charset> charset = named(declared);
        return charset.flatMap(known -> strictly(bytes, known))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> charset.flatMap(known -> nearly(bytes, known)))
                .or(() -> nearly(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(bytes, guess(bytes)));
    }

    static Optional<Charset> named(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String plain = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(plain, plain)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | UnsupportedOperationException not) {
            return Optional.empty();
        }
    }

    /** A cut or slightly damaged text is still in its charset: a few holes are better than a wrong alphabet. */
    private static Optional<String> nearly(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.US_ASCII)) {
            return Optional.empty();
        }
        String text = new String(bytes, charset);
        long holes = text.chars().filter(c -> c == '\uFFFD').count();
        long foreign = text.chars().filter(c -> c > 127).count();
        return holes * 10 <= foreign ? Optional.of(text) : Optional.empty();
    }

    /**
     * Runs of high bytes are Cyrillic words. Most letters are small ones, and these lie in the upper half of the high
     * bytes in windows-1251, in the lower half in KOI8-R.
     */
    private static Charset guess(byte[] bytes) {
        int longest = 0;
        int run = 0;
        int upper = 0;
        int lower = 0;
        for (byte b : bytes) {
            int value = b & 0xFF;
            run = value >= 0xC0 ? run + 1 : 0;
            longest = Math.max(longest, run);
            upper += value >= 0xE0 ? 1 : 0;
            lower += value >= 0xC0 && value < 0xE0 ? 1 : 0;
        }
        if (longest < 3) {
            return WESTERN;
        }
        return upper >= lower ? CYRILLIC_WINDOWS : CYRILLIC_KOI8;
    }
}
