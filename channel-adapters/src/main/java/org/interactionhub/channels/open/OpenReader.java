package org.interactionhub.channels.open;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final int LONGEST_NAME = 1_000;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final ReaderVersion VERSION = new ReaderVersion("open", 1);

    private final OriginalFiles originals;

    OpenReader(OriginalFiles originals) {
        this.originals = originals;
    }

    Outgoing read(IncomingEvent event, Instant receivedAt) {
        if (!InteractionReport.TYPE.equals(event.type())) {
            return unreadable(event, receivedAt, "unknown-type",
                    "The hub knows no event type '" + cut(event.type()) + "'; it takes " + InteractionReport.TYPE
                            + ", " + IncomingEvent.DEAL + " and " + IncomingEvent.PAYMENT + ".");
        }
        try {
            InteractionReport report = JSON.readValue(event.data(), InteractionReport.class);
            Optional<String> flaw = flaw(report);
            if (flaw.isPresent()) {
                return unreadable(event, receivedAt, "not-a-report", flaw.get());
            }
            if (!report.reportId().toString().equalsIgnoreCase(event.id())) {
                return unreadable(event, receivedAt, "two-ids",
                        "The event's id is not the report's id, so it is not certain which delivery it tells of.");
            }
            return withOriginal(report, event);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) { // NPE: a list with null in it
            return unreadable(event, receivedAt, "not-a-report",
                    "The event's data is no report as the schema describes it.");
        }
    }

    /** What keeps a report from being one; Jackson gives null for data that is the JSON null. */
    private static Optional<String> flaw(@Nullable InteractionReport report) {
        if (report == null) {
            return Optional.of("The event's data is null where a report belongs.");
        }
        String missing = missing(report);
        if (!missing.isEmpty()) {
            return Optional.of("The report lacks " + missing + ".");
        }
        String conversation = report.conversation();
        if (report.account().length() > Origin.LONGEST_ACCOUNT
                || conversation != null && conversation.length() > LONGEST_NAME
                || report.reader().name().length() > LONGEST_NAME) {
            return Optional.of("The report's account is longer than " + Origin.LONGEST_ACCOUNT
                    + " characters, or its conversation or reader's name longer than " + LONGEST_NAME + ".");
        }
        return report.occurredAt().isBefore(EARLIEST) || report.occurredAt().isAfter(LATEST)
                ? Optional.of("The report's time is in no year from 1 to 9999.")
                : Optional.empty();
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
        required.put("reader", report.reader() == null ? null : report.reader().name());
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
        Map<String, Object> envelope = Map.of("ce-id", cut(event.id()), "ce-type", cut(event.type()),
                "ce-source", cut(event.source()));
        InteractionReport report = new InteractionReport(
                ReportId.of(origin.channel(), origin.account(), event.id(), null),
                InteractionId.of(origin.channel(), origin.account(), event.id(), null),
                InteractionReport.Kind.RECORDED, origin.channel(), origin.account(), Direction.INBOUND, receivedAt,
                null, List.of(), List.of(), null, null, null, List.of(), Map.of(Readers.ENVELOPE, envelope), VERSION,
                ReportedOriginal.of(cut(event.contentType()), event.data()), new Unreadable(code, reason));
        return new Outgoing(report, event.data());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_NAME));
    }
}
