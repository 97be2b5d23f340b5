package org.interactionhub.commands.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.interactionhub.commands.contactpoint.Consequences;
import org.interactionhub.commands.contactpoint.KnownLinks;
import org.interactionhub.commands.contactpoint.LinkBook;
import org.interactionhub.commands.contactpoint.Outsiders;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;

/** What is to be appended for the records of one batch, in their order. */
final class Decision {

    private final Instant now;
    private final KnownLinks links;
    private final Set<UUID> recorded;
    private final List<Group> groups = new ArrayList<>();
    private final int[] places;
    private final long head;

    private Decision(int size, KnownLinks links, Set<UUID> recorded, Instant now, long head) {
        this.places = new int[size];
        this.links = links;
        this.recorded = recorded;
        this.now = now;
        this.head = head;
    }

    static Decision on(List<Reading> readings, LinkBook book, Present present, Instant now) {
        Set<UUID> recorded = new HashSet<>(present.begun(readings.stream().map(Reading::id).toList()));
        List<Outsiders> fresh = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading instanceof Reading.Report report && !recorded.contains(reading.id())) {
                fresh.add(report.outsiders());
            }
        }
        Decision decision = new Decision(readings.size(), KnownLinks.of(fresh, book, present), recorded, now,
                present.head());
        for (int index = 0; index < readings.size(); index++) {
            if (readings.get(index) instanceof Reading.Report report) {
                decision.decide(index, report);
            }
        }
        return decision;
    }

    private void decide(int index, Reading.Report report) {
        places[index] = groups.size();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.IfAbsent(report.fact()));
        if (!recorded.add(report.id())) {
            // the channel reported the same delivery twice; the store keeps its original beside the first if it differs
            groups.add(new Group(entries));
            return;
        }
        links.begin(report.id());
        Consequences consequences = links.conclude(report.outsiders(), () -> ClientId.next(now));
        consequences.facts().forEach(fact -> entries.add(links.next(following(report, fact))));
        groups.add(new Group(entries));
        consequences.suggestions()
                .forEach(suggestion -> groups.add(Group.of(new Entry.IfAbsent(following(report, suggestion)))));
    }

    private static NewEvent following(Reading.Report report, HubEvent fact) {
        return report.fact().followedBy(Facts.streamOf(fact), fact);
    }

    List<Group> groups() {
        return groups;
    }

    /**
     * @param index of a report among the readings
     * @param outcomes one per group
     */
    Outcome outcomeOf(int index, List<Outcome> outcomes) {
        return outcomes.get(places[index]);
    }

    /** True if the log holds a report of this id, or will with this batch. */
    boolean isRecorded(UUID report) {
        return recorded.contains(report);
    }

    /** To be told when it is durable: what it concluded need not be looked up again. */
    void keep(List<Outcome> outcomes) {
        long newHead = head;
        for (Outcome outcome : outcomes) {
            newHead = outcome instanceof Outcome.Appended appended ? Math.max(newHead, appended.last()) : newHead;
        }
        links.keep(newHead);
    }
}
