package org.interactionhub.benchmarks.frame;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.axonframework.eventhandling.EventMessage;

/** On what the figures were taken, as the things themselves tell it. */
public record Environment(Map<String, String> facts) {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes",
            "wal_sync_method", "data_checksums");
    private static final List<String> SIZES = List.of("shared_buffers", "max_wal_size");
    private static final int SYNCS = 200;
    private static final int PAGE = 4096;

    /** Asks the server, the machine and the class path. */
    public static Environment of(Ground ground) throws IOException, SQLException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("run", ground.effort().quick() ? "quick: short legs, small sizes; not for publishing" : "full");
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("processor", line(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("memory", line(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("file system", Files.getFileStore(ground.directory()).type());
        facts.put("write of 4 KB and fdatasync, p50", String.format(Locale.ROOT, "%.3f ms", syncMillis(ground)));
        for (String setting : Stream.concat(SETTINGS.stream(), SIZES.stream()).toList()) {
            facts.put(setting, ground.database().text("SHOW " + setting));
        }
        facts.put("PostgreSQL", ground.database().text("SHOW server_version"));
        facts.put("JDK", Runtime.version().toString());
        facts.put("Kafka", AppInfoParser.getVersion());
        facts.put("Axon", versionInName(EventMessage.class));
        return new Environment(facts);
    }

    /** The same, knowing one thing more. */
    public Environment with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Environment(more);
    }

    private static double syncMillis(Ground ground) throws IOException {
        double[] millis = new double[SYNCS];
        Path file = ground.directory().resolve("sync-probe");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int sync = 0; sync < SYNCS; sync++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE), (long) sync * PAGE);
                channel.force(false);
                millis[sync] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Files.delete(file);
        return Spread.percentile(50, millis);
    }

    private static String line(Path file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
        }
    }

    /** As the name of its jar ends. */
    private static String versionInName(Class<?> type) throws IOException {
        try {
            String jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).getFileName()
                    .toString();
            return jar.replaceFirst("^.*?-(?=[0-9])", "").replaceFirst("\\.jar$", "");
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
