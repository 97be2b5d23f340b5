package org.interactionhub.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A fresh hub database for a test class: roles and an empty, migrated log. All share one durable PostgreSQL per JVM;
 * making one takes some tens of milliseconds. Nobody needs a password.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final HikariDataSource command;
    private final HikariDataSource query;
    private final HikariDataSource superuser;

    private TestDatabase(String name) {
        this.name = name;
        this.command = pool(name, "hub_command");
        this.query = pool(name, "hub_query");
        this.superuser = pool(name, "postgres");
    }

    public static TestDatabase create() {
        String name = "hub_" + NUMBER.incrementAndGet();
        execute(Server.POSTGRES.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE hub_template");
        execute(Server.POSTGRES.getDatabase("postgres", name), Server.ROLES); // rights on a database are not copied
        return new TestDatabase(name);
    }

    /** Owns schemas {@code store} and {@code intake}. */
    public HikariDataSource asCommand() {
        return command;
    }

    /** Reads the log, makes its own schemas. */
    public HikariDataSource asQuery() {
        return query;
    }

    public HikariDataSource asSuperuser() {
        return superuser;
    }

    /** Without user; append {@code ?user=} or give it beside. */
    public String jdbcUrl() {
        return url(name);
    }

    @Override
    public void close() {
        command.close();
        query.close();
        superuser.close();
    }

    private static HikariDataSource pool(String database, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(user);
        config.setPoolName(database + "-" + user);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + database;
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started when first asked for; stops with the JVM. */
    private static final class Server {

        static final String ROLES = roles();
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on").setServerConfig("jit", "off")
                        .setServerConfig("shared_buffers", "64MB").setServerConfig("max_connections", "200").start();
                execute(postgres.getPostgresDatabase(), "CREATE DATABASE hub_template");
                execute(postgres.getDatabase("postgres", "hub_template"), ROLES);
                EventStoreSchema.migrate(postgres.getDatabase("hub_command", "hub_template"));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String roles() {
            try (InputStream sql = EventStoreSchema.class.getResourceAsStream("roles.sql")) {
                return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
