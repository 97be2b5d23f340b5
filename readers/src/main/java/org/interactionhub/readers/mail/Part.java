package org.interactionhub.readers.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.RawField;
import org.interactionhub.events.Attachment;
import org.jspecify.annotations.Nullable;

/** One leaf of a mail's structure: something to read, or a file. */
final class Part {

    private final String type;
    private final @Nullable String charset;
    private final @Nullable String name;
    private final boolean file;
    private final Headers headers;

    Part(BodyDescriptor descriptor, Headers headers) {
        ContentTypeField contentType = ContentTypeFieldLenientImpl.PARSER.parse(
                new RawField("Content-Type", headers.raw("content-type").orElse("text/plain")), DecodeMonitor.SILENT);
        ContentDispositionField disposition = ContentDispositionFieldLenientImpl.PARSER.parse(
                new RawField("Content-Disposition", headers.raw("content-disposition").orElse("")),
                DecodeMonitor.SILENT);
        String filename = disposition.getFilename();
        this.headers = headers;
        type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        charset = contentType.getCharset();
        name = plain(filename == null ? contentType.getParameter("name") : filename);
        file = name != null || disposition.isAttachment();
    }

    /** A multipart that comes as a leaf has no boundary, so that nothing parts it from plain text. */
    boolean isText() {
        return !file && (type.equals("text/plain") || isHtml() || type.startsWith("multipart/"));
    }

    String type() {
        return type;
    }

    boolean isCalendar() {
        return type.equals("text/calendar") || type.equals("application/ics")
                || name != null && name.toLowerCase(Locale.ROOT).endsWith(".ics");
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    @Nullable
    String charset() {
        return charset;
    }

    /** Counts and hashes the content without holding it. */
    Attachment attachment(InputStream content, PartNames names) throws IOException {
        MessageDigest sha256 = sha256();
        long size = new DigestInputStream(content, sha256).transferTo(OutputStream.nullOutputStream());
        return new Attachment(names.of(name, type, headers), type, size, HexFormat.of().formatHex(sha256.digest()));
    }

    private static @Nullable String plain(@Nullable String encoded) {
        if (encoded == null) {
            return null;
        }
        String decoded = Headers.decoded(encoded).replace("\0", "").strip();
        return decoded.isEmpty() ? null : decoded.substring(0, Math.min(decoded.length(), 500));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("every Java platform has SHA-256", e));
        }
    }
}
