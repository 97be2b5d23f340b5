package org.interactionhub.queries.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Those who work on the tables being built, each on a connection of its own. What they run can be stopped. */
final class Workers {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final DataSource source;
    private final UUID builder;
    private final List<PGConnection> working = new ArrayList<>();
    private boolean stopped;

    /** @param builder who they all work for */
    Workers(DataSource source, UUID builder) {
        this.source = source;
        this.builder = builder;
    }

    /**
     * Does all of the work, begun in the order given, and returns when nobody works any more. Whoever fails stops the others.
     *
     * @throws RuntimeException what went wrong first
     */
    void run(int atOnce, List<Consumer<NextTable>> work) {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(atOnce,
                Thread.ofPlatform().daemon().name("replay-", 1).factory())) {
            work.forEach(one -> hands.execute(() -> work(one, failure)));
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void work(Consumer<NextTable> one, AtomicReference<RuntimeException> failure) {
        try (Connection connection = source.getConnection()) {
            PGConnection server = connection.unwrap(PGConnection.class);
            if (begins(server)) {
                try {
                    one.accept(new NextTable(new SingleConnectionDataSource(connection, true), builder));
                } finally {
                    ends(server);
                }
            }
        } catch (SQLException e) {
            fails(new CannotGetJdbcConnectionException("The database does not answer.", e), failure);
        } catch (RuntimeException e) {
            fails(e, failure);
        }
    }

    private void fails(RuntimeException e, AtomicReference<RuntimeException> failure) {
        failure.compareAndSet(null, e);
        stop();
    }

    private synchronized boolean begins(PGConnection server) {
        return !stopped && working.add(server);
    }

    private synchronized void ends(PGConnection server) {
        working.remove(server);
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** Ends what they do; nobody begins anything afterwards. */
    synchronized void stop() {
        stopped = true;
        for (PGConnection server : working) {
            try {
                server.cancelQuery();
            } catch (SQLException e) {
                LOG.atWarn().setCause(e).log("A statement of a rebuild could not be stopped; it is waited for.");
            }
        }
    }
}
