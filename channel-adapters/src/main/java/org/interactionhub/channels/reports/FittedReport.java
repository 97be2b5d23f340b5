package org.interactionhub.channels.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.events.Unreadable;
import org.interactionhub.readers.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON of a report, cut to what a record may hold; the original is never cut. Readers bound their texts, so this is
 * for reports that others make and for the rarest of mails. Texts are made plain: half a character has no UTF-8.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FittedReport(byte[] json) {

    /** The headers and the frame of a record need some room too. */
    static final int MOST_BYTES = TopicSettings.MAX_RECORD_BYTES - 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("plain-text").addSerializer(String.class, new PlainValue())
                    .addKeySerializer(String.class, new PlainName()))
            .build();
    private static final int CUT_TEXT = 200_000;
    private static final int CUT_NAME = 200;

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
                attributes, report.reader(), report.original(), report.booking(), report.unreadable());
    }

    /** Of what it keeps everything is bounded; inlets bound the account. */
    private static InteractionReport originalAlone(InteractionReport report) {
        ReportedOriginal original = report.original();
        return new InteractionReport(report.reportId(), report.interactionId(), report.kind(), report.channel(),
                report.account(), report.direction(), report.occurredAt(), null, List.of(), List.of(),
                null, null, null, List.of(), Map.of(),
                new ReaderVersion(cut(report.reader().name(), CUT_NAME), report.reader().version()),
                new ReportedOriginal(cut(original.contentType(), CUT_NAME), original.sha256(), original.size(),
                        original.bytes()),
                new Unreadable("too-large-for-a-record",
                        "What was read from this message is larger than the hub can pass on; its original is kept."));
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : cut(text, CUT_TEXT);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    private static final class PlainValue extends ValueSerializer<String> {

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(PlainText.clean(text));
        }

        @Override
        public boolean isEmpty(SerializationContext context, @Nullable String text) {
            return text == null || text.isEmpty();
        }
    }

    private static final class PlainName extends ValueSerializer<String> {

        @Override
        public void serialize(String name, JsonGenerator json, SerializationContext context) {
            json.writeName(PlainText.clean(name));
        }
    }
}
