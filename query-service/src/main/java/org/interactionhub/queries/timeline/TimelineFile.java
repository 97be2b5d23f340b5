package org.interactionhub.queries.timeline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Participant;
import org.interactionhub.queries.reading.CsvRows;
import org.interactionhub.queries.timeline.TimelineItem.Decision;
import org.interactionhub.queries.timeline.TimelineItem.Note;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * All entries of a timeline, or of what was chosen of it, in a file that is there until it is closed. It is whole before
 * the first byte is answered, and as of one position, however much comes meanwhile.
 */
record TimelineFile(Path path, Format format) implements AutoCloseable {

    /** How entries are written. */
    enum Format {
        CSV("text/csv;charset=UTF-8"), JSON("application/json");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        /** @throws IllegalArgumentException if it is neither */
        static Format of(String text) {
            return switch (text) {
                case "csv" -> CSV;
                case "json" -> JSON;
                default -> throw new IllegalArgumentException("'" + text + "' is no format; known are csv and json");
            };
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> COLUMNS = List.of("occurredAt", "channel", "direction", "state", "subject",
            "text",
            "participants", "by", "decisions", "notes", "attachments", "account", "office", "legalEntity", "recordedAt",
            "interactionId");

    /** Gives the entries, page by page, to whoever takes them. */
    interface Pages {
        void each(Taker taker) throws IOException;

        /** Takes one entry. */
        interface Taker {
            void take(TimelineItem item) throws IOException;
        }
    }

    static TimelineFile of(Format format, Pages pages) throws IOException {
        Path path = Files.createTempFile("timeline-", "." + format.ending());
        try {
            try (Writer out = Files.newBufferedWriter(path)) {
                switch (format) {
                    case CSV -> csv(out, pages);
                    case JSON -> json(out, pages);
                }
            }
            return new TimelineFile(path, format);
        } catch (IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
    }

    private static void csv(Writer out, Pages pages) throws IOException {
        out.write(CsvRows.BYTE_ORDER_MARK);
        CsvRows rows = new CsvRows(out, COLUMNS);
        pages.each(item -> rows.write(row(item)));
    }

    private static void json(Writer out, Pages pages) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartArray();
            pages.each(item -> MAPPER.writeValue(json, item));
            json.writeEndArray();
        }
    }

    private static Map<String, @Nullable Object> row(TimelineItem item) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("occurredAt", item.occurredAt());
        row.put("channel", item.channel().value());
        row.put("direction", item.direction().value());
        row.put("state", item.state().value());
        row.put("subject", item.subject());
        row.put("text", item.text());
        row.put("participants", lines(item.participants().stream().map(TimelineFile::party)));
        row.put("by", item.by());
        row.put("decisions", lines(item.decisions().stream().map(TimelineFile::decision)));
        row.put("notes", lines(item.notes().stream().map(Note::text)));
        row.put("attachments", lines(item.attachments().stream().map(TimelineFile::file)));
        row.put("account", item.account());
        row.put("office", item.ours() == null ? null : item.ours().office());
        row.put("legalEntity", item.ours() == null ? null : item.ours().legalEntity());
        row.put("recordedAt", item.recordedAt());
        row.put("interactionId", item.interactionId());
        return row;
    }

    private static String party(Participant party) {
        return party.role().value() + ": " + (party.name() == null ? "" : party.name() + " ") + party.value();
    }

    private static String decision(Decision decision) {
        List<String> parts = new ArrayList<>(List.of(decision.decision()));
        Stream.of(decision.reason(), decision.by()).filter(part -> part != null && !part.isBlank())
                .forEach(parts::add);
        return String.join(" / ", parts);
    }

    private static String file(Attachment attachment) {
        return attachment.name() == null ? attachment.type() : attachment.name();
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}
