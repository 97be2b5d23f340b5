package org.interactionhub.queries.console.segments;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.segments.SegmentPage.MemberRow;
import org.interactionhub.queries.console.segments.WhyPage.Why;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.segment.Segment;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Segments;
import org.interactionhub.queries.segment.Standing;
import org.interactionhub.queries.segment.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages about segments; asked by htmx, each answers with the part that changes. */
@Controller
public final class SegmentPages {

    private final Segments segments;
    private final PageFrames frames;
    private final Visitors visitors;

    public SegmentPages(Segments segments, PageFrames frames, Visitors visitors) {
        this.segments = segments;
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping("/segments")
    String all(HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        SegmentWords words = new SegmentWords(visitor);
        Standing standing = standing(visitor);
        model.addAttribute("cards",
                segments.all().stream().map(segment -> SegmentCard.of(segment, standing, words)).toList());
        model.addAttribute("nobody", standing.isEmpty());
        model.addAttribute("command", Commands.form(Addresses.origin(request), visitor.words()));
        return frames.answer("segments", "cards", request, visitor, model);
    }

    @GetMapping("/segments/{name}")
    String one(@PathVariable String name, @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        model.addAttribute("page",
                page(segments.named(name), Parameters.words(after), Addresses.origin(request), visitor));
        return frames.answer("segment", "members", request, visitor, model);
    }

    @GetMapping("/clients/{id}/segments")
    String why(@PathVariable ClientId id, HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        ClientId head = segments.headOf(id);
        Subject subject = standing(visitor).find(head)
                .orElseThrow(() -> Refusal.notFound("There is no client " + id + "."));
        SegmentWords words = new SegmentWords(visitor);
        List<Why> whys = segments.all().stream().map(segment -> Why.of(segment, subject, words)).toList();
        model.addAttribute("page", new WhyPage(Point.name(subject.features().name()), Addresses.client(head), whys));
        return frames.answer("segment-why", "whys", request, visitor, model);
    }

    @GetMapping("/clients/{id}/segments/badges")
    String badges(@PathVariable ClientId id, Locale locale, Model model) {
        model.addAttribute("badges", new Badges(segments).of(segments.headOf(id), visitors.visitor(locale)));
        return "segment-badges :: badges(badges=${badges})";
    }

    private SegmentPage page(Segment segment, @Nullable String after, String origin, Visitor visitor) {
        SegmentWords words = new SegmentWords(visitor);
        Standing standing = standing(visitor);
        Page<Subject> found = Segments.page(segment, standing, Segments.DEFAULT, after);
        String path = SegmentCard.href(segment);
        return new SegmentPage(SegmentCard.of(segment, standing, words),
                found.items().stream().map(member -> MemberRow.of(segment, member, words)).toList(), path,
                found.next() == null ? null : Addresses.with(path, Map.of("after", found.next())),
                Addresses.with("/", Map.of("segment", segment.name())), Candidate.of(segment, origin, visitor));
    }

    private Standing standing(Visitor visitor) {
        return segments.at(visitor.times().now());
    }
}
