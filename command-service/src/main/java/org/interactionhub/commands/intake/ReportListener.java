package org.interactionhub.commands.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.interactionhub.door.Outage;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.eventstore.KafkaOffsets;
import org.interactionhub.eventstore.OffsetsFenced;
import org.interactionhub.eventstore.PartitionLeases;
import org.interactionhub.eventstore.UnknownTopic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of reports: the partitions it has leases for, from the offsets that stand with the events. One
 * thread polls and reads, another appends what is read. Whatever fails, what was read ahead is forgotten, and it goes
 * back to the stored offsets and tries again for ever; only where going on could lose or repeat something, it refuses,
 * and says why.
 */
final class ReportListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportListener.class);
    private static final Duration RENEWAL = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> kafka;
    private final DataSource database;
    private final Intake intake;
    private final IntakeMetrics metrics;
    private final Clock clock;
    private final Consumer<IntakeRefused> onRefusal;
    private final Patience patience = new Patience();
    private final OffsetWatch watch;
    private final Outage outage;
    private final Thread thread = Thread.ofPlatform().daemon().name("report-listener").unstarted(this::run);

    private volatile IntakeState state = new IntakeState.Waiting("Intake has not begun yet.");
    private volatile @Nullable ReportSource source;
    private @Nullable PartitionLeases leases;
    private ReportTopic topic = new ReportTopic("", 0);
    private final Map<Integer, Long> durable = new HashMap<>();
    private long newest;
    private long renewed;

    /** @param database as role {@code hub_command} */
    ReportListener(String bootstrapServers, DataSource database, Intake intake, IntakeMetrics metrics, Clock clock,
            Consumer<IntakeRefused> onRefusal) {
        this.kafka = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.database = database;
        this.intake = intake;
        this.metrics = metrics;
        this.clock = clock;
        this.onRefusal = onRefusal;
        this.watch = new OffsetWatch(clock);
        this.outage = new Outage(clock);
    }

    void start() {
        thread.start();
    }

    IntakeState state() {
        return state;
    }

    /** Finishes the portion that is being appended; what was read behind it is read again by whoever comes next. */
    @Override
    public void close() {
        patience.end();
        ReportSource current = source;
        if (current != null) {
            current.wake();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!patience.isOver()) {
            try (ReportSource current = connect(); ReadAhead ahead = ReadAhead.start(intake::append)) {
                listen(current, ahead);
            } catch (WakeupException e) {
                LOG.atDebug().log("Intake was woken to stop.");
            } catch (UnknownTopic | OffsetWatch.OutsideLog e) {
                refuse(String.valueOf(e.getMessage()));
            } catch (RuntimeException | Error e) { // this thread never dies of a portion
                stumble(e);
            }
        }
        giveUpLeases();
        if (!(state instanceof IntakeState.Refused)) {
            state = new IntakeState.Stopped();
        }
    }

    private ReportSource connect() {
        ReportTopic found = ReportTopic.describe(kafka);
        if (!found.equals(topic)) {
            giveUpLeases();
            topic = found;
        }
        durable.clear();
        renewed = 0;
        ReportSource connected = new ReportSource(kafka, topic);
        source = connected;
        return connected;
    }

    private void listen(ReportSource from, ReadAhead ahead) {
        PortionSize size = PortionSize.after(patience.failures());
        while (!patience.isOver()) {
            try {
                if (clock.millis() - renewed >= RENEWAL.toMillis()) {
                    renew(from, ahead);
                }
                if (from.partitions().isEmpty()) {
                    patience.waitFor(POLL);
                } else {
                    from.next(size.now(), POLL).ifPresent(portion -> ahead.hand(intake.read(portion)));
                }
                settle(from, ahead, size);
            } catch (OffsetsFenced e) {
                LOG.atInfo().addKeyValue("partitions", from.partitions())
                        .log("Another instance has taken these already.");
                seek(from, Set.copyOf(from.partitions()));
            }
        }
    }

    private void renew(ReportSource from, ReadAhead ahead) {
        PartitionLeases mine = leases;
        if (mine == null) {
            mine = new PartitionLeases(database, topic.id(), topic.partitions());
            leases = mine;
        }
        Set<Integer> share = mine.renew();
        renewed = clock.millis();
        metrics.holds(share.size());
        if (!share.equals(from.partitions())) {
            ahead.drop();
            seek(from, share);
        }
    }

    private void seek(ReportSource from, Set<Integer> share) {
        Map<Integer, Long> begin = new TreeMap<>(
                new KafkaOffsets(database).stored(InteractionReport.TOPIC, topic.id(), topic.partitions()));
        begin.keySet().retainAll(share);
        from.seek(begin, watch);
        durable.clear();
        durable.putAll(begin);
    }

    /** Notes what has become durable meanwhile; nothing else counts as a success, but that nothing is to be done. */
    private void settle(ReportSource from, ReadAhead ahead, PortionSize size) {
        List<Portion.Read> settled = ahead.settled();
        for (Portion.Read read : settled) {
            read.portion().offsets().stretches().forEach((partition, stretch) -> durable.computeIfPresent(partition,
                    (_, old) -> Math.max(old, stretch.next())));
            newest = read.portion().newest();
            size.grow();
        }
        long waiting = from.waitingBehind(durable);
        if (!settled.isEmpty() || waiting == 0 && ahead.isIdle()) {
            patience.succeeded();
        }
        if (patience.failures() == 0) {
            tell(waiting);
        }
    }

    private void tell(long waiting) {
        outage.over();
        long millis = waiting == 0 || newest == 0 ? 0 : Math.max(0, clock.millis() - newest);
        metrics.behind(waiting, millis);
        long position = durable.values().stream().mapToLong(Long::longValue).sum();
        state = new IntakeState.Listening(Set.copyOf(durable.keySet()), position, waiting, millis);
    }

    private void stumble(Throwable e) {
        int failures = patience.failed();
        metrics.failed();
        state = new IntakeState.Waiting("Intake waits " + outage.since() + "; what was accepted stays in Kafka. "
                + IntakeState.why(e));
        if (failures == 1) {
            LOG.atWarn().setCause(e).log("Intake goes back to the stored offsets and tries again.");
        } else {
            LOG.atDebug().setCause(e).addKeyValue("attempt", failures).log("Intake tries again.");
        }
        patience.waitLonger();
    }

    private void refuse(String sentence) {
        state = new IntakeState.Refused(sentence);
        LOG.atError().log(sentence);
        patience.end();
        onRefusal.accept(new IntakeRefused(sentence));
    }

    private void giveUpLeases() {
        if (leases != null) {
            leases.close();
            leases = null;
        }
    }
}
