package org.interactionhub.readers.mail;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/** Reads the time in a {@code Date} field. */
final class MailDates {

    private static final int LONGEST = 100;

    private MailDates() {}

    static Optional<Instant> read(String value) {
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        Date date = DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", value), DecodeMonitor.SILENT).getDate();
        return date == null ? Optional.empty() : Optional.of(date.toInstant());
    }
}
