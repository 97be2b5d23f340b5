package org.interactionhub.benchmarks.history;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.history.History;
import org.interactionhub.queries.history.Rebuild;
import org.springframework.context.SmartLifecycle;

/** The query service's own history on the database of the bench, without the rest of the service. */
final class HubHistory implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HikariDataSource query;
    private final History history;

    HubHistory(HikariDataSource query) {
        this.query = query;
        query.setConnectionInitSql("SET search_path TO " + History.SCHEMA + ", public");
        history = new History(query, new EventLog(query), new SimpleMeterRegistry(), Clock.systemUTC());
    }

    /** With an empty history of an empty log. */
    static HubHistory empty(BenchDatabase database) throws IOException, SQLException, InterruptedException {
        database.empty();
        database.execute("DROP SCHEMA IF EXISTS history CASCADE");
        HubHistory empty = new HubHistory(database.pool("hub_query"));
        SmartLifecycle loop = empty.history.loop(() -> {});
        loop.start();
        try {
            if (!empty.history.awaitOpen(PATIENCE)) {
                throw new IOException(String.valueOf(empty.history.trouble()));
            }
        } finally {
            loop.stop();
        }
        return empty;
    }

    EventLog log() {
        return new EventLog(query);
    }

    Rebuild rebuild() {
        return history.rebuild();
    }

    @Override
    public void close() {
        query.close();
    }
}
