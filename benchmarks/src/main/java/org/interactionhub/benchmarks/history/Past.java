package org.interactionhub.benchmarks.history;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.interactionhub.benchmarks.crowd.Crowd;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.Heard;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.eventstore.Batch;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;

/**
 * Years of contacts of the crowd, the same at every run: each a fact, and whoever is heard of for the first time becomes a
 * client with that address. Originals are left out, since nobody who reads the log for facts reads them.
 */
final class Past {

    private static final Instant END = Instant.parse("2026-11-24T00:00:00Z");
    private static final int GATHERED = 1_000;

    private final Crowd crowd = new Crowd(END);
    private final Map<ContactPoint, ClientId> clients = new TreeMap<>(
            (left, right) -> left.toString().compareTo(right.toString()));
    private final Map<String, Heard> conversations = new TreeMap<>();
    private int contacts;

    /** The facts of the next contact. */
    List<Told> next() {
        InteractionReport report = crowd.report(contacts++);
        EventMetadata metadata = new EventMetadata(null, report.reportId().toString());
        Heard heard = Heard.of(report);
        List<Told> told = new ArrayList<>();
        told.add(new Told(report.reportId().value(), new InteractionRecorded(report.interactionId(), heard),
                report.occurredAt(), metadata));
        String conversation = heard.conversation();
        if (conversation != null) {
            conversations.putIfAbsent(conversation, heard);
        }
        Participant who = report.participants().getFirst();
        who.contactPoint().filter(point -> !clients.containsKey(point)).ifPresent(point -> {
            ClientId client = new ClientId(new UUID(0, clients.size() + 1L));
            clients.put(point, client);
            told.add(new Told(client.value(), new ClientRegistered(client, Kind.PROSPECT, String.valueOf(who.name())),
                    report.occurredAt(), metadata));
            told.add(new Told(point.id().value(),
                    new ContactPointLinked(point, client, Method.FIRST_CONTACT, report.reportId(), null, null),
                    report.occurredAt(), metadata));
        });
        return told;
    }

    /** So many facts, or up to two more, so that no contact is cut in two. */
    List<Told> next(int facts) {
        List<Told> told = new ArrayList<>(facts + 2);
        while (told.size() < facts) {
            told.addAll(next());
        }
        return told;
    }

    /**
     * Puts so many facts (or up to two more) into the empty log of the hub.
     *
     * @return the last position
     */
    long fill(BenchDatabase database, int facts) throws Exception {
        database.empty();
        long written = 0;
        try (EventStore store = new EventStore(database.command())) {
            while (written < facts) {
                List<Group> groups = new ArrayList<>();
                while (groups.size() < GATHERED && written < facts) {
                    List<Told> told = next();
                    groups.add(new Group(told.stream().map(Told::entry).toList()));
                    written += told.size();
                }
                store.append(new Gathered(groups));
            }
        }
        database.execute("VACUUM (ANALYZE) store.event");
        return written;
    }

    /** Everybody heard of so far. */
    Map<ContactPoint, ClientId> clients() {
        return clients;
    }

    /** Every conversation so far, with one message of it. */
    Map<String, Heard> conversations() {
        return conversations;
    }

    private record Gathered(List<Group> groups) implements Batch {

        @Override
        public Optional<Offsets> offsets() {
            return Optional.empty();
        }

        @Override
        public List<Group> decide(Present present) {
            return groups;
        }

        @Override
        public void alongside(Connection connection, List<Outcome> outcomes) {
            // nothing stands beside these facts
        }
    }
}
