package org.interactionhub.commands.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.commands.staff.Actor;
import org.interactionhub.door.Body;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ImportEvent.Remark;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportId;
import org.interactionhub.readers.listing.ListFile;
import org.interactionhub.readers.listing.Undo.Added;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes lists of clients, and orders to take them back. */
@RestController
public final class ImportController {

    /**
     * What became of a row.
     *
     * @param clients whom it is about: one, several if they are in conflict, nobody if it was refused
     * @param linked what became hers by it
     * @param remarks what was not taken as it stands, in sentences
     */
    record ImportedRow(int row, String name, Verdict verdict, List<ClientId> clients, @Nullable Integer sameAs,
            List<ContactPoint> linked, List<String> remarks) {
        static ImportedRow of(Row row) {
            return new ImportedRow(row.row(), row.name(), row.verdict(), row.clients(), row.sameAs(), row.linked(),
                    row.remarks().stream().map(Remark::sentence).toList());
        }
    }

    /** @param already whether the list had been imported before, and nothing was written now */
    record Imported(ImportId id, long position, boolean already, Map<Verdict, Long> counts, List<ImportedRow> rows) {}

    /** @param reason in words */
    record Undoing(@Nullable String reason) {}

    /** @param kept whoever was spoken of since, and stays */
    record Undone(long position, long withdrawn, long unlinked, List<Kept> kept) {}

    /**
     * @param registered whether the list made her known; else contact points of hers stay
     * @param contactPoints those of the list that stay hers
     */
    record Kept(int row, String name, ClientId clientId, boolean registered, List<ContactPoint> contactPoints) {
        static Kept of(Added added) {
            return new Kept(added.row(), added.name(), added.client(), added.registered(), added.linked());
        }
    }

    private final Imports imports;

    public ImportController(Imports imports) {
        this.imports = imports;
    }

    /**
     * @param file how the list is called
     * @param source where it comes from
     * @param as what each column holds, in their order
     */
    @PostMapping(path = "/api/imports", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Imported take(HttpServletRequest request, @RequestParam(defaultValue = "") String file,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(name = "as", required = false) @Nullable List<String> as,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        String called = Optional.ofNullable(words(file, ImportRefused.LONGEST_NAME)).orElse("list");
        Imports.Imported imported = imports.take(Body.read(request, ListFile.MOST_BYTES),
                new Imports.Order(called, as == null ? List.of() : as, words(source, ImportRefused.LONGEST_NAME)),
                Actor.in(actor));
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        imported.rows().forEach(row -> counts.merge(row.verdict(), 1L, Long::sum));
        return new Imported(imported.id(), imported.position(), imported.already(), counts,
                imported.rows().stream().map(ImportedRow::of).toList());
    }

    @PostMapping("/api/imports/{id}/undo")
    Undone undo(@PathVariable String id, @RequestBody(required = false) @Nullable Undoing said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        Imports.TakenBack undone = imports.undo(importId(id),
                words(said == null ? null : said.reason(), ImportRefused.LONGEST_WORDS), Actor.in(actor));
        return new Undone(undone.position(), undone.back().stream().filter(Added::registered).count(),
                undone.back().stream().mapToLong(added -> added.linked().size()).sum(),
                undone.kept().stream().map(Kept::of).toList());
    }

    private static ImportId importId(String id) {
        try {
            return ImportId.of(id);
        } catch (IllegalArgumentException _) {
            throw ImportRefused.unknown(id);
        }
    }

    private static @Nullable String words(@Nullable String said, int longest) {
        if (said != null && said.length() > longest) {
            throw ImportRefused.wordy();
        }
        return said == null || said.isBlank() ? null : said.strip();
    }
}
