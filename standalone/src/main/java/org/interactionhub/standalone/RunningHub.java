package org.interactionhub.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.interactionhub.commands.intake.IntakeRefused;
import org.interactionhub.queries.history.History;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Ports;
import org.interactionhub.standalone.datadir.Secrets;
import org.interactionhub.standalone.kafka.EmbeddedKafka;
import org.interactionhub.standalone.port.Port;
import org.interactionhub.standalone.postgres.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The whole hub on its own PostgreSQL and Kafka. What was opened is closed the other way round: first the services
 * (no new requests, then no new reports, then the rest), then the broker, then the database.
 */
final class RunningHub implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunningHub.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final DataDirectory data;
    private final Settings settings;
    private final Runnable onRefusal;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean starting;
    private volatile boolean stopping;
    private volatile boolean up;

    /** @param onRefusal what to do when intake will not go on until a person has decided */
    RunningHub(DataDirectory data, Settings settings, Runnable onRefusal) {
        this.data = data;
        this.settings = settings;
        this.onRefusal = onRefusal;
    }

    /** Returns when the hub answers. What was started before a failure stays to be closed. */
    void start() throws IOException, InterruptedException {
        starting = true;
        try {
            startAll();
        } finally {
            settled.countDown();
        }
    }

    private void startAll() throws IOException, InterruptedException {
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EmbeddedKafka> broker = side.submit(this::startKafka);
            EmbeddedPostgres postgres = startPostgres();
            EmbeddedKafka kafka = started(broker);
            log.atInfo().log("PostgreSQL and Kafka are up");
            awaitHistory(startServices(postgres, kafka));
            ports(postgres.postmasterPid()).writeTo(data);
            up = true;
        }
    }

    boolean isUp() {
        return up;
    }

    private EmbeddedPostgres startPostgres() throws IOException, InterruptedException {
        return opened(EmbeddedPostgres.start(data, settings.postgres().number(), this::rewritePorts));
    }

    private EmbeddedKafka startKafka() throws IOException {
        return opened(EmbeddedKafka.start(data.kafka(), settings.kafka().number(), Port.free().number()));
    }

    private ConfigurableApplicationContext startServices(EmbeddedPostgres postgres, EmbeddedKafka kafka)
            throws IOException {
        Secrets secrets = Secrets.in(data.secrets());
        StandardEnvironment environment = new StandardEnvironment();
        // under the names that the services have as processes of their own
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("hub-systemEnvironment",
                Map.ofEntries(Map.entry("HUB_DB_URL", postgres.jdbcUrl()),
                        Map.entry("HUB_DB_COMMAND_PASSWORD", secrets.passwordOf("hub_command")),
                        Map.entry("HUB_DB_QUERY_PASSWORD", secrets.passwordOf("hub_query")),
                        Map.entry("HUB_KAFKA", kafka.address()), Map.entry("HUB_DATA", data.root().toString()),
                        Map.entry("HUB_BIND", settings.bind()),
                        Map.entry("HUB_HTTP_PORT", Integer.toString(settings.http().number())),
                        Map.entry("HUB_SMTP_PORT", Integer.toString(settings.smtp().number())))));
        SpringApplication services = new SpringApplication(WholeHub.class);
        services.setEnvironment(environment);
        services.setRegisterShutdownHook(false);
        services.addListeners(ApplicationListener.<IntakeRefused>forPayload(_ -> onRefusal.run()));
        return opened(services.run());
    }

    private static void awaitHistory(ConfigurableApplicationContext services) throws InterruptedException {
        History history = services.getBean(History.class);
        if (!history.awaitOpen(LONGEST_START)) {
            log.atWarn().log("The console shows nothing yet. {}", history.trouble());
        }
    }

    private static EmbeddedKafka started(Future<EmbeddedKafka> broker) throws IOException, InterruptedException {
        try {
            return broker.get();
        } catch (ExecutionException e) {
            throw new IOException("Kafka cannot start", e);
        }
    }

    private Ports ports(long postmasterPid) {
        return new Ports(settings.address(), settings.http().number(), settings.smtp().number(),
                settings.postgres().number(), postmasterPid, settings.kafka().number(),
                ProcessHandle.current().pid());
    }

    private void rewritePorts(long postmasterPid) {
        try {
            ports(postmasterPid).writeTo(data);
        } catch (IOException e) {
            log.atWarn().setCause(e).log("ports.json cannot be written; it names a PostgreSQL process that is gone");
        }
    }

    private synchronized <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        if (stopping) {
            throw new IllegalStateException("it was stopped before it was up");
        }
        return part;
    }

    /** Stops everything, even if a part of it will not stop. A start under way comes to its next part first. */
    @Override
    public void close() throws IOException {
        stopping = true;
        awaitSettled();
        closeAll();
    }

    private void awaitSettled() {
        try {
            if (starting && !settled.await(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("The start did not come to an end; what it opens from now on is stopped by the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closeAll() throws IOException {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                log.atWarn().setCause(e).log("a part of the hub did not stop in order");
            }
        }
        Ports.forget(data);
    }
}
