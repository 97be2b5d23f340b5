package org.interactionhub.benchmarks.frame;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.kafka.EmbeddedKafka;
import org.interactionhub.standalone.port.Port;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** What a case is measured on: a server and, if it asks for one, a broker, in a directory that goes with them. */
public final class Ground implements AutoCloseable {

    private final Path directory;
    private final DataDirectory data;
    private final Effort effort;
    private final PrintWriter out;
    private final BenchDatabase database;
    private @Nullable EmbeddedKafka kafka;

    private Ground(Path directory, DataDirectory data, Effort effort, PrintWriter out, BenchDatabase database) {
        this.directory = directory;
        this.data = data;
        this.effort = effort;
        this.out = out;
        this.database = database;
    }

    /** Starts PostgreSQL on an empty directory. */
    public static Ground prepare(Effort effort, PrintWriter out)
            throws IOException, InterruptedException, SQLException {
        Path directory = Files.createTempDirectory("hub-bench");
        DataDirectory data = new DataDirectory(directory);
        return new Ground(directory, data, effort, out, BenchDatabase.start(data));
    }

    public Effort effort() {
        return effort;
    }

    public BenchDatabase database() {
        return database;
    }

    /** Where the server and the broker keep their files; goes at the end. */
    public Path directory() {
        return directory;
    }

    /** The hub's own broker with its topic, started when first asked for. */
    public EmbeddedKafka kafka() throws IOException {
        EmbeddedKafka running = kafka;
        if (running == null) {
            running = EmbeddedKafka.start(data.kafka(), Port.free().number(), Port.free().number());
            kafka = running;
        }
        return running;
    }

    /** Before every leg: nothing dirty in the server, no garbage in this process. */
    public void settle() throws SQLException {
        database.checkpoint();
        System.gc();
    }

    /** Tells whoever watches the run. */
    public void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    @Override
    public void close() throws SQLException, IOException, InterruptedException {
        if (kafka != null) {
            kafka.close();
        }
        database.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
