package org.interactionhub.readers.mail;

import java.util.List;
import org.interactionhub.events.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * A mail, read.
 *
 * @param kind what it is if no person wrote it, else null
 * @param bySystem whether a mail system sent it: whoever it says it is from is nobody
 * @param bounce set if it reports that a mail of ours did not arrive
 * @param meeting set if it invites to one, or changes one
 * @param text everything it says, quoted history included; null if it says nothing
 * @param reply the sender's own words where it is clear that the text holds more than those, else null
 * @param signature what stands below the own words, null if nothing does
 * @param textCut whether the text was longer than is read
 */
public record Mail(Headers headers, @Nullable MailKind kind, boolean bySystem, @Nullable Bounce bounce,
        @Nullable Meeting meeting, @Nullable String text,
        @Nullable String reply, @Nullable String signature,
        boolean textCut,
        List<Attachment> attachments) {

    public Mail {
        attachments = List.copyOf(attachments);
    }
}
