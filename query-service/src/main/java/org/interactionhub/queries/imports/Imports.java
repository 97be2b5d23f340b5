package org.interactionhub.queries.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.queries.reading.Cursor;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.listing.Field;
import org.interactionhub.readers.listing.ListFile;
import org.interactionhub.readers.listing.ListedClient;
import org.interactionhub.readers.listing.Mapping;
import org.interactionhub.readers.listing.RowReader;
import org.interactionhub.readers.listing.Sorting;
import org.interactionhub.readers.listing.Undo.Added;
import org.interactionhub.readers.listing.Undo;
import org.interactionhub.readers.matching.NotAList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Answers what an import would do, did, and what its undo would take back. */
public final class Imports {

    public static final int DEFAULT = 50;
    public static final int MOST = 500;

    /** So many rows of each verdict a preview shows. */
    static final int SHOWN = 200;

    private static final int EXAMPLES = 3;
    private static final int PAGE = 2_000;

    private final ImportTable table;
    private final EventLog log;
    private final Phones phones;
    private final Clock clock;

    public Imports(DataSource database, EventLog log, Phones phones, Clock clock) {
        this.table = new ImportTable(database);
        this.log = log;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * The latest first.
     *
     * @param limit 1 to {@link #MOST}
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<ImportEntry> all(int limit, @Nullable String after) {
        List<ImportEntry> found = table.imports(after == null ? Long.MAX_VALUE : Cursor.parse(after, 1).number(0),
                limit + 1);
        List<ImportEntry> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(shown,
                found.size() > shown.size() ? Cursor.of(shown.getLast().position()).text() : null);
    }

    /** @throws Refusal 404 if there is no such import */
    public ImportEntry find(ImportId id) {
        return table.find(id).orElseThrow(() -> unknown(id.toString()));
    }

    static Refusal unknown(String id) {
        return Refusal.notFound("There is no import '" + id + "'.");
    }

    /**
     * The rows of an import in their order.
     *
     * @param verdict only those of which this became, null for all
     * @param limit 1 to {@link #MOST}
     * @throws Refusal 404 if there is no such import
     */
    public Page<SortedRow> rows(ImportId id, @Nullable Verdict verdict, int limit, @Nullable String after) {
        find(id);
        List<SortedRow> found = table.rows(id, verdict,
                after == null ? 0 : Math.toIntExact(Cursor.parse(after, 1).number(0)), limit + 1);
        List<SortedRow> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(shown, found.size() > shown.size() ? Cursor.of((long) shown.getLast().row()).text() : null);
    }

    /**
     * What an import of this list would do now.
     *
     * @param chosen what each column holds, blank where it is passed over; empty: what the header says
     * @throws Refusal 422 if it is no list
     */
    public ImportPreview preview(byte[] bytes, List<String> chosen) {
        try {
            ListFile list = ListFile.read(bytes);
            ImportId already = standing(ReportedOriginal.sha256(bytes));
            try {
                Mapping mapping = Mapping.of(chosen, list.header());
                Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
                List<SortedRow> sorted = sort(list, mapping, counts);
                return new ImportPreview(already, list.lines().size(), columns(list, mapping), null, counts, sorted);
            } catch (NotAList otherwise) {
                return new ImportPreview(already, list.lines().size(), columns(list, asChosen(chosen, list)),
                        String.valueOf(otherwise.getMessage()), Map.of(), List.of());
            }
        } catch (NotAList none) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(none.getMessage()));
        }
    }

    private static Mapping asChosen(List<String> chosen, ListFile list) {
        return chosen.size() == list.header().size()
                ? new Mapping(chosen.stream().map(Field::find).toList())
                : Mapping.proposedFor(list.header());
    }

    private @Nullable ImportId standing(String sha256) {
        int undone = 0;
        Optional<ImportEntry> found = table.find(ImportId.of(sha256, undone));
        while (found.isPresent() && found.get().undone() != null) {
            undone++;
            found = table.find(ImportId.of(sha256, undone));
        }
        return found.filter(ImportEntry::isWhole).map(ImportEntry::id).orElse(null);
    }

    private static List<ImportPreview.Column> columns(ListFile list, Mapping mapping) {
        return IntStream.range(0, list.header().size())
                .mapToObj(column -> new ImportPreview.Column(list.header().get(column),
                        mapping.fields().get(column).map(Field::value).orElse(null),
                        list.lines().stream().map(line -> line.cells().get(column)).filter(cell -> !cell.isEmpty())
                                .distinct().limit(EXAMPLES).toList()))
                .toList();
    }

    /** Rows see what rows before them would do, though nothing is written. */
    private List<SortedRow> sort(ListFile list, Mapping mapping, Map<Verdict, Long> counts) {
        RowReader reader = new RowReader(list.header(), mapping, phones);
        List<ListedClient> listed = list.lines().stream().map(reader::read).toList();
        Set<ContactPoint> points = new HashSet<>();
        listed.forEach(row -> points.addAll(row.contactPoints()));
        Map<ContactPoint, Named> known = table.owners(points);
        Map<ContactPoint, ContactPointClass> classes = table.classes();
        Map<ClientId, Named> names = new HashMap<>();
        known.values().forEach(client -> names.put(client.id(), client));
        Map<ContactPoint, ClientId> owners = new HashMap<>();
        known.forEach((point, client) -> owners.put(point, client.id()));
        Sorting sorting = new Sorting();
        List<SortedRow> shown = new ArrayList<>();
        for (ListedClient client : listed) {
            ListedClient told = client.by(point -> classes.getOrDefault(point, ContactPointClass.PERSONAL));
            Row row = sorting.sort(told, point -> Optional.ofNullable(owners.get(point)),
                    () -> ClientId.next(clock.instant()));
            row.linked().forEach(point -> owners.put(point, row.clients().getFirst()));
            if (counts.merge(row.verdict(), 1L, Long::sum) <= SHOWN) {
                shown.add(new SortedRow(row.row(), row.name(), row.verdict(),
                        row.clients().stream().filter(names::containsKey).map(names::get).toList(), row.sameAs(),
                        row.linked(), row.remarks().stream().map(SortedRow.Said::of).toList()));
            }
        }
        return shown;
    }

    /**
     * What an undo of this import would take back now: whatever was recorded since the import began is read for it.
     *
     * @throws Refusal 404 if there is no such import
     */
    public ImportUndoPreview undo(ImportId id) {
        Undo undo = new Undo(id);
        long position = find(id).position() - 1;
        for (List<StoredEvent> page = log.after(position, PAGE); !page.isEmpty(); page = log.after(position, PAGE)) {
            page.forEach(stored -> stored.event().ifPresent(event -> undo.told(event, stored.metadata().cause())));
            position = page.getLast().position();
        }
        List<Added> back = undo.takesBack(undo.clients());
        List<Added> kept = undo.keeps();
        Map<ClientId, String> names = table.names(kept.stream().map(Added::client).toList());
        return new ImportUndoPreview(back.stream().filter(Added::registered).count(),
                back.stream().mapToLong(added -> added.linked().size()).sum(),
                kept.stream().map(added -> new ImportUndoPreview.Kept(added.row(),
                        new Named(added.client(), names.getOrDefault(added.client(), added.name())),
                        added.registered(), added.linked())).toList());
    }
}
