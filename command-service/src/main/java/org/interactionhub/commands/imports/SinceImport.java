package org.interactionhub.commands.imports;

import java.util.List;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.readers.listing.Undo;

/** Reads the log from the beginning of an import on, as far as it goes, to learn what an undo takes back. */
final class SinceImport {

    private static final int PAGE = 2_000;

    private final Undo undo;
    private long position;

    /** @param position behind which the import begins */
    SinceImport(Undo undo, long position) {
        this.undo = undo;
        this.position = position;
    }

    /** Where events are read from. */
    interface Log {
        List<StoredEvent> after(long position, int limit);
    }

    void bringForward(Log log) {
        for (List<StoredEvent> page = log.after(position, PAGE); !page.isEmpty(); page = log.after(position, PAGE)) {
            page.forEach(stored -> stored.event().ifPresent(event -> undo.told(event, stored.metadata().cause())));
            position = page.getLast().position();
        }
    }

    Undo undo() {
        return undo;
    }
}
