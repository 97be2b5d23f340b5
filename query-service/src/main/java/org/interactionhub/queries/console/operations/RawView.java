package org.interactionhub.queries.console.operations;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.intake.RawLetter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes of strangers, to be looked at: text as text, anything else in hexadecimal digits, and never much of it.
 *
 * @param shown the beginning
 * @param size of the whole, in words
 * @param cut how much is shown, in words; empty if that is all
 */
record RawView(boolean binary, String shown, String size, String cut) {

    /** Bytes of a record that are looked into for the original. */
    static final int MOST_READ = 1 << 20;
    /** Bytes of a text that are shown. */
    static final int MOST_SHOWN = 64 * 1024;
    /** Bytes that are shown in digits. */
    static final int MOST_DIGITS = 4 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param size of the whole; the bytes may be its beginning alone */
    static RawView of(byte[] bytes, long size, Visitor visitor) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, MOST_SHOWN));
        Optional<String> text = text(beginning, beginning.length < size);
        int shown = text.isPresent() ? beginning.length : Math.min(beginning.length, MOST_DIGITS);
        return new RawView(text.isEmpty(), text.map(RawView::harmless).orElseGet(() -> HexDump.of(beginning, shown)),
                Sizes.bytes(size, visitor.words()),
                shown < size ? visitor.words().say("letter.cut", Sizes.bytes(shown, visitor.words())) : "");
    }

    /** What the sender sent, if the record is a report that holds it. */
    static Optional<RawView> original(RawLetter raw, Visitor visitor) {
        try {
            JsonNode bytes = JSON.readTree(raw.beginning()).path("original").path("bytes");
            return bytes.isString()
                    ? Optional.of(bytes.binaryValue()).map(original -> of(original, original.length, visitor))
                    : Optional.empty();
        } catch (JacksonException | StackOverflowError noReport) {
            return Optional.empty(); // whatever it is, it is shown as the record that it is
        }
    }

    private static Optional<String> text(byte[] bytes, boolean isCut) {
        // a cut may go through the middle of a character: up to three bytes of it are left away
        for (int end = bytes.length; end >= 0 && end >= bytes.length - (isCut ? 3 : 0); end--) {
            try {
                String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, 0, end)).toString();
                return text.chars().anyMatch(RawView::isBinary) ? Optional.empty() : Optional.of(text);
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static boolean isBinary(int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r' || character == 0x7f;
    }

    /** Characters that turn the order of what is read around are named instead. */
    private static String harmless(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.getType(character) == Character.FORMAT) {
                harmless.append("⟨U+%04X⟩".formatted(character));
            } else {
                harmless.appendCodePoint(character);
            }
        });
        return harmless.toString();
    }
}
