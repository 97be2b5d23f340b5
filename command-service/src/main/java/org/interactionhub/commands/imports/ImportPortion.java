package org.interactionhub.commands.imports;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.interactionhub.commands.contactpoint.KnownLinks;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent.ImportBegun;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportEvent.RowsImported;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.InteractionEvent.NoteAdded;
import org.interactionhub.events.InteractionId;
import org.interactionhub.eventstore.Batch;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;
import org.interactionhub.readers.listing.ListedClient;
import org.interactionhub.readers.listing.Particulars;
import org.interactionhub.readers.listing.Sorting;

/**
 * The next rows of a list, decided while the log stands still and written with what became of them: all of it, or, if
 * somebody else went on with the import meanwhile, nothing.
 */
final class ImportPortion implements Batch {

    private final ImportBegun begun;
    private final ImportInLog before;
    private final List<ListedClient> rows;
    private final EventMetadata metadata;
    private final Instant now;
    private List<Row> sorted = List.of();

    /**
     * @param before how far the import came
     * @param rows the next ones of the list
     */
    ImportPortion(ImportBegun begun, ImportInLog before, List<ListedClient> rows, EventMetadata metadata, Instant now) {
        this.begun = begun;
        this.before = before;
        this.rows = rows;
        this.metadata = metadata;
        this.now = now;
    }

    @Override
    public Optional<Offsets> offsets() {
        return Optional.empty();
    }

    @Override
    public List<Group> decide(Present present) {
        KnownLinks links = KnownLinks.of(rows.stream().flatMap(row -> row.contactPoints().stream()).toList(), present);
        Sorting sorting = new Sorting();
        before.rows().forEach(sorting::note);
        List<Entry> entries = new ArrayList<>();
        List<Row> found = new ArrayList<>();
        for (ListedClient listed : rows) {
            Row row = sorting.sort(listed.by(links::classOf), links::ownerOf,
                    () -> ClientId.next(now));
            found.add(row);
            follow(listed, row, links, entries);
        }
        sorted = found;
        int next = before.length();
        UUID stream = begun.importId().value();
        if (next == 0) {
            entries.addFirst(new Entry.AtVersion(fact(stream, begun), next++)); // an undo reads on from there
        }
        entries.add(new Entry.AtVersion(fact(stream, new RowsImported(begun.importId(), found)), next));
        return List.of(new Group(entries));
    }

    private void follow(ListedClient listed, Row row, KnownLinks links, List<Entry> entries) {
        if (row.verdict() == Verdict.NEW) {
            register(listed, row.clients().getFirst(), links, entries);
        }
        for (ContactPoint point : row.linked()) {
            entries.add(links.next(fact(point.id().value(), new ContactPointLinked(point, row.clients().getFirst(),
                    Method.IMPORT, null, links.freeSince(point), null))));
        }
    }

    private void register(ListedClient listed, ClientId client, KnownLinks links, List<Entry> entries) {
        entries.add(links.next(fact(client.value(), new ClientRegistered(client, listed.kind(), listed.name()))));
        Particulars told = listed.particulars();
        if (told.isAny()) {
            entries.add(links.next(fact(client.value(),
                    new PartyStated(client, told.party(), null, told.taxNumber(), told.city()))));
        }
        if (listed.owner() != null) {
            entries.add(links.next(fact(client.value(), new OwnerAssigned(client, listed.owner(), now))));
        }
        String note = listed.note();
        if (note != null) {
            InteractionId id = InteractionId.next(now);
            entries.add(links.next(fact(id.value(), new NoteAdded(id, client, now, begun.file(), note))));
        }
    }

    private NewEvent fact(UUID stream, HubEvent event) {
        return new NewEvent(stream, event, now, metadata, null);
    }

    @Override
    public void alongside(Connection connection, List<Outcome> outcomes) {
        // nothing but facts
    }

    /** What became of the rows, once they are durable. */
    List<Row> sorted() {
        return sorted;
    }
}
