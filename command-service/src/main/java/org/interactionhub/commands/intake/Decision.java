package org.interactionhub.commands.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.interactionhub.commands.contactpoint.Consequences;
import org.interactionhub.commands.contactpoint.KnownLinks;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.NewOriginal;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;

/** What is to be appended for the records of one batch, in their order. */
final class Decision {

    private final Instant now;
    private final KnownLinks links;
    private final Set<UUID> recorded;
    private final List<Group> groups = new ArrayList<>();
    private final int[] places;

    private Decision(int size, KnownLinks links, Set<UUID> recorded, Instant now) {
        this.places = new int[size];
        this.links = links;
        this.recorded = recorded;
        this.now = now;
    }

    static Decision on(List<Reading> readings, Present present, Instant now) {
        Set<UUID> recorded = new HashSet<>(
                present.streams(readings.stream().map(Reading::id).toList()).keySet());
        List<InteractionReport> fresh = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading instanceof Reading.Report(var report) && !recorded.contains(reading.id())) {
                fresh.add(report);
            }
        }
        Decision decision = new Decision(readings.size(), KnownLinks.of(present, fresh), recorded, now);
        for (int index = 0; index < readings.size(); index++) {
            if (readings.get(index) instanceof Reading.Report(var report)) {
                decision.decide(index, report);
            }
        }
        return decision;
    }

    private void decide(int index, InteractionReport report) {
        places[index] = groups.size();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.IfAbsent(new NewEvent(report.reportId().value(), Facts.of(report), report.occurredAt(),
                causedBy(report), new NewOriginal(report.original()))));
        if (!recorded.add(report.reportId().value())) {
            // the channel reported the same delivery twice; the store keeps its original beside the first if it differs
            groups.add(new Group(entries));
            return;
        }
        Consequences consequences = links.conclude(report, () -> ClientId.next(now));
        for (HubEvent fact : consequences.facts()) {
            NewEvent event = event(fact, report);
            entries.add(new Entry.AtVersion(event, links.nextVersion(event.stream())));
        }
        groups.add(new Group(entries));
        consequences.suggestions()
                .forEach(suggestion -> groups.add(Group.of(new Entry.IfAbsent(event(suggestion, report)))));
    }

    private static NewEvent event(HubEvent fact, InteractionReport report) {
        return new NewEvent(Facts.streamOf(fact), fact, report.occurredAt(), causedBy(report), null);
    }

    private static EventMetadata causedBy(InteractionReport report) {
        return new EventMetadata(null, report.reportId().toString());
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
}
