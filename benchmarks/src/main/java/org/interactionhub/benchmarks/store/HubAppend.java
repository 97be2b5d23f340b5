package org.interactionhub.benchmarks.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.Batch;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.KafkaOffsets;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.NewOriginal;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Offsets.Stretch;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;

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
        this.batches = batches.stream().map(batch -> batch.stream().map(HubAppend::group).toList()).toList();
        this.check = check;
        this.store = new EventStore(database.command());
    }

    static Group group(Contact contact) {
        List<Entry> entries = new ArrayList<>();
        for (HubEvent fact : contact.facts()) {
            UUID stream = contact.stream(fact);
            boolean first = entries.isEmpty();
            NewEvent event = new NewEvent(stream, fact, contact.report().occurredAt(), contact.metadata(),
                    first ? new NewOriginal(contact.report().original()) : null);
            entries.add(first ? new Entry.IfAbsent(event) : new Entry.AtVersion(event, 0));
        }
        return new Group(entries);
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

    /** What one poll of Kafka brought. */
    private record Polled(List<Group> groups, long offset) implements Batch {

        @Override
        public Optional<Offsets> offsets() {
            return Optional.of(new Offsets(StoreCheck.TOPIC, StoreCheck.TOPIC,
                    Map.of(0, new Stretch(offset, offset + groups.size()))));
        }

        @Override
        public List<Group> decide(Present present) {
            return groups;
        }

        @Override
        public void alongside(Connection connection, List<Outcome> outcomes) {
            // what intake keeps beside the log is measured with intake
        }
    }
}
