package org.interactionhub.benchmarks.store;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.KafkaOffsets;
import org.interactionhub.eventstore.Outcome;

/**
 * The hub's own append, asked as intake asks it: a batch with its offsets, decided behind the gate, each contact dropped
 * if it came before, the originals beside the events. While one batch is appended the next is encoded.
 */
final class HubAppend implements Variant {

    static final String NAME = "hub append";

    private final BenchDatabase database;
    private final List<List<Contact>> batches;
    private final ExecutorService encoding = Executors.newSingleThreadExecutor();
    private final StoreCheck check;
    private final EventStore store;

    HubAppend(BenchDatabase database, List<List<Contact>> batches, StoreCheck check) {
        this.database = database;
        this.batches = batches;
        this.check = check;
        this.store = new EventStore(database.command());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) throws Exception {
        database.empty();
        new KafkaOffsets(database.command()).stored(StoreCheck.TOPIC, StoreCheck.TOPIC, 1);
    }

    @Override
    public long work(LegWatch watch) throws Exception {
        long events = 0;
        long offset = 0;
        Future<List<Group>> next = encoded(0);
        for (int number = 1; number <= batches.size() && watch.goesOn(events); number++) {
            List<Group> batch = next.get();
            next = encoded(number);
            List<Outcome> outcomes = store.append(new Polled(batch, offset));
            offset += batch.size();
            events = ((Outcome.Appended) outcomes.getLast()).last();
        }
        return events;
    }

    private Future<List<Group>> encoded(int number) {
        return encoding.submit(() -> number < batches.size() ? Polled.groups(batches.get(number)) : List.of());
    }

    @Override
    public List<String> check(long events) throws Exception {
        return check.of(events);
    }

    @Override
    public void close() {
        encoding.shutdown();
        store.close();
    }
}
