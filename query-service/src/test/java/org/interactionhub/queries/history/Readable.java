package org.interactionhub.queries.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.interactionhub.queries.likeness.Likenesses;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of a company's log, filled as far as a test wants it, and read as the query side reads it. */
public final class Readable implements AutoCloseable {

    private final HikariDataSource database;
    private final EventLog log;
    private final SchemasTable schemas;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final History history;
    private final Likenesses likenesses;

    public Readable(TestDatabase hub) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(hub.jdbcUrl());
        config.setUsername("hub_query");
        config.setMaximumPoolSize(8);
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.setConnectionInitSql("SET search_path TO history, public");
        database = new HikariDataSource(config);
        log = new EventLog(database);
        schemas = new SchemasTable(database);
        history = new History(database, log, meters, Clock.systemUTC());
        schemas.prepare();
        likenesses = new Likenesses(database, history.progress(),
                new ProjectionMeters(Likenesses.NAME, meters, log, Clock.systemUTC()));
        likenesses.prepare();
    }

    public HikariDataSource database() {
        return database;
    }

    public EventLog log() {
        return log;
    }

    public History history() {
        return history;
    }

    /** Of these clients; they hold what was taken in when they were last caught up. */
    public Likenesses likenesses() {
        return likenesses;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    /** Takes in the rest of the log, in batches of one size. */
    public Readable caughtUp() {
        return caughtUp(1000);
    }

    public Readable caughtUp(int batch) {
        while (oneBatch(batch)) {
            // until nothing is left
        }
        history.progress().reached(schemas.position().position());
        return this;
    }

    /** @return false if nothing was left */
    public boolean oneBatch(int size) {
        long position = schemas.position().position();
        List<StoredEvent> events = log.after(position, size);
        if (events.isEmpty()) {
            return false;
        }
        if (!schemas.add(position, Projected.of(events))) {
            throw new IllegalStateException("somebody else writes this history");
        }
        return true;
    }

    /** @param portion how many events each takes at once */
    Rebuild rebuild(int portion) {
        return new Rebuild(database, log, schemas, history.progress(), portion);
    }

    /** Every row of every table as text, in an order of its own. */
    public String dump() {
        JdbcClient client = JdbcClient.create(database);
        List<String> tables = client.sql("""
                SELECT tablename::text FROM pg_tables WHERE schemaname = 'history' ORDER BY tablename""")
                .query(String.class).list();
        return tables.stream().map(table -> table + "\n" + String.join("\n",
                client.sql("SELECT t::text FROM history." + table + " t ORDER BY 1").query(String.class).list()))
                .collect(Collectors.joining("\n\n"));
    }

    /** Begins the history anew, as a rebuild does. */
    public void forget() {
        JdbcClient.create(database).sql("DROP SCHEMA history CASCADE").update();
        schemas.prepare();
    }

    @Override
    public void close() {
        database.close();
    }
}
