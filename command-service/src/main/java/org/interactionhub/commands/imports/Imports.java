package org.interactionhub.commands.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.ImportEvent.Column;
import org.interactionhub.events.ImportEvent.ImportBegun;
import org.interactionhub.events.ImportEvent.ImportUndone;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.listing.Field;
import org.interactionhub.readers.listing.ListFile;
import org.interactionhub.readers.listing.ListedClient;
import org.interactionhub.readers.listing.Mapping;
import org.interactionhub.readers.listing.RowReader;
import org.interactionhub.readers.listing.Undo.Added;
import org.interactionhub.readers.listing.Undo;
import org.interactionhub.readers.matching.NotAList;
import org.jspecify.annotations.Nullable;

/** Imports lists of clients, and takes imports back. Thread-safe. */
public final class Imports {

    /** Rows, or clients, of one transaction, some four hundred facts: the gate is held for a moment, and others pass in between. */
    private static final int PORTION = 100;

    private final EventStore store;
    private final Phones phones;
    private final Clock clock;

    public Imports(EventStore store, Phones phones, Clock clock) {
        this.store = store;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * A list to be imported.
     *
     * @param file how it is called
     * @param fields what each column holds, blank where it is passed over; empty: what the header says
     * @param source where it comes from, null if nothing was said
     */
    record Order(String file, List<String> fields, @Nullable String source) {}

    /**
     * What became of a list.
     *
     * @param already whether it was imported before: then nothing was written
     * @param position of the last fact about it
     */
    record Imported(ImportId id, boolean already, long position, List<Row> rows) {}

    /**
     * What was taken back, and what was not since it was spoken of meanwhile.
     *
     * @param position of the last fact about it
     */
    record TakenBack(long position, List<Added> back, List<Added> kept) {}

    /**
     * Imports the list, or what is missing of it if it was begun before.
     *
     * @throws ImportRefused if it is no list, or was imported with other columns and that stands
     */
    Imported take(byte[] bytes, Order order, Optional<String> actor) {
        try {
            ListFile list = ListFile.read(bytes);
            Mapping mapping = Mapping.of(order.fields(), list.header());
            String sha256 = ReportedOriginal.sha256(bytes);
            ImportInLog before = ImportInLog.standing(sha256, store.log());
            ImportBegun begun = new ImportBegun(before.id(), order.file(), sha256, order.source(), list.lines().size(),
                    columns(list, mapping));
            before.beginning().filter(earlier -> !earlier.columns().equals(begun.columns())).ifPresent(_ -> {
                throw ImportRefused.otherwiseMapped(before.id());
            });
            RowReader reader = new RowReader(list.header(), mapping, phones);
            return take(begun, list.lines().stream().map(reader::read).toList(), before, actor);
        } catch (NotAList refused) {
            throw ImportRefused.noList(String.valueOf(refused.getMessage()));
        }
    }

    private static List<Column> columns(ListFile list, Mapping mapping) {
        return IntStream.range(0, list.header().size()).mapToObj(column -> new Column(list.header().get(column),
                mapping.fields().get(column).map(Field::value).orElse(null))).toList();
    }

    private Imported take(ImportBegun begun, List<ListedClient> listed, ImportInLog before, Optional<String> actor) {
        EventMetadata metadata = metadata(begun.importId(), actor);
        ImportInLog state = before;
        while (state.rows().size() < listed.size()) {
            int first = state.rows().size();
            ImportPortion portion = new ImportPortion(begun, state,
                    listed.subList(first, Math.min(listed.size(), first + PORTION)), metadata, clock.instant());
            state = store.append(portion).getFirst() instanceof Outcome.Appended appended
                    ? state.with(portion.sorted(), appended.last())
                    : meanwhile(begun);
        }
        return new Imported(begun.importId(), before.rows().size() == listed.size(), state.last(), state.rows());
    }

    /** Somebody else imports the same list at this moment, or took it back. */
    private ImportInLog meanwhile(ImportBegun begun) {
        ImportInLog state = ImportInLog.of(begun.importId(), store.log());
        if (state.undone()) {
            throw ImportRefused.undoneMeanwhile(begun.importId());
        }
        state.beginning().filter(theirs -> !theirs.columns().equals(begun.columns())).ifPresent(_ -> {
            throw ImportRefused.otherwiseMapped(begun.importId());
        });
        return state;
    }

    /**
     * Takes the import back, or what is left of it if that was begun before.
     *
     * @throws ImportRefused if there is no such import
     */
    TakenBack undo(ImportId id, @Nullable String reason, Optional<String> actor) {
        EventMetadata metadata = metadata(id, actor);
        ImportInLog state = undone(id, reason, metadata);
        SinceImport since = new SinceImport(new Undo(id), state.first() - 1);
        since.bringForward(store.log()::after);
        List<ClientId> clients = since.undo().clients();
        List<Added> back = new ArrayList<>();
        long position = state.last();
        for (int first = 0; first < clients.size(); first += PORTION) {
            UndoPortion portion = new UndoPortion(id, clients.subList(first, Math.min(clients.size(), first + PORTION)),
                    since, reason, metadata, clock.instant());
            Outcome outcome = store.append(portion).getFirst();
            if (outcome instanceof Outcome.Appended appended) {
                position = Math.max(position, appended.last());
                back.addAll(portion.takenBack());
            } else {
                throw new IllegalStateException("a decision under the gate cannot conflict, but did: " + outcome);
            }
        }
        since.bringForward(store.log()::after);
        return new TakenBack(position, back, since.undo().keeps());
    }

    /** The one fact from which everything else follows; from here on no more rows come in. */
    private ImportInLog undone(ImportId id, @Nullable String reason, EventMetadata metadata) {
        ImportInLog state = ImportInLog.of(id, store.log());
        while (state.begun() != null && !state.undone()) {
            NewEvent fact = new NewEvent(id.value(), new ImportUndone(id, reason), clock.instant(), metadata, null);
            store.append(List.of(Group.of(new Entry.AtVersion(fact, state.length()))));
            state = ImportInLog.of(id, store.log());
        }
        if (state.begun() == null) {
            throw ImportRefused.unknown(id.toString());
        }
        return state;
    }

    private static EventMetadata metadata(ImportId id, Optional<String> actor) {
        return new EventMetadata(actor.map(name -> new EventMetadata.Actor(name, false)).orElse(null), id.toString());
    }
}
