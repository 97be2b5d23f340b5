package org.interactionhub.benchmarks.frame;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.interactionhub.eventstore.DurabilityCheck;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.EventStoreSchema;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Secrets;
import org.interactionhub.standalone.port.Port;
import org.interactionhub.standalone.postgres.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** The bench's own PostgreSQL, set as the hub sets its own, with the tables of the store and of the command side. */
public final class BenchDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 20;

    private final EmbeddedPostgres postgres;
    private final Secrets secrets;
    private final HikariDataSource command;
    private final Connection admin;

    private BenchDatabase(EmbeddedPostgres postgres, Secrets secrets) throws IOException, SQLException {
        this.postgres = postgres;
        this.secrets = secrets;
        this.command = pool(postgres.jdbcUrl(), "hub_command");
        this.admin = adminOf("hub").getConnection();
    }

    static BenchDatabase start(DataDirectory data) throws IOException, InterruptedException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, Port.free().number(), _ -> {
            throw new IllegalStateException("PostgreSQL died under the bench");
        });
        BenchDatabase database = new BenchDatabase(postgres, Secrets.in(data.secrets()));
        DurabilityCheck.require(database.command);
        EventStoreSchema.migrate(database.command);
        Flyway.configure().dataSource(database.command).defaultSchema("intake").createSchemas(false)
                .locations("classpath:org/interactionhub/commands/migrations").load().migrate();
        new EventStore(database.command).close(); // which fills the dictionary of event names
        return database;
    }

    /** As the command side logs in; may append. */
    public HikariDataSource command() {
        return command;
    }

    /** A pool of its own for this login of the hub, to be closed by the caller. */
    public HikariDataSource pool(String login) throws IOException {
        return pool(postgres.jdbcUrl(), login);
    }

    /** The hub's database, as the services are told it. */
    public String url() {
        return postgres.jdbcUrl();
    }

    /** Of {@code hub_command}, {@code hub_query} or the superuser {@code hub_admin}. */
    public String passwordOf(String login) throws IOException {
        return secrets.passwordOf(login);
    }

    /** As the superuser, to a database of this server; no pool. */
    public PGSimpleDataSource adminOf(String name) throws IOException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url(name));
        database.setUser("hub_admin");
        database.setPassword(secrets.passwordOf("hub_admin"));
        return database;
    }

    /** The address of a database of this server, without login. */
    public String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + name;
    }

    public int port() {
        return postgres.port();
    }

    /** A new empty database for a peer; one of this name goes. */
    public void create(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        execute("CREATE DATABASE " + name);
    }

    /** Takes everything out of the tables of the store and of intake, but the names of event types. */
    public void empty() throws SQLException {
        execute("""
                TRUNCATE store.event, store.original, store.kafka_offset, intake.dead_letter, intake.account_ledger,
                    intake.interaction, intake.listener""");
    }

    /** So that no leg pays for what another one left dirty. */
    public void checkpoint() throws SQLException {
        execute("CHECKPOINT");
    }

    /** Bytes of write-ahead log so far. */
    public long walBytes() throws SQLException {
        return number("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    /** One number from the hub's database, as the superuser. */
    public long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    /** One value from the hub's database in words, as the superuser. */
    public String text(String query) throws SQLException {
        try (Statement statement = admin.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As the superuser, on the hub's database. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private HikariDataSource pool(String url, String login) throws IOException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(login);
        pool.setPassword(secrets.passwordOf(login));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        return pool;
    }

    @Override
    public void close() throws SQLException, IOException, InterruptedException {
        command.close();
        admin.close();
        postgres.close();
    }
}
