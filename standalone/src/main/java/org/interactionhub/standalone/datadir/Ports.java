package org.interactionhub.standalone.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running hub can be reached: the content of {@code ports.json}, which is there as long as the hub is up.
 *
 * @param address of the console and the API, as one would type it
 * @param smtp the port for mail
 * @param postgres the port of the embedded PostgreSQL, on 127.0.0.1
 * @param postmasterPid the process that owns it; another one after a restart
 * @param kafka the port of the embedded broker, on 127.0.0.1
 */
public record Ports(String address, int http, int smtp, int postgres, long postmasterPid, int kafka, long hubPid) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The ports of the hub that works in this directory, or nothing if none has come up yet. */
    public static Optional<Ports> of(DataDirectory data) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(data.ports()), Ports.class));
        } catch (IOException | JacksonException absentOrOfAnotherVersion) {
            return Optional.empty();
        }
    }

    public Ports withPostmaster(long pid) {
        return new Ports(address, http, smtp, postgres, pid, kafka, hubPid);
    }

    /** Replaces what was written before, in one step. */
    public void writeTo(DataDirectory data) throws IOException {
        Path half = data.root().resolve("ports.json.new");
        Files.write(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(half, data.ports(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static void forget(DataDirectory data) throws IOException {
        Files.deleteIfExists(data.ports());
    }
}
