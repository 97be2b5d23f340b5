package org.interactionhub.queries.console.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.door.Body;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportId;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.imports.ImportPage.Choice;
import org.interactionhub.queries.console.imports.PreviewPart.Group;
import org.interactionhub.queries.imports.ImportEntry;
import org.interactionhub.queries.imports.ImportPreview;
import org.interactionhub.queries.imports.ImportUndoPreview;
import org.interactionhub.queries.imports.Imports;
import org.interactionhub.queries.imports.SortedRow;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.readers.listing.Field;
import org.interactionhub.readers.listing.ListFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /imports}, {@code /imports/new}, {@code /imports/{id}} and {@code /imports/{id}/undo}. */
@Controller
public final class ImportPages {

    private static final String LIST = "/imports";

    private final Imports imports;
    private final PageFrames frames;
    private final Visitors visitors;

    public ImportPages(Imports imports, PageFrames frames, Visitors visitors) {
        this.imports = imports;
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping(LIST)
    String list(@RequestParam(required = false) @Nullable String after, HttpServletRequest request, Locale locale,
            Model model) {
        Visitor visitor = visitors.visitor(locale);
        Page<ImportEntry> found = imports.all(Imports.DEFAULT, Parameters.words(after));
        model.addAttribute("page",
                new ImportListPage(found.items().stream().map(entry -> line(entry, visitor)).toList(),
                        found.next() == null ? null : Addresses.with(LIST, Map.of("after", found.next()))));
        return frames.answer("imports", "content", request, visitor, model);
    }

    @GetMapping("/imports/new")
    String begin(HttpServletRequest request, Locale locale, Model model) {
        return frames.answer("import-new", "content", request, visitors.visitor(locale), model);
    }

    /** A part of the page on which an import begins. */
    @PostMapping(path = "/imports/preview", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    String preview(HttpServletRequest request, @RequestParam(name = "as", required = false) @Nullable List<String> as,
            Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        ImportPreview preview = imports.preview(Body.read(request, ListFile.MOST_BYTES), as == null ? List.of() : as);
        model.addAttribute("preview", new PreviewPart(
                preview.already() == null ? null : LIST + "/" + preview.already(),
                visitor.words().count("imports.rows", preview.rows()), preview.complaint(),
                preview.columns().stream()
                        .map(column -> new PreviewPart.Column(column.header(),
                                column.field() == null ? "" : column.field(), String.join(" · ", column.examples())))
                        .toList(),
                Arrays.stream(Field.values()).map(Field::value).toList(), groups(preview, visitor)));
        return "import-new :: preview";
    }

    private static List<Group> groups(ImportPreview preview, Visitor visitor) {
        return Arrays.stream(Verdict.values()).filter(verdict -> preview.count(verdict) > 0).map(verdict -> {
            List<ImportRow> rows = preview.sorted().stream().filter(row -> row.verdict() == verdict)
                    .map(row -> row(row, visitor)).toList();
            return new Group(verdict.value(), words(verdict, preview.count(verdict), visitor),
                    preview.count(verdict) > rows.size(), rows);
        }).toList();
    }

    @GetMapping("/imports/{id}")
    String one(@PathVariable ImportId id, @RequestParam(defaultValue = "") String verdict,
            @RequestParam(required = false) @Nullable String after, HttpServletRequest request, Locale locale,
            Model model) {
        Visitor visitor = visitors.visitor(locale);
        ImportEntry entry = imports.find(id);
        Verdict chosen = Arrays.stream(Verdict.values()).filter(each -> each.value().equals(verdict)).findFirst()
                .orElse(null);
        Page<SortedRow> rows = imports.rows(id, chosen, Imports.DEFAULT, Parameters.words(after));
        ImportEntry.Undone undone = entry.undone();
        model.addAttribute("page", new ImportPage(line(entry, visitor),
                undone == null ? null : visitor.words().by(undone.by(), visitor.times().moment(undone.recordedAt())),
                undone == null ? null : undone.reason(),
                visitor.words().count("imports.withdrawn", undone == null ? 0 : undone.withdrawn()),
                choices(entry, chosen, visitor), rows.items().stream().map(row -> row(row, visitor)).toList(),
                rows.next() == null
                        ? null
                        : Addresses.with(path(id), Map.of("verdict", verdict, "after", rows.next()))));
        return frames.answer("import", "content", request, visitor, model);
    }

    private static List<Choice> choices(ImportEntry entry, @Nullable Verdict chosen, Visitor visitor) {
        Choice all = new Choice("", visitor.words().count("imports.rows", entry.rows()), path(entry.id()),
                chosen == null);
        return Stream.concat(Stream.of(all), Arrays.stream(Verdict.values()).filter(each -> entry.count(each) > 0)
                .map(each -> new Choice(each.value(), words(each, entry.count(each), visitor),
                        Addresses.with(path(entry.id()), Map.of("verdict", each.value())), each == chosen)))
                .toList();
    }

    @GetMapping("/imports/{id}/undo")
    String undo(@PathVariable ImportId id, HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        ImportEntry entry = imports.find(id);
        if (entry.undone() != null) {
            return "redirect:" + path(id); // taken back since the address was written down
        }
        ImportUndoPreview preview = imports.undo(id);
        model.addAttribute("page", new ImportPage.Undo("/api" + path(id) + "/undo", path(id), path(id), entry.file(),
                visitor.words().count("imports.withdraws", preview.withdrawn()),
                visitor.words().count("imports.unlinks", preview.unlinked()),
                preview.kept().stream().map(kept -> new ImportPage.Kept(Point.name(kept.client().name()),
                        Addresses.client(kept.client().id()), kept.registered(),
                        kept.contactPoints().stream().map(Point::of).toList())).toList()));
        return frames.answer("import-undo", "content", request, visitor, model);
    }

    private static String path(ImportId id) {
        return LIST + "/" + id;
    }

    private static ImportListPage.Line line(ImportEntry entry, Visitor visitor) {
        Moment at = visitor.times().moment(entry.recordedAt());
        return new ImportListPage.Line(path(entry.id()), entry.file(), entry.source(),
                visitor.words().by(entry.by(), at), at, visitor.words().count("imports.rows", entry.rows()),
                Arrays.stream(Verdict.values()).filter(verdict -> entry.count(verdict) > 0)
                        .map(verdict -> words(verdict, entry.count(verdict), visitor)).toList(),
                entry.undone() != null);
    }

    private static String words(Verdict verdict, long rows, Visitor visitor) {
        return visitor.words().count("imports.verdict." + verdict.value(), rows);
    }

    private static ImportRow row(SortedRow row, Visitor visitor) {
        return new ImportRow(row.row(), Point.name(row.name()), row.verdict().value(),
                row.clients().stream()
                        .map(client -> new ImportRow.Who(Point.name(client.name()), Addresses.client(client.id())))
                        .toList(),
                row.verdict() == Verdict.CONFLICT && row.clients().size() > 1
                        ? Addresses.compare(row.clients().getFirst().id(), row.clients().get(1).id())
                        : null,
                row.sameAs(), row.linked().stream().map(Point::of).toList(),
                row.remarks().stream()
                        .map(remark -> visitor.words().say("imports.remark." + remark.kind().value(), remark.value()))
                        .toList());
    }
}
