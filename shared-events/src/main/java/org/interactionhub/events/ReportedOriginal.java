package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message as it arrived, travelling with its report.
 *
 * @param contentType the media type under which it arrived
 * @param sha256 of its bytes, in lower-case hex
 * @param size in bytes
 * @param bytes base64, up to {@link #MAX_INLINE} bytes; null if larger, then the file {@code originals/<sha256>} holds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportedOriginal(String contentType, String sha256, long size, @Nullable String bytes) {

    /** Up to this many bytes an original travels inside its report: 256 KiB. */
    public static final int MAX_INLINE = 256 * 1024;

    public static ReportedOriginal of(String contentType, byte[] bytes) {
        return new ReportedOriginal(contentType, sha256(bytes), bytes.length,
                bytes.length <= MAX_INLINE ? Base64.getEncoder().encodeToString(bytes) : null);
    }

    /** @throws IllegalArgumentException if {@link #bytes()} is no base64 */
    @JsonIgnore
    public Optional<byte[]> inline() {
        String text = bytes();
        return text == null ? Optional.empty() : Optional.of(Base64.getDecoder().decode(text));
    }

    @JsonIgnore
    public OriginalRef ref() {
        return new OriginalRef(contentType, sha256, size);
    }

    /** Lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
