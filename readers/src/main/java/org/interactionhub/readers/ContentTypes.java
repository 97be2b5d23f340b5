package org.interactionhub.readers;

import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** What the content type of an HTTP body says, and what the body looks like where it says nothing. */
record ContentTypes(String type, @Nullable String charset, @Nullable String boundary) {

    static ContentTypes of(Received received) {
        String oneLine = received.contentType().replaceAll("[\\r\\n]", " ");
        ContentTypeField field = ContentTypeFieldLenientImpl.PARSER.parse(new RawField("Content-Type", oneLine),
                DecodeMonitor.SILENT);
        String type = oneLine.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new ContentTypes(type, field.getParameter("charset"), field.getParameter("boundary"));
    }

    boolean isJson() {
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }

    boolean isCsv() {
        return type.equals("text/csv") || type.equals("application/csv") || type.equals("text/comma-separated-values");
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isUrlEncoded() {
        return type.equals("application/x-www-form-urlencoded");
    }

    /** Types under which simple clients post anything. */
    boolean saysNothing() {
        return type.isEmpty() || type.equals("text/plain") || type.equals("application/octet-stream");
    }

    static boolean looksLikeJson(byte[] bytes) {
        for (byte b : bytes) {
            if (!Character.isWhitespace(b)) {
                return b == '{' || b == '[';
            }
        }
        return false;
    }
}
