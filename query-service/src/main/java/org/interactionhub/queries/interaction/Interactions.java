package org.interactionhub.queries.interaction;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.interactionhub.events.InteractionId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredOriginal;
import org.interactionhub.queries.interaction.WholeInteraction.Fact;
import org.interactionhub.queries.interaction.WholeInteraction.Original;
import org.interactionhub.queries.timeline.FactRow;
import org.interactionhub.queries.timeline.TimelineFold;
import org.interactionhub.queries.timeline.TimelineTable;
import org.interactionhub.queries.timeline.TimelineTable.Contact;
import org.jspecify.annotations.Nullable;

/** Answers everything about one contact. */
public final class Interactions {

    private final TimelineTable timeline;
    private final InteractionTable table;
    private final EventLog log;

    public Interactions(DataSource database, TimelineTable timeline, EventLog log) {
        this.timeline = timeline;
        this.table = new InteractionTable(database);
        this.log = log;
    }

    public Optional<WholeInteraction> find(InteractionId id) {
        return timeline.contacts(List.of(id)).stream().findFirst().flatMap(this::whole);
    }

    private Optional<WholeInteraction> whole(Contact contact) {
        return TimelineFold.item(contact.facts(), contact.decisions())
                .map(item -> new WholeInteraction(item, table.clients(contact.id()),
                        contact.facts().stream().map(Interactions::fact).toList(),
                        originals(contact).stream().map(Interactions::original).toList()));
    }

    /**
     * A message of this contact as it arrived.
     *
     * @param position the fact whose message is meant; null for the first
     */
    Optional<StoredOriginal> original(InteractionId id, @Nullable Long position) {
        return timeline.contacts(List.of(id)).stream().flatMap(contact -> originals(contact).stream())
                .filter(original -> position == null || original.position() == position).findFirst();
    }

    private List<StoredOriginal> originals(Contact contact) {
        return contact.facts().stream().filter(fact -> fact.account() != null)
                .flatMap(fact -> log.originals(fact.position()).stream()).toList();
    }

    private static Fact fact(FactRow row) {
        return new Fact(row.position(), row.event(), row.occurredAt(), row.recordedAt(), row.account(), row.actor(),
                row.subject(), row.text());
    }

    private static Original original(StoredOriginal kept) {
        return new Original(kept.position(), kept.contentType(), kept.sha256(), kept.size(), kept.variant());
    }
}
