package org.interactionhub.commands.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent.ImportBegun;
import org.interactionhub.events.ImportEvent.ImportUndone;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportEvent.RowsImported;
import org.interactionhub.events.ImportId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * How far an import came, as its stream tells.
 *
 * @param begun null if it was not
 * @param rows what became of those that are imported, in the order of the list
 * @param length how many events the stream has
 * @param first position of the stream's first event, 0 if it has none
 * @param last position of its last event, 0 if it has none
 */
record ImportInLog(ImportId id, @Nullable ImportBegun begun, List<Row> rows, boolean undone, int length, long first,
        long last) {

    static ImportInLog of(ImportId id, EventLog log) {
        ImportBegun begun = null;
        List<Row> rows = new ArrayList<>();
        boolean undone = false;
        List<StoredEvent> stream = log.stream(id.value());
        for (StoredEvent stored : stream) {
            HubEvent event = stored.event().orElse(null);
            if (event instanceof ImportBegun beginning) {
                begun = beginning;
            } else if (event instanceof RowsImported imported) {
                rows.addAll(imported.rows());
            } else if (event instanceof ImportUndone) {
                undone = true;
            }
        }
        return new ImportInLog(id, begun, rows, undone, stream.size(),
                stream.isEmpty() ? 0 : stream.getFirst().position(),
                stream.isEmpty() ? 0 : stream.getLast().position());
    }

    /**
     * With the next portion, and the beginning if that was it.
     *
     * @param more rows of the portion
     * @param position where it ends
     */
    ImportInLog with(List<Row> more, long position) {
        return new ImportInLog(id, begun, Stream.concat(rows.stream(), more.stream()).toList(), undone,
                length == 0 ? 2 : length + 1, first, position);
    }

    /** The import of this list that stands or is to begin: those before it were undone. */
    static ImportInLog standing(String sha256, EventLog log) {
        int undone = 0;
        ImportInLog found = of(ImportId.of(sha256, undone), log);
        while (found.undone()) {
            undone++;
            found = of(ImportId.of(sha256, undone), log);
        }
        return found;
    }

    Optional<ImportBegun> beginning() {
        return Optional.ofNullable(begun);
    }
}
