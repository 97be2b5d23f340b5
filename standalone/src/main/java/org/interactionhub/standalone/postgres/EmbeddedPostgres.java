package org.interactionhub.standalone.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running PostgreSQL of a data directory. If its server dies, it is started again on the same port within a moment,
 * so that to its clients a crash is a broken connection.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final int port;
    private final LongConsumer onStart;
    private final Thread supervisor;
    private volatile Postmaster postmaster;
    private volatile boolean closing;

    private EmbeddedPostgres(Cluster cluster, int port, LongConsumer onStart, Postmaster postmaster) {
        this.cluster = cluster;
        this.port = port;
        this.onStart = onStart;
        this.postmaster = postmaster;
        this.supervisor = Thread.ofVirtual().name("postgres-supervisor").unstarted(this::supervise);
    }

    /**
     * Sets it up if it is new, ends what a killed hub left running, starts it, and gives the hub's logins their passwords.
     *
     * @param port on 127.0.0.1
     * @param onRestart is told the new process id each time the server had to be started again
     * @throws IOException saying what is wrong, if it cannot run here
     */
    public static EmbeddedPostgres start(DataDirectory data, int port, LongConsumer onRestart)
            throws IOException, InterruptedException {
        Secrets secrets = Secrets.in(data.secrets());
        String password = secrets.passwordOf(Cluster.ADMIN);
        Cluster cluster = Cluster.of(data);
        if (cluster.exists()) {
            new Leftovers(cluster).clear();
        } else {
            cluster.create(password);
        }
        EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, port, onRestart, Postmaster.start(cluster, port));
        try {
            new LoginsTable(port, password).prepare(secrets);
        } catch (SQLException e) {
            postgres.close();
            throw new IOException("the database of the hub cannot be prepared: " + e.getMessage(), e);
        }
        postgres.supervisor.start();
        return postgres;
    }

    public int port() {
        return port;
    }

    /** Of the server process that lives now. */
    public long postmasterPid() {
        return postmaster.pid();
    }

    /** The database of the hub; its logins are {@code hub_command} and {@code hub_query}. */
    public String jdbcUrl() {
        return LoginsTable.jdbcUrl(port);
    }

    private void supervise() {
        try {
            while (!closing) {
                postmaster.awaitEnd();
                if (!closing) {
                    log.atWarn().addKeyValue("pid", postmaster.pid()).log("PostgreSQL died and is started again");
                    revive();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() throws InterruptedException {
        long since = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (!closing) {
            try {
                new Leftovers(cluster).clear();
                postmaster = Postmaster.start(cluster, port);
                onStart.accept(postmaster.pid());
                log.atWarn().addKeyValue("pid", postmaster.pid())
                        .addKeyValue("millis", Duration.ofNanos(System.nanoTime() - since).toMillis())
                        .log("PostgreSQL is back");
                return;
            } catch (IOException e) {
                log.atError().setCause(e).log("PostgreSQL cannot be started again; the hub keeps trying");
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Stops the server in order; to be called when its clients are gone. */
    @Override
    public void close() throws IOException, InterruptedException {
        closing = true;
        supervisor.interrupt();
        supervisor.join();
        postmaster.stop();
    }
}
