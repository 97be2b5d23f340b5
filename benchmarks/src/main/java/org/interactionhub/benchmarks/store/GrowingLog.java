package org.interactionhub.benchmarks.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interactionhub.benchmarks.crowd.Contacts;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.Leg;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Spread;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.KafkaOffsets;
import org.interactionhub.eventstore.Outcome;

/** A log that is filled as intake fills it, and looked at now and then. */
final class GrowingLog implements AutoCloseable {

    static final String POLL = "idle poll p50 µs";

    private static final int BATCH = 1_000;
    private static final int POLLS = 2_000;

    private final Ground ground;
    private final EventStore store;
    private final Contacts contacts = new Contacts();
    private long offset;
    private long head;

    GrowingLog(Ground ground) throws SQLException {
        this.ground = ground;
        BenchDatabase database = ground.database();
        database.empty();
        new KafkaOffsets(database.command()).stored(StoreCheck.TOPIC, StoreCheck.TOPIC, 1);
        this.store = new EventStore(database.command());
    }

    void growTo(long events) {
        while (head < events) {
            append(Polled.groups(contacts.next(BATCH)));
        }
    }

    private void append(List<Group> batch) {
        List<Outcome> outcomes = store.append(new Polled(batch, offset));
        offset += batch.size();
        head = ((Outcome.Appended) outcomes.getLast()).last();
    }

    /** Appends so many events or a few more under the clock, then asks for news when there are none. */
    Leg look(String name, int events) throws Exception {
        List<List<Group>> prepared = new ArrayList<>();
        for (int made = 0; made < events;) {
            List<Group> batch = Polled.groups(contacts.next(BATCH));
            prepared.add(batch);
            made += batch.stream().mapToInt(group -> group.entries().size()).sum();
        }
        ground.settle();
        long before = head;
        LegWatch watch = LegWatch.start(ground.effort());
        prepared.forEach(this::append);
        Leg leg = watch.stop(name, 1, head - before);
        Leg looked = leg.with(Map.of(POLL, poll()), StoreCheck.contiguous(ground.database(), head));
        ground.say("  %-22s %,d events in %.2f s, %.1f µs CPU each, idle poll %.0f µs", name, looked.events(),
                looked.seconds(), looked.cpuMicrosPerEvent(), looked.measured(POLL));
        return looked;
    }

    /** As a reader asks who has read everything. */
    private double poll() {
        double[] micros = new double[POLLS];
        for (int poll = 0; poll < POLLS; poll++) {
            long begun = System.nanoTime();
            long found = store.log().head();
            micros[poll] = (System.nanoTime() - begun) / 1e3;
            if (found != head) {
                throw new IllegalStateException("The log ends at " + found + " instead of " + head);
            }
        }
        return Spread.percentile(50, micros);
    }

    @Override
    public void close() throws SQLException {
        store.close();
        ground.database().empty();
    }
}
