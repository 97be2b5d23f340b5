package org.interactionhub.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.interactionhub.standalone.datadir.Secrets;

/** The hub's database and who may log in to it, kept up by the superuser at every start. */
final class LoginsTable {

    private static final String DATABASE = "hub";
    private static final String ROLES = "/org/interactionhub/eventstore/roles.sql";
    private static final List<String> LOGINS = List.of("hub_command", "hub_query");

    private final int port;
    private final String adminPassword;

    LoginsTable(int port, String adminPassword) {
        this.port = port;
        this.adminPassword = adminPassword;
    }

    static String jdbcUrl(int port) {
        return jdbcUrl(port, DATABASE);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** May be repeated; a start that was interrupted here is made good by the next one. */
    void prepare(Secrets secrets) throws SQLException, IOException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
        try (Connection connection = connect(DATABASE); Statement statement = connection.createStatement()) {
            statement.execute(roles());
            for (String login : LOGINS) {
                statement.execute("ALTER ROLE " + login + " LOGIN PASSWORD '" + secrets.passwordOf(login) + "'");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port, database), Cluster.ADMIN, adminPassword);
    }

    private static String roles() throws IOException {
        try (InputStream sql = LoginsTable.class.getResourceAsStream(ROLES)) {
            if (sql == null) {
                throw new IOException(ROLES + " is missing from the build");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
