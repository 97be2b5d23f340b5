package org.interactionhub.queries.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.console.frame.Languages;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.segment.SegmentEntry.FieldEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/segments}, their members and why somebody is in one, {@code GET /api/segment-fields}, {@code POST /api/previews/segment}. Sentences come in
 * the language of {@code ?lang=}, else of {@code Accept-Language}.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public final class SegmentController {

    private final Segments segments;
    private final Visitors visitors;

    public SegmentController(Segments segments, Visitors visitors) {
        this.segments = segments;
        this.visitors = visitors;
    }

    @GetMapping("/api/segments")
    Page<SegmentEntry> list(@RequestParam(required = false) @Nullable String lang, Locale locale) {
        SegmentWords words = words(lang, locale);
        Standing standing = standing(words);
        return new Page<>(segments.all().stream().map(segment -> SegmentEntry.of(segment, standing, words)).toList(),
                null);
    }

    @GetMapping("/api/segments/{name}")
    SegmentEntry segment(@PathVariable String name, @RequestParam(required = false) @Nullable String lang,
            Locale locale) {
        SegmentWords words = words(lang, locale);
        return SegmentEntry.of(segments.named(name), standing(words), words);
    }

    @GetMapping("/api/segments/{name}/members")
    Page<MemberEntry> members(@PathVariable String name, @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String lang, Locale locale) {
        Segment segment = segments.named(name);
        SegmentWords words = words(lang, locale);
        Page<Subject> page = Segments.page(segment, standing(words),
                Parameters.limit(limit, Segments.DEFAULT, Segments.MOST), Parameters.words(after));
        List<MemberEntry> members = page.items().stream().map(member -> MemberEntry.of(segment, member, words))
                .toList();
        return new Page<>(members, page.next());
    }

    /** Also for somebody who is not in the segment. */
    @GetMapping("/api/segments/{name}/members/{clientId}/explanation")
    Explanation explanation(@PathVariable String name, @PathVariable String clientId,
            @RequestParam(required = false) @Nullable String lang, Locale locale) {
        Segment segment = segments.named(name);
        SegmentWords words = words(lang, locale);
        String nobody = "There is no client '" + clientId + "'.";
        ClientId client = segments.headOf(Parameters.id(clientId, ClientId::of, nobody));
        return standing(words).find(client).map(subject -> Explanation.of(segment, subject, words))
                .orElseThrow(() -> Refusal.notFound(nobody));
    }

    /** Whom a rule would hold now; nothing is kept. */
    @PostMapping("/api/previews/segment")
    SegmentPreview preview(@RequestBody Tried tried, @RequestParam(required = false) @Nullable String lang,
            Locale locale) {
        SegmentWords words = words(lang, locale);
        return SegmentPreview.of(Segment.tried(rule(tried)), standing(words), words);
    }

    /**
     * A rule to be tried.
     *
     * @param rule as JSON has it, null if it is missing
     */
    record Tried(@Nullable Object rule) {}

    private static Rule rule(Tried tried) {
        try {
            return RuleReader.read(tried.rule());
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(e.getMessage() + ".");
        }
    }

    @GetMapping("/api/segment-fields")
    Page<FieldEntry> fields(@RequestParam(required = false) @Nullable String lang, Locale locale) {
        SegmentWords words = words(lang, locale);
        return new Page<>(Arrays.stream(Field.values()).map(field -> FieldEntry.of(field, words)).toList(), null);
    }

    private Standing standing(SegmentWords words) {
        return segments.at(words.visitor().times().now());
    }

    private SegmentWords words(@Nullable String lang, Locale locale) {
        return new SegmentWords(visitors.visitor(Languages.chosen(lang, locale)));
    }
}
