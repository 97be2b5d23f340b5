package org.interactionhub.queries.history;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import org.interactionhub.eventstore.EventLog;

/** A process of its own that rebuilds the history, to be killed. */
final class RebuildProcess {

    private RebuildProcess() {}

    static Process start(String database) {
        try {
            return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                    "-cp", System.getProperty("java.class.path"), RebuildProcess.class.getName(), database)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new IllegalStateException("The process cannot be started.", e);
        }
    }

    /** @param arguments the address of the database */
    public static void main(String[] arguments) throws InterruptedException {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(arguments[0]);
            database.setUsername("hub_query");
            new History(database, new EventLog(database), new SimpleMeterRegistry(), Clock.systemUTC()).rebuild().run();
        }
    }
}
