package org.interactionhub.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Secrets;
import org.interactionhub.standalone.port.Port;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedPostgresTest {

    @TempDir
    static Path root;

    private static DataDirectory data;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        data = new DataDirectory(root);
        postgres = EmbeddedPostgres.start(data, Port.free().number(), pid -> {
        });
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void what_it_confirms_survives_a_power_cut() throws Exception {
        assertThat(List.of(shown("fsync"), shown("synchronous_commit"), shown("full_page_writes"))).containsOnly("on");
    }

    @Test
    void nobody_gets_in_without_a_password() {
        assertRefused("hub_command", "");
        assertRefused("hub_query", "guess");
        assertRefused(Cluster.ADMIN, "postgres");
    }

    @Test
    void passwords_are_stored_and_checked_by_scram() throws Exception {
        assertThat(asAdmin("SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(asAdmin("SELECT bool_and(rolpassword LIKE 'SCRAM-SHA-256$%')::text FROM pg_authid"
                + " WHERE rolname LIKE 'hub%'")).isEqualTo("true");
    }

    @Test
    void it_listens_on_loopback_alone() throws Exception {
        assertThat(shown("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(asAdmin("SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void only_its_owner_may_read_the_secrets() throws Exception {
        assertThat(mode(data.secrets())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(data.secrets())) {
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void it_sorts_and_searches_cyrillic() throws Exception {
        assertThat(asAdmin("SELECT lower('ЁЛКА') || ' ' || (to_tsvector('russian', 'насосы') @@"
                + " to_tsquery('russian', 'насос'))::text || ' ' || (similarity('Иванов', 'Иваноф') > 0.3)::text"))
                .isEqualTo("ёлка true true");
    }

    @Test
    void a_killed_server_is_back_on_the_same_port_with_every_row() throws Exception {
        // Given
        write("CREATE TABLE intake.fact AS SELECT 1 AS n");
        long before = postgres.postmasterPid();
        // When
        Command.signal("KILL", before);
        // Then
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions()
                .untilAsserted(() -> assertThat(read("SELECT count(*) FROM intake.fact")).isEqualTo("1"));
        assertThat(postgres.postmasterPid()).isNotEqualTo(before);
    }

    @Test
    void the_next_hub_takes_over_from_one_that_was_killed_and_left_its_server_running() throws Exception {
        // Given
        write("CREATE TABLE intake.orphaned AS SELECT 1 AS n");
        postgres.close();
        Postmaster orphan = Postmaster.start(Cluster.of(data), Port.free().number());
        // When
        start();
        // Then
        orphan.awaitEnd();
        assertThat(read("SELECT count(*) FROM intake.orphaned")).isEqualTo("1");
    }

    @Test
    void the_next_hub_starts_where_everything_was_killed_at_once() throws Exception {
        // Given
        write("CREATE TABLE intake.killed AS SELECT 1 AS n");
        postgres.close();
        Postmaster dead = Postmaster.start(Cluster.of(data), Port.free().number());
        Command.signal("KILL", dead.pid());
        // When
        start();
        // Then
        assertThat(read("SELECT count(*) FROM intake.killed")).isEqualTo("1");
    }

    @Test
    void a_lock_file_that_names_a_stranger_does_not_keep_it_from_starting() throws Exception {
        // Given
        postgres.close();
        Files.writeString(data.postgres().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        // When
        start();
        // Then
        assertThat(shown("fsync")).isEqualTo("on");
    }

    @Test
    void every_restart_is_told() throws Exception {
        // Given
        postgres.close();
        List<Long> restarts = new CopyOnWriteArrayList<>();
        postgres = EmbeddedPostgres.start(data, Port.free().number(), restarts::add);
        // When
        Command.signal("KILL", postgres.postmasterPid());
        // Then
        await().untilAsserted(() -> assertThat(restarts).containsExactly(postgres.postmasterPid()));
    }

    @Test
    @EnabledIf("isRoot")
    void where_namespaces_are_forbidden_root_gets_it_as_nobody(@TempDir Path other) throws Exception {
        // Given
        Cluster cluster = Cluster.of(new DataDirectory(other), Account.nobody());
        cluster.create("a password");
        // When
        Postmaster postmaster = Postmaster.start(cluster, Port.free().number());
        // Then
        assertThat(Files.getOwner(Path.of("/proc", Long.toString(postmaster.pid()))).getName()).isEqualTo("nobody");
        postmaster.stop();
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String shown(String setting) throws SQLException, IOException {
        return read("SHOW " + setting);
    }

    private void write(String sql) throws SQLException, IOException {
        try (Connection connection = connect("hub_command", password("hub_command"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String read(String sql) throws SQLException, IOException {
        return read(postgres.jdbcUrl(), sql);
    }

    private String read(String url, String sql) throws SQLException, IOException {
        return only(url, "hub_command", sql);
    }

    private String asAdmin(String sql) throws SQLException, IOException {
        return only(postgres.jdbcUrl(), Cluster.ADMIN, sql);
    }

    private String only(String url, String login, String sql) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, login, password(login));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void assertRefused(String login, String password) {
        assertThatThrownBy(() -> connect(login, password).close()).isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    private Connection connect(String login, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), login, password);
    }

    private String password(String login) throws IOException {
        return Secrets.in(data.secrets()).passwordOf(login);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
