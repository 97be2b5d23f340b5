package org.interactionhub.channels.open;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.interactionhub.channels.reports.OriginalFiles;
import org.interactionhub.channels.reports.Outgoing;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.events.Unreadable;
import org.interactionhub.readers.Readers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes the report of an event: the one it carries, or, if it carries none, one with the event's data alone. */
final class OpenReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ReaderVersion VERSION = new ReaderVersion("open", 1);

    private final OriginalFiles originals;

    OpenReader(OriginalFiles originals) {
        this.originals = originals;
    }

    Outgoing read(IncomingEvent event, Instant receivedAt) {
        if (!InteractionReport.TYPE.equals(event.type())) {
            return unreadable(event, receivedAt, "unknown-type",
                    "The hub knows no event type '" + event.type() + "'; it takes " + InteractionReport.TYPE + ".");
        }
        try {
            InteractionReport report = JSON.readValue(event.data(), InteractionReport.class);
            String missing = missing(report);
            if (!missing.isEmpty()) {
                return unreadable(event, receivedAt, "not-a-report", "The report lacks " + missing + ".");
            }
            if (!report.reportId().toString().equalsIgnoreCase(event.id())) {
                return unreadable(event, receivedAt, "two-ids",
                        "The event's id is not the report's id, so it is not certain which delivery it tells of.");
            }
            return withOriginal(report, event);
        } catch (JacksonException | IllegalArgumentException e) {
            return unreadable(event, receivedAt, "not-a-report",
                    "The event's data is no report as the schema describes it.");
        }
    }

    /** Jackson passes null for what the JSON does not have. */
    @SuppressWarnings("ConstantValue")
    private static String missing(InteractionReport report) {
        Map<String, @Nullable Object> required = new LinkedHashMap<>();
        required.put("reportId", report.reportId());
        required.put("interactionId", report.interactionId());
        required.put("kind", report.kind());
        required.put("channel", report.channel());
        required.put("account", report.account());
        required.put("direction", report.direction());
        required.put("occurredAt", report.occurredAt());
        required.put("reader", report.reader());
        return required.entrySet()
                .stream()
                .filter(field -> Objects.isNull(field.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** Sees to it that the original can be found: in the report, in the originals' directory, or else the data is it. */
    @SuppressWarnings("ConstantValue")
    private Outgoing withOriginal(InteractionReport report, IncomingEvent event) {
        ReportedOriginal told = report.original();
        if (told != null && told.bytes() != null) {
            byte[] bytes = told.inline().orElseThrow();
            return new Outgoing(report.withOriginal(ReportedOriginal.of(contentType(told), bytes)), bytes);
        }
        if (told != null && told.sha256() != null && told.sha256().matches("[0-9a-f]{64}")
                && originals.has(told.sha256())) {
            return new Outgoing(report, event.data());
        }
        return new Outgoing(report.withOriginal(ReportedOriginal.of("application/json", event.data())), event.data());
    }

    @SuppressWarnings("ConstantValue")
    private static String contentType(ReportedOriginal told) {
        return told.contentType() == null ? "application/octet-stream" : told.contentType();
    }

    /** Its ids come from the event's source and id, so that the same event sent again stays one. */
    private static Outgoing unreadable(IncomingEvent event, Instant receivedAt, String code, String reason) {
        Origin origin = Origin.of(event.source());
        Map<String, Object> envelope = Map.of("ce-id", event.id(), "ce-type", event.type(), "ce-source",
                event.source());
        InteractionReport report = new InteractionReport(
                ReportId.of(origin.channel(), origin.account(), event.id(), null),
                InteractionId.of(origin.channel(), origin.account(), event.id(), null),
                InteractionReport.Kind.RECORDED, origin.channel(), origin.account(), Direction.INBOUND, receivedAt,
                null, List.of(), List.of(), null, null, null, List.of(), Map.of(Readers.ENVELOPE, envelope), VERSION,
                ReportedOriginal.of(event.contentType(), event.data()), new Unreadable(code, reason));
        return new Outgoing(report, event.data());
    }
}
