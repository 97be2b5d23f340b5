package org.interactionhub.standalone;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.DataLock;
import org.interactionhub.standalone.datadir.Ports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the whole hub and keeps it up until it is told to stop. */
final class Up {

    int run() throws IOException, InterruptedException {
        Settings settings = Settings.from(System.getenv());
        DataDirectory data = new DataDirectory(settings.data());
        logTo(data);
        Logger log = LoggerFactory.getLogger(Up.class);
        Optional<DataLock> lock = DataLock.take(data);
        if (lock.isEmpty()) {
            log.info("The hub is up already on {}: {}", data.root(),
                    Ports.of(data).map(Ports::address).orElse("it is starting just now"));
            return 0;
        }
        try (DataLock held = lock.get()) {
            AtomicInteger exit = new AtomicInteger(0);
            return run(new RunningHub(data, settings, () -> endWithFailure(exit)), settings, exit, log);
        }
    }

    private static int run(RunningHub hub, Settings settings, AtomicInteger exit, Logger log)
            throws InterruptedException, IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hub, exit, log), "stop"));
        try {
            settings.demandFreePorts();
            hub.start();
        } catch (CannotStart e) {
            log.error(e.getMessage());
            return 1;
        } catch (RuntimeException | IOException e) {
            log.error("The hub cannot start: {} (hub.log has the whole story)", innermost(e).getMessage(), e);
            return 1;
        }
        log.info("The hub is up: {}  (mail: port {}; started in {} s; Ctrl-C stops it)", settings.address(),
                settings.smtp().number(), secondsSinceStart());
        new CountDownLatch(1).await();
        return 0;
    }

    /** The thread that tells of a refusal waits for this to return, so another one has to stop everything. */
    private static void endWithFailure(AtomicInteger exit) {
        exit.set(1);
        Thread.ofPlatform().name("refused").start(() -> System.exit(1));
    }

    /** On every way out. A stop that was asked for is a success, whatever signal asked. */
    private static void stop(RunningHub hub, AtomicInteger exit, Logger log) {
        boolean wasUp = hub.isUp();
        try {
            if (wasUp) {
                log.info("The hub is stopping");
            }
            hub.close();
        } catch (IOException e) {
            log.atWarn().setCause(e).log("the hub did not stop in order; nothing is lost");
        }
        if (wasUp) {
            log.info("The hub has stopped");
            Runtime.getRuntime().halt(exit.get());
        }
    }

    /** Before anything logs: where the log goes is settled with its first line. */
    private static void logTo(DataDirectory data) {
        System.setProperty("hub.logs", data.logs().toString());
        System.setProperty("logback.configurationFile", "logback-up.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : innermost(cause);
    }

    private static String secondsSinceStart() {
        Clock clock = Clock.systemUTC();
        Duration since = ProcessHandle.current().info().startInstant()
                .map(start -> Duration.between(start, clock.instant())).orElse(Duration.ZERO);
        return String.format(Locale.ROOT, "%.1f", since.toMillis() / 1000.0);
    }
}
