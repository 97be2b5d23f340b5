package org.interactionhub.benchmarks.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interactionhub.benchmarks.crowd.Contact;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.Batch;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.NewOriginal;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Offsets.Stretch;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;

/**
 * What one poll of Kafka brought, as intake hands it to the store.
 *
 * @param offset of its first record, in partition 0
 */
record Polled(List<Group> groups, long offset) implements Batch {

    /** As many records as intake asks Kafka for. */
    static final int MOST = 2_000;

    /** Each contact is dropped if it came before, and so is what follows from it. */
    static List<Group> groups(List<Contact> contacts) {
        return contacts.stream().map(Polled::group).toList();
    }

    private static Group group(Contact contact) {
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
