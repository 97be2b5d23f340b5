package org.interactionhub.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routing table of the gateway, read out of its configuration and followed as nginx follows it: first match wins. */
final class Gateway {

    private static final Path CONFIGURATION = Path.of("..", "deploy", "gateway", "nginx.conf");
    private static final Pattern TABLE = Pattern.compile("map \\$writes\\$uri \\$service \\{(.*?)\n}", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("\\s*(default|~\\S+)\\s+([\\w-]+);");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Map<Pattern, String> rows = new LinkedHashMap<>();
    private String otherwise = "";

    Gateway() throws IOException {
        Matcher table = TABLE.matcher(Files.readString(CONFIGURATION));
        if (!table.find()) {
            throw new IOException(CONFIGURATION + " has no routing table");
        }
        Matcher row = ROW.matcher(table.group(1));
        while (row.find()) {
            if (row.group(1).equals("default")) {
                otherwise = row.group(2);
            } else {
                rows.put(Pattern.compile(row.group(1).substring(1)), row.group(2));
            }
        }
    }

    /** The name of the service that gets the request. */
    String serviceFor(String method, String path) {
        String key = (READS.contains(method) ? "0" : "1") + path;
        return rows.entrySet().stream().filter(row -> row.getKey().matcher(key).find()).map(Map.Entry::getValue)
                .findFirst().orElse(otherwise);
    }
}
