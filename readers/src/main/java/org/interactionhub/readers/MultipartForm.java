package org.interactionhub.readers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.readers.mail.LenientCharsets;
import org.jspecify.annotations.Nullable;

/** Takes a {@code multipart/form-data} body apart: fields are text, parts with a file name are files. */
final class MultipartForm {

    private static final int MOST_PARTS = 1_000;
    private static final MimeConfig CONFIG = MimeConfig.custom().setMaxLineLen(-1).setMaxContentLen(-1).build();

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Attachment> files = new ArrayList<>();
    private final MimeTokenStream tokens = new MimeTokenStream(CONFIG);
    private String disposition = "";
    private int parts;
    private int depth;

    private MultipartForm() {
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    static Payload parse(Received received, ContentTypes type) throws NotItsContentType, CannotRead {
        String boundary = type.boundary();
        if (boundary == null || boundary.isEmpty()) {
            throw new NotItsContentType("The content type '" + type.type() + "' names no boundary.");
        }
        String body = new String(received.bytes(), StandardCharsets.ISO_8859_1);
        if (!body.contains("--" + boundary)) {
            throw new NotItsContentType(
                    "The body is no multipart: the boundary that its content type names is not in it.");
        }
        try {
            return new MultipartForm().read(received);
        } catch (MimeException | IOException broken) {
            throw new NotItsContentType("The body is no readable multipart: a part of it is broken.");
        }
    }

    private Payload read(Received received) throws CannotRead, MimeException, IOException {
        tokens.parseHeadless(new ByteArrayInputStream(received.bytes()), received.contentType());
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_MULTIPART -> deeper();
                case T_END_MULTIPART -> depth--;
                case T_START_BODYPART -> nextPart();
                case T_FIELD -> header();
                case T_BODY -> body();
                default -> {
                    // preambles, epilogues and the ends of headers and parts say nothing
                }
            }
        }
        return new Payload(fields, files);
    }

    private void deeper() throws CannotRead {
        depth++;
        if (depth > 2) {
            throw new CannotRead("form-too-deep", "The form holds parts within parts within parts.");
        }
    }

    private void nextPart() throws CannotRead {
        disposition = "";
        parts++;
        if (parts > MOST_PARTS) {
            throw new CannotRead("form-too-many-fields", "The form has more than " + MOST_PARTS + " parts.");
        }
    }

    private void header() {
        if (tokens.getField().getName().equalsIgnoreCase("content-disposition")) {
            byte[] raw = tokens.getField().getRaw().toByteArray();
            disposition = LenientCharsets.decode(raw, null).split(":", 2)[1].replaceAll("[\\r\\n]", "");
        }
    }

    private void body() throws IOException {
        ContentDispositionField field = ContentDispositionFieldLenientImpl.PARSER
                .parse(new RawField("Content-Disposition", disposition.strip()), DecodeMonitor.SILENT);
        byte[] content = tokens.getDecodedInputStream().readAllBytes();
        String name = field.getParameter("name");
        String filename = field.getFilename();
        if (filename != null) {
            file(filename, content);
        } else if (name != null) {
            PayloadSyntax.add(fields, name, LenientCharsets.decode(content, declaredCharset()));
        }
    }

    /** A file input that was left empty comes as a file without name and content. */
    private void file(String filename, byte[] content) {
        if (!filename.isEmpty() || content.length > 0) {
            String name = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
            files.add(
                    new Attachment(PlainText.lineOrNull(name), tokens.getBodyDescriptor().getMimeType(), content.length,
                            ReportedOriginal.sha256(content)));
        }
    }

    /** mime4j answers its own default where the part declares none. */
    private @Nullable String declaredCharset() {
        String charset = tokens.getBodyDescriptor().getCharset();
        return charset == null || charset.equalsIgnoreCase("us-ascii") ? null : charset;
    }
}
