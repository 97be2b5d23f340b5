package org.interactionhub.commands.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.interactionhub.commands.deadletter.DeadLetter;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Heard;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads records; whatever they are, it gives an answer and never throws. Thread-safe. */
final class RecordReading {

    private static final Logger LOG = LoggerFactory.getLogger(RecordReading.class);
    private static final int LONGEST_ACCOUNT = 320;

    static final NotAReport NOT_RECORDABLE = NotAReport.refused("report-not-recordable",
            "The report fits its schema, but the event log could not take it.");

    private final ReportFormat format;

    RecordReading(ReportFormat format) {
        this.format = format;
    }

    Reading read(Incoming incoming, Instant now) {
        byte[] value = incoming.value();
        if (value == null) {
            return setAside(incoming, now, null,
                    NotAReport.unreadable("report-empty", "The record has no value.").reason());
        }
        JsonNode tree = null;
        try {
            tree = format.tree(value);
            ReportFormat.Checked checked = format.report(tree, incoming.headers());
            Unreadable unreadable = checked.report().unreadable();
            return unreadable == null
                    ? taken(incoming, now, checked)
                    : unread(incoming, now, checked.report(), unreadable);
        } catch (NotAReport e) {
            return setAside(incoming, now, tree, e.reason());
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.atError().setCause(defect).addKeyValue("partition", incoming.place().partition())
                    .addKeyValue("offset", incoming.place().offset())
                    .log("Reading this record failed; it is set aside.");
            return setAside(incoming, now, tree, NotAReport
                    .unreadable("reader-failed", "Reading it failed for a reason that lies in the hub.").reason());
        }
    }

    private static Reading taken(Incoming incoming, Instant now, ReportFormat.Checked checked) {
        try {
            return Reading.Report.of(checked.report(), checked.original());
        } catch (RuntimeException noForm) {
            LOG.atWarn().setCause(noForm).addKeyValue("reportId", checked.report().reportId())
                    .log("The log has no form for this report; it is set aside.");
            return unrecordable(incoming, Heard.of(checked.report()), now);
        }
    }

    /** A report that could be read, but that the log did not take, for a reason that lies in the report. */
    static Reading unrecordable(Incoming incoming, Heard heard, Instant now) {
        return new Reading.SetAside(new DeadLetter(idByPlace(incoming.place()), heard.reportId(),
                heard.channel().value(), heard.account(), now, incoming.place(), valueOf(incoming),
                NOT_RECORDABLE.reason()));
    }

    private static Reading unread(Incoming incoming, Instant now, InteractionReport report, Unreadable why) {
        return new Reading.SetAside(new DeadLetter(report.reportId().value(), report.reportId(),
                report.channel().value(), report.account(), now, incoming.place(), valueOf(incoming),
                NotAReport.unreadable(why.code(), why.reason()).reason()));
    }

    private static Reading setAside(Incoming incoming, Instant now, @Nullable JsonNode tree, DeadLetter.Reason why) {
        return new Reading.SetAside(new DeadLetter(idByPlace(incoming.place()), claims(incoming, tree), channel(tree),
                account(tree), now, incoming.place(), valueOf(incoming), why));
    }

    private static UUID idByPlace(DeadLetter.Place place) {
        return UUID.nameUUIDFromBytes((place.topicId() + ":" + place.partition() + ":" + place.offset())
                .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] valueOf(Incoming incoming) {
        byte[] value = incoming.value();
        return value == null ? new byte[0] : value;
    }

    private static @Nullable ReportId claims(Incoming incoming, @Nullable JsonNode tree) {
        String id = incoming.headers().getOrDefault("ce_id", text(tree, "reportId").orElse(""));
        try {
            return ReportId.of(id);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static String channel(@Nullable JsonNode tree) {
        String channel = text(tree, "channel").orElse("");
        for (Channel known : Channel.values()) {
            if (known.value().equals(channel)) {
                return channel;
            }
        }
        return DeadLetter.UNKNOWN;
    }

    private static String account(@Nullable JsonNode tree) {
        return text(tree, "account")
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_ACCOUNT && name.indexOf('\0') < 0)
                .filter(name -> !channel(tree).equals(DeadLetter.UNKNOWN)).orElse(DeadLetter.UNKNOWN);
    }

    private static Optional<String> text(@Nullable JsonNode tree, String field) {
        return tree == null ? Optional.empty() : tree.path(field).stringValueOpt();
    }
}
