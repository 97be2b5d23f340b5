package org.interactionhub.readers.mail;

import java.util.List;
import org.interactionhub.events.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * A mail, read.
 *
 * @param text everything it says, quoted history included; null if it says nothing
 * @param reply the sender's own words where quoted history clearly follows them, else null
 * @param textCut whether the text was longer than is read
 */
public record Mail(Headers headers, @Nullable String text, @Nullable String reply, boolean textCut,
        List<Attachment> attachments) {

    public Mail {
        attachments = List.copyOf(attachments);
    }
}
