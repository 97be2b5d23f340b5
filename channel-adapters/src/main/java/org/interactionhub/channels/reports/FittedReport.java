package org.interactionhub.channels.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Unreadable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of a report, cut to what a record may hold; the original is never cut. Readers bound their texts, so this is
 * for reports that others make and for the rarest of mails.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FittedReport(byte[] json) {

    /** The headers and the frame of a record need some room too. */
    static final int MOST_BYTES = TopicSettings.MAX_RECORD_BYTES - 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CUT_TEXT = 200_000;

    static FittedReport of(InteractionReport report) {
        byte[] json = JSON.writeValueAsBytes(report);
        if (json.length > MOST_BYTES) {
            json = JSON.writeValueAsBytes(withCutTexts(report));
        }
        if (json.length > MOST_BYTES) {
            json = JSON.writeValueAsBytes(originalAlone(report));
        }
        return new FittedReport(json);
    }

    private static InteractionReport withCutTexts(InteractionReport report) {
        Map<String, Object> attributes = new LinkedHashMap<>(report.attributes());
        attributes.put("textCut", true);
        return new InteractionReport(report.reportId(), report.interactionId(), report.kind(), report.channel(),
                report.account(), report.direction(), report.occurredAt(), report.conversation(), report.participants(),
                report.stated(), cut(report.subject()), cut(report.text()), cut(report.reply()), report.attachments(),
                attributes, report.reader(), report.original(), report.unreadable());
    }

    private static InteractionReport originalAlone(InteractionReport report) {
        return new InteractionReport(report.reportId(), report.interactionId(), report.kind(), report.channel(),
                report.account(), report.direction(), report.occurredAt(), report.conversation(), List.of(), List.of(),
                null, null, null, List.of(), Map.of(), report.reader(), report.original(),
                new Unreadable("too-large-for-a-record",
                        "What was read from this message is larger than the hub can pass on; its original is kept."));
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.length() <= CUT_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(CUT_TEXT - 1)) ? CUT_TEXT - 1 : CUT_TEXT;
        return text.substring(0, end);
    }
}
