package org.interactionhub.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import tools.jackson.databind.json.JsonMapper;

/** Shows how the hub reads an original: one report, or a list of them for an original that holds several contacts. */
record Read(PrintWriter out, PrintWriter err) {

    int run(Channel channel, String contentType, String account, Path file) throws IOException {
        Received received = new Received(channel, account, contentType, Files.readAllBytes(file),
                Clock.systemUTC().instant(), Map.of());
        try {
            Readers readers = new Readers(System.getenv().getOrDefault("HUB_REGION", "RU"),
                    ZoneId.of(System.getenv().getOrDefault("HUB_CALL_LOG_ZONE", "UTC")));
            List<InteractionReport> reports = readers.read(received);
            out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(reports.size() == 1 ? reports.getFirst() : reports));
            return 0;
        } catch (NotItsContentType e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    static String usualType(Channel channel, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (channel == Channel.EMAIL) {
            return "message/rfc822";
        }
        if (name.endsWith(".csv")) {
            return "text/csv";
        }
        return channel == Channel.WEB_FORM && !name.endsWith(".json")
                ? "application/x-www-form-urlencoded"
                : "application/json";
    }
}
