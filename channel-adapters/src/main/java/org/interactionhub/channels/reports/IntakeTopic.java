package org.interactionhub.channels.reports;

import java.time.Clock;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.TimeUnit;
import org.interactionhub.door.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.SmartLifecycle;

/**
 * Knows whether the topic keeps what it is given. Looks at the start, and again each second after Kafka has failed to
 * answer, so that a broker that comes back with other settings is not trusted unseen.
 */
public final class IntakeTopic implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeTopic.class);
    private static final long PAUSE_SECONDS = 1;

    private final Look look;
    private final Outage outage;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition doubted = lock.newCondition();
    private Standing standing = new Standing.Away("Kafka has not been asked yet.");
    private @Nullable Thread watch;

    /** @param bootstrapServers {@code host:port}, comma-separated */
    public IntakeTopic(String bootstrapServers, Clock clock) {
        this(new TopicCheck(bootstrapServers)::look, clock);
    }

    IntakeTopic(Look look, Clock clock) {
        this.look = look;
        this.outage = new Outage(clock);
    }

    /** How the topic is looked at. */
    @FunctionalInterface
    interface Look {
        Standing look() throws InterruptedException;
    }

    /**
     * Starts although Kafka may be away.
     *
     * @throws UnsafeSettings if Kafka answers and the topic would lose what it acknowledges
     */
    @Override
    public void start() {
        try {
            learn(look.look());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (standing() instanceof Standing.Unsafe(String sentence)) {
            throw new UnsafeSettings(sentence);
        }
        watch = Thread.ofVirtual().name("intake-topic").start(this::watch);
    }

    @Override
    public void stop() {
        Thread running = watch;
        if (running != null) {
            running.interrupt();
            watch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** Before the inlets open, after they have closed. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    /** @throws NotDurable with a sentence, if the topic cannot be trusted now */
    public void mustKeep() {
        switch (standing()) {
            case Standing.Safe() -> {
            }
            case Standing.Away(String sentence) -> throw new NotDurable(sentence);
            case Standing.Unsafe(String sentence) -> throw new NotDurable(sentence);
        }
    }

    /** Kafka did not take a report: nothing is trusted until the next look. */
    void doubt() {
        learn(new Standing.Away("Kafka did not take the last report. Messages are taken again as soon as it answers."));
    }

    /** False while no message is taken. */
    boolean keeps() {
        return standing() instanceof Standing.Safe;
    }

    /** Whether messages are taken, in a sentence for people. */
    public Health health() {
        return switch (standing()) {
            case Standing.Safe() -> Health.up()
                    .withDetail("sentence", "Messages are taken; Kafka keeps their reports durably.").build();
            case Standing.Away(String why) -> Health.down().withDetail("sentence", "No message is taken "
                    + outage.since() + ", senders are asked to come again. " + why).build();
            case Standing.Unsafe(String why) -> Health.down().withDetail("sentence", "No message is taken "
                    + outage.since() + ", senders are asked to come again. " + why).build();
        };
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                awaitDoubt();
                lookAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without this thread the inlets would stay closed for ever, so nothing unforeseen ends it. */
    private void lookAgain() throws InterruptedException {
        try {
            learn(look.look());
        } catch (RuntimeException | Error defect) {
            LOG.atError().setCause(defect).log("Looking at Kafka's topic failed; it is looked at again");
        }
    }

    private void awaitDoubt() throws InterruptedException {
        lock.lock();
        try {
            while (standing instanceof Standing.Safe) {
                doubted.await();
            }
            // a pause, from which nobody needs to be woken
            boolean _ = doubted.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } finally {
            lock.unlock();
        }
    }

    private Standing standing() {
        lock.lock();
        try {
            return standing;
        } finally {
            lock.unlock();
        }
    }

    private void learn(Standing now) {
        lock.lock();
        try {
            if (!now.equals(standing)) {
                say(now);
            }
            standing = now;
            note(now);
            doubted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void note(Standing now) {
        if (now instanceof Standing.Safe) {
            outage.over();
        } else {
            outage.since();
        }
    }

    private static void say(Standing now) {
        switch (now) {
            case Standing.Safe() -> LOG.info("Kafka keeps reports durably; messages are taken");
            case Standing.Away(String sentence) -> LOG.warn("Messages are not taken. {}", sentence);
            case Standing.Unsafe(String sentence) -> LOG.error("Messages are not taken. {}", sentence);
        }
    }
}
