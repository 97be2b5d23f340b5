package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.channels.ChannelAdaptersProcess;
import org.interactionhub.commands.CommandServiceProcess;
import org.interactionhub.queries.QueryService;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Secrets;
import org.interactionhub.standalone.kafka.EmbeddedKafka;
import org.interactionhub.standalone.port.Port;
import org.interactionhub.standalone.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same services as processes of their own, with the environment that the containers give them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServicesApartTest {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path root;

    private static EmbeddedPostgres postgres;
    private static EmbeddedKafka kafka;
    private static int smtp;
    private static Service adapters;
    private static Service commands;
    private static Service queries;

    /** A service that runs as a process of its own. */
    private record Service(Process process, String address, Path log) {

        void awaitHealth() {
            Outside outside = new Outside(address, address, smtp);
            await().atMost(START)
                    .untilAsserted(() -> assertThatCode(
                            () -> assertThat(outside.asks("/actuator/health").path("status").asString())
                                    .isEqualTo("UP"))
                            .as(Files.readString(log)).doesNotThrowAnyException());
        }
    }

    @BeforeAll
    static void start() throws Exception {
        DataDirectory data = new DataDirectory(root);
        postgres = EmbeddedPostgres.start(data, Port.free().number(), pid -> {
        });
        kafka = EmbeddedKafka.start(data.kafka(), Port.free().number(), Port.free().number());
        smtp = Port.free().number();
        Secrets secrets = Secrets.in(data.secrets());
        adapters = start(ChannelAdaptersProcess.class, secrets);
        commands = start(CommandServiceProcess.class, secrets);
        queries = start(QueryService.class, secrets);
        Stream.of(adapters, commands, queries).forEach(Service::awaitHealth);
    }

    @AfterAll
    static void stop() throws Exception {
        for (Service service : List.of(adapters, commands, queries)) {
            service.process().destroy();
            service.process().waitFor();
        }
        kafka.close();
        postgres.close();
    }

    @Test
    void a_form_goes_through_all_three_to_the_timeline() throws Exception {
        // Given
        Outside outside = new Outside(adapters.address(), queries.address(), smtp);
        // When
        outside.posts("/intake/forms/website", "application/x-www-form-urlencoded",
                "email=anna@apart.example&message=Hello");
        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(outside.timelineOf("anna@apart.example"))
                .extracting(item -> item.path("text").asString()).containsExactly("Hello"));
    }

    @Test
    void a_large_mail_by_smtp_is_shown_byte_for_byte_by_another_process() throws Exception {
        // Given
        Outside outside = new Outside(adapters.address(), queries.address(), smtp);
        String mail = "From: big@apart.example\r\nTo: info@romashka.example\r\nSubject: Big\r\n\r\n"
                + "All of the plan.\r\n".repeat(20_000);
        // When
        outside.mails("big@apart.example", "info@romashka.example", mail);
        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(outside.timelineOf("big@apart.example")).hasSize(1).first()
                        .satisfies(item -> assertThat(outside.fetches("/api/interactions/"
                                + item.path("interactionId").asString() + "/original"))
                                .isEqualTo(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private static Service start(Class<?> main, Secrets secrets) throws IOException {
        int port = Port.free().number();
        Path log = root.resolve(main.getSimpleName() + ".log");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:+UseSerialGC",
                "-cp", servicesAlone(), main.getName());
        command.environment().keySet().removeIf(variable -> variable.startsWith("HUB_"));
        command.environment().putAll(Map.of("HUB_BIND", "127.0.0.1", "HUB_HTTP_PORT", Integer.toString(port),
                "HUB_SMTP_PORT", Integer.toString(smtp), "HUB_DATA", root.toString(), "HUB_KAFKA", kafka.address(),
                "HUB_DB_URL", postgres.jdbcUrl(), "HUB_DB_COMMAND_PASSWORD", secrets.passwordOf("hub_command"),
                "HUB_DB_QUERY_PASSWORD", secrets.passwordOf("hub_query")));
        Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new Service(process, "http://localhost:" + port, log);
    }

    /** The class path of this test without this module, whose settings are for one process. */
    private static String servicesAlone() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> ours = List.of("target" + File.separator + "classes", "target" + File.separator + "test-classes");
        String here = Path.of("").toAbsolutePath().toString();
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.startsWith(here) || ours.stream().noneMatch(entry::endsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
