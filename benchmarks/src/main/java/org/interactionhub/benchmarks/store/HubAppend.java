package org.interactionhub.benchmarks.store;

import java.util.List;
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
 * if it came before, the originals beside the events.
 */
final class HubAppend implements Variant {

    static final String NAME = "hub append";

    private final BenchDatabase database;
    private final List<List<Group>> batches;
    private final StoreCheck check;
    private final EventStore store;

    HubAppend(BenchDatabase database, List<List<Contact>> batches, StoreCheck check) {
        this.database = database;
        this.batches = batches.stream().map(Polled::groups).toList();
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
    public long work(LegWatch watch) {
        long events = 0;
        long offset = 0;
        for (List<Group> batch : batches) {
            if (!watch.goesOn(events)) {
                break;
            }
            List<Outcome> outcomes = store.append(new Polled(batch, offset));
            offset += batch.size();
            events = ((Outcome.Appended) outcomes.getLast()).last();
        }
        return events;
    }

    @Override
    public List<String> check(long events) throws Exception {
        return check.of(events);
    }

    @Override
    public void close() {
        store.close();
    }
}
