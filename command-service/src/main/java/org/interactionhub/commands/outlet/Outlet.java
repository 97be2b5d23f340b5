package org.interactionhub.commands.outlet;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.interactionhub.events.PublishedFact;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.Tail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells every fact of the log to {@code hub.events}: in the order of the log, at least once, each durable in the topic
 * before the next page is told. Of several processes one publishes. After a crash the last page may come again as a whole;
 * who reads skips what is not beyond the last position she has seen. Never gives up while Kafka or PostgreSQL are away.
 */
public final class Outlet implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);
    private static final int PAGE = 500;
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** Each page is synced to Kafka's disk: facts that come one by one share that. */
    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final long PAUSE_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final String bootstrapServers;
    private final EventLog log;
    private final OutletTable table;
    private final OutletMeters meters;
    private @Nullable FactPublisher publisher;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String trouble;
    private volatile long position;

    /**
     * @param bootstrapServers {@code host:port}, comma-separated
     * @param database as role {@code hub_command}
     */
    public Outlet(String bootstrapServers, DataSource database, EventLog log, MeterRegistry registry) {
        this.bootstrapServers = bootstrapServers;
        this.log = log;
        table = new OutletTable(database);
        meters = new OutletMeters(registry, () -> Math.max(0, log.head() - position));
    }

    /** What keeps facts from being published right now, in a sentence; null if nothing does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** The last fact that was seen to be published, by whichever process. */
    long position() {
        return position;
    }

    @Override
    public void start() {
        Thread starting = Thread.ofPlatform().daemon().name("outlet").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    /** The page under way is finished, so that a stop in order repeats nothing. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                if (!running.join(PATIENCE)) {
                    running.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try (Tail tail = log.tail()) {
            while (thread == Thread.currentThread()) {
                step(tail);
            }
        } catch (InterruptedException e) {
            LOG.debug("The outlet was told to stop.");
        } finally {
            disconnect();
        }
    }

    private void step(Tail tail) throws InterruptedException {
        long before = position;
        try {
            Optional<Long> reached = table.advance(this::publish);
            trouble = null;
            if (reached.isEmpty()) { // another process publishes; it is asked again after a while
                position = table.position();
                Thread.sleep(IDLE);
                return;
            }
            position = reached.get();
            if (position == before) {
                tail.awaitBeyond(position, IDLE);
            } else if (position < before + PAGE) {
                Thread.sleep(GATHERING);
            }
        } catch (Interrupted e) {
            throw new InterruptedException();
        } catch (RuntimeException e) {
            troubled(e);
        }
    }

    /** @return the last position published */
    private long publish(long behind) {
        List<StoredEvent> facts = log.after(behind, PAGE);
        if (facts.isEmpty()) {
            return behind;
        }
        try {
            connected().publish(facts);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
        meters.published(facts.size());
        return facts.getLast().position();
    }

    private FactPublisher connected() throws InterruptedException, ExecutionException {
        FactPublisher current = publisher;
        if (current == null) {
            current = FactPublisher.to(bootstrapServers);
            publisher = current;
        }
        return current;
    }

    private void disconnect() {
        if (publisher != null) {
            publisher.close();
            publisher = null;
        }
    }

    private void troubled(RuntimeException cause) throws InterruptedException {
        disconnect();
        meters.failed();
        String sentence = cause instanceof KafkaException || cause instanceof IllegalStateException
                ? "Kafka does not take facts for " + PublishedFact.TOPIC + "."
                : "The log or the place of the outlet in it cannot be read: the database does not answer.";
        if (!sentence.equals(trouble)) {
            LOG.atWarn().setCause(cause).log("{} It is tried again until it goes well.", sentence);
        }
        trouble = sentence;
        Thread.sleep(PAUSE_MILLIS);
    }

    /** Carries an interrupt through the transaction, which is rolled back by it. */
    private static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super(cause);
        }
    }
}
