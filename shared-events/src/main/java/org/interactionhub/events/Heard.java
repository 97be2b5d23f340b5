package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a channel heard, as the hub accepted it: the {@link InteractionReport} without the bytes of its original. Its
 * parameters mean what they mean there.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Heard(ReportId reportId, Channel channel, String account, Direction direction, Instant occurredAt,
        @Nullable String conversation, List<Participant> participants, List<ContactPoint> stated,
        @Nullable String subject, @Nullable String text, @Nullable String reply, List<Attachment> attachments,
        Map<String, Object> attributes, ReaderVersion reader, OriginalRef original) {

    @SuppressWarnings("ConstantValue") // Jackson passes null for an absent list
    public Heard {
        participants = participants == null ? List.of() : List.copyOf(participants);
        stated = stated == null ? List.of() : List.copyOf(stated);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    public static Heard of(InteractionReport report) {
        return new Heard(report.reportId(), report.channel(), report.account(), report.direction(), report.occurredAt(),
                report.conversation(), report.participants(), report.stated(), report.subject(), report.text(),
                report.reply(), report.attachments(), report.attributes(), report.reader(), report.original().ref());
    }
}
