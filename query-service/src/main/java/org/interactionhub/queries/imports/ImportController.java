package org.interactionhub.queries.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.interactionhub.door.Body;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportId;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.readers.listing.ListFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which lists were imported, and what an import or its undo would do. */
@RestController
public final class ImportController {

    record Undoing(@Nullable String id) {}

    private final Imports imports;

    public ImportController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/api/imports")
    Page<ImportEntry> all(@RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return imports.all(Parameters.limit(limit, Imports.DEFAULT, Imports.MOST), Parameters.words(after));
    }

    @GetMapping("/api/imports/{id}")
    ImportEntry one(@PathVariable String id) {
        return imports.find(importId(id));
    }

    @GetMapping("/api/imports/{id}/rows")
    Page<SortedRow> rows(@PathVariable String id, @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return imports.rows(importId(id), Parameters.value("verdict", verdict, ImportController::verdict),
                Parameters.limit(limit, Imports.DEFAULT, Imports.MOST), Parameters.words(after));
    }

    /** @param as what each column holds, in their order */
    @PostMapping(path = "/api/previews/import", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ImportPreview preview(HttpServletRequest request,
            @RequestParam(name = "as", required = false) @Nullable List<String> as) {
        return imports.preview(Body.read(request, ListFile.MOST_BYTES), as == null ? List.of() : as);
    }

    @PostMapping("/api/previews/import-undo")
    ImportUndoPreview undo(@RequestBody Undoing asked) {
        String id = asked.id();
        if (id == null) {
            throw Refusal.badRequest("'id' is the id of an import.");
        }
        return imports.undo(importId(id));
    }

    private static ImportId importId(String id) {
        return Parameters.id(id, ImportId::of, "There is no import '" + id + "'.");
    }

    private static Verdict verdict(String value) {
        try {
            return Verdict.of(value);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("known are new, known, repeated, conflict and refused", unknown);
        }
    }
}
