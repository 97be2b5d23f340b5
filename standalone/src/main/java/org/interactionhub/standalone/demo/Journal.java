package org.interactionhub.standalone.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the demo remembers of having told, a line for each thing, in {@code demo.jsonl} of the data directory. A command
 * of staff is written down before it is sent and after it was answered, so that an interrupted play knows which one is
 * in doubt.
 */
final class Journal {

    private static final String ANCHOR = "anchor";
    private static final String KEY = "key";
    private static final String ID = "id";
    private static final String END = "end";

    private final Path file;
    private final Map<String, String> told = new HashMap<>();
    private @Nullable Instant anchor;
    private @Nullable String inDoubt;
    private boolean resumed;

    private Journal(Path file) {
        this.file = file;
    }

    static Journal in(Path data) throws IOException {
        Journal journal = new Journal(data.resolve("demo.jsonl"));
        if (Files.exists(journal.file)) {
            journal.resumed = true;
            for (String line : Files.readAllLines(journal.file)) {
                journal.remember(line);
            }
        }
        return journal;
    }

    /** True if the demo was begun here before. */
    boolean isKnown() {
        return resumed;
    }

    boolean isComplete() {
        return told.containsKey(END);
    }

    /** When the demo was first played here; from now on {@code now}, if it never was. */
    Instant anchor(Instant now) throws IOException {
        Instant first = anchor;
        if (first == null) {
            write(Map.of(ANCHOR, now.toString()));
            anchor = now;
            return now;
        }
        return first;
    }

    /** What the hub called what was told under this key. */
    Optional<String> id(String key) {
        return Optional.ofNullable(told.get(key));
    }

    /** Whatever the hub called what was told. */
    Set<String> ids() {
        return Set.copyOf(told.values());
    }

    boolean isInDoubt(String key) {
        return key.equals(inDoubt);
    }

    void begin(String key) throws IOException {
        write(Map.of(KEY, key));
    }

    void end(String key, String id) throws IOException {
        Map<String, String> line = new LinkedHashMap<>();
        line.put(KEY, key);
        line.put(ID, id);
        write(line);
        told.put(key, id);
    }

    void complete() throws IOException {
        end(END, "");
    }

    private void write(Map<String, String> line) throws IOException {
        // begins with a new line: what a crash left half of the line before is then a line of its own
        Files.writeString(file, "\n" + Library.JSON.writeValueAsString(line), StandardCharsets.UTF_8,
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void remember(String line) {
        JsonNode read = read(line);
        if (read.has(ANCHOR)) {
            anchor = Instant.parse(read.path(ANCHOR).asString());
        } else if (read.has(ID)) {
            told.put(read.path(KEY).asString(), read.path(ID).asString());
            inDoubt = null;
        } else if (read.has(KEY)) {
            inDoubt = read.path(KEY).asString();
        }
    }

    private static JsonNode read(String line) {
        try {
            return Library.JSON.readTree(line.isBlank() ? "{}" : line);
        } catch (JacksonException halfWritten) {
            return Library.JSON.createObjectNode();
        }
    }
}
