package org.interactionhub.readers.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.interactionhub.events.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail apart, step by step, so that its limits hold before a crafted structure costs time or stack: mime4j's
 * own tree builder overflows the stack on 3,000 nested multiparts (213 KB).
 */
public final class MailParser {

    private static final int DEEPEST = 30;
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_HEADER_FIELDS = 5_000;
    private static final int LONGEST_CALENDAR = 256 * 1024;
    private static final int LONGEST_PREAMBLE = 1024 * 1024;
    private static final int LONGEST_HEADER_FIELD = 256 * 1024;

    private final MimeTokenStream tokens = new MimeTokenStream(MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(MOST_HEADER_FIELDS)
            .setMaxHeaderLen(LONGEST_HEADER_FIELD)
            .setMaxContentLen(-1)
            .build());
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<ReportPart> reports = new ArrayList<>();
    private final PartNames names = new PartNames();
    private final BodyText body = new BodyText();
    private final Headers top = new Headers();
    private Headers current = top;
    private int depth;
    private int parts;
    private String preamble = "";
    private @Nullable Meeting meeting;

    private MailParser() {
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /**
     * Reads a mail of any shape.
     *
     * @throws MailTooMuch if it is deeper, of more parts or of longer headers than any honest mail
     */
    public static Mail parse(byte[] bytes) throws MailTooMuch {
        try {
            return new MailParser().read(bytes);
        } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException tooLong) {
            throw new MailTooMuch("mail-header-too-long",
                    "The mail's header is longer than " + LONGEST_HEADER_FIELD / 1024 + " KiB in one field or "
                            + MOST_HEADER_FIELDS + " fields.");
        } catch (MimeException | IOException broken) {
            throw new MailTooMuch("mail-broken",
                    "The mail's structure is broken, so that it could not be read to its end.");
        }
    }

    private Mail read(byte[] bytes) throws MailTooMuch, MimeException, IOException {
        int start = leadingBlank(bytes);
        tokens.parse(new ByteArrayInputStream(bytes, start, bytes.length - start));
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            take(state);
        }
        Optional<OwnWords> own = body.own();
        String text = body.text();
        DeliveryReport report = DeliveryReport.of(top, text, reports);
        MailKind kind = report.kind() == null ? MailKind.byHeaders(top).orElse(null) : report.kind();
        return new Mail(top, kind, report.bySystem(), report.bounce(), meeting, text,
                own.map(OwnWords::words).orElse(null),
                own.map(OwnWords::signature).orElse(null), body.wasCut(), attachments);
    }

    private void take(EntityState state) throws MailTooMuch, IOException {
        switch (state) {
            case T_FIELD -> current.add(tokens.getField());
            case T_START_MULTIPART -> open();
            case T_END_MULTIPART -> close();
            case T_START_BODYPART -> next();
            case T_PREAMBLE -> preamble();
            case T_BODY -> body();
            default -> {
                // epilogues and the ends of headers and parts say nothing
            }
        }
    }

    private void open() throws MailTooMuch {
        depth++;
        if (depth > DEEPEST) {
            throw new MailTooMuch("mail-too-deep", "The mail holds parts within parts more than " + DEEPEST + " deep.");
        }
        body.open(tokens.getBodyDescriptor().getSubType());
    }

    private void close() {
        if (parts == 0 && depth == 1) {
            body.add(preamble);
        }
        depth--;
        body.close();
    }

    /** All there is to read where the boundary that the header names stands nowhere. */
    private void preamble() throws IOException {
        if (parts == 0 && depth == 1) {
            try (InputStream content = tokens.getInputStream()) {
                preamble = LenientCharsets.decode(content.readNBytes(LONGEST_PREAMBLE), null);
            }
        }
    }

    private void next() throws MailTooMuch {
        parts++;
        if (parts > MOST_PARTS) {
            throw new MailTooMuch("mail-too-many-parts", "The mail has more than " + MOST_PARTS + " parts.");
        }
        current = new Headers();
    }

    private void body() throws IOException {
        Part part = new Part(tokens.getBodyDescriptor(), current);
        try (InputStream content = tokens.getDecodedInputStream()) {
            if (part.isText()) {
                body.add(part, content);
            } else if (part.isCalendar()) {
                byte[] beginning = content.readNBytes(LONGEST_CALENDAR);
                if (meeting == null) {
                    meeting = Meetings.in(LenientCharsets.decode(beginning, part.charset())).orElse(null);
                }
                attachments.add(part.attachment(
                        new SequenceInputStream(new ByteArrayInputStream(beginning), content), names));
            } else if (ReportPart.isOne(part.type())) {
                byte[] beginning = content.readNBytes(ReportPart.MOST_BYTES);
                reports.add(new ReportPart(part.type(), LenientCharsets.decode(beginning, null)));
                attachments.add(part.attachment(
                        new SequenceInputStream(new ByteArrayInputStream(beginning), content), names));
            } else {
                attachments.add(part.attachment(content, names));
            }
        }
    }

    /** Some gateways put a byte order mark or blank lines before the header, which would end it. */
    private static int leadingBlank(byte[] bytes) {
        int start = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB ? 3 : 0;
        while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        return start;
    }
}
