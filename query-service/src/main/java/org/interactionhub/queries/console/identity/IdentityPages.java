package org.interactionhub.queries.console.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ReportId;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.clientcard.ListRow;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Chosen;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.LikenessWords;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.identity.IdentityPage.DistinctionRow;
import org.interactionhub.queries.console.identity.IdentityPage.LinkRow;
import org.interactionhub.queries.console.identity.IdentityPage.MergeRow;
import org.interactionhub.queries.console.identity.IdentityPage.Undo;
import org.interactionhub.queries.identity.ClientIdentity;
import org.interactionhub.queries.identity.Distinction;
import org.interactionhub.queries.identity.Identities;
import org.interactionhub.queries.identity.Link;
import org.interactionhub.queries.identity.Merge;
import org.interactionhub.queries.identity.MergePreview;
import org.interactionhub.queries.identity.Suspicion;
import org.interactionhub.queries.identity.SuspicionQuestion;
import org.interactionhub.queries.identity.UndoPreview;
import org.interactionhub.queries.interaction.Interactions;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.timeline.TimelineItem;
import org.interactionhub.readers.matching.Likeness;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /suggestions}, {@code /clients/{id}/compare} and {@code /clients/{id}/identity}. */
@Controller
public final class IdentityPages {

    private static final int CHOICES = 20;
    private static final int MOST_EVIDENCE = 5;
    private static final int FIRST_WORDS = 160;
    private static final List<String> GROUNDS = Stream.of(Suspicion.Ground.values()).map(Suspicion.Ground::value)
            .toList();
    private static final Likeness NONE = new Likeness(0, List.of(), List.of());

    private final Identities identities;
    private final Clients clients;
    private final Interactions interactions;
    private final PageFrames frames;
    private final Visitors visitors;

    public IdentityPages(Identities identities, Clients clients, Interactions interactions, PageFrames frames,
            Visitors visitors) {
        this.identities = identities;
        this.clients = clients;
        this.interactions = interactions;
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping("/suggestions")
    String suggestions(@RequestParam Map<String, String> parameters, HttpServletRequest request, Locale locale,
            Model model) {
        Visitor visitor = visitors.visitor(locale);
        String chosen = new Chosen(parameters).oneOf("evidence", GROUNDS);
        String after = Parameters.words(parameters.get("after"));
        SuspicionQuestion question = new SuspicionQuestion(null,
                chosen.isEmpty() ? null : Suspicion.Ground.of(chosen), Identities.DEFAULT, after);
        Page<Suspicion> found = identities.suspicions(question);
        model.addAttribute("page", new SuspicionPage(
                Stream.concat(Stream.of(""), GROUNDS.stream()).map(ground -> new SuspicionPage.Ground(
                        "suggestions.ground." + (ground.isEmpty() ? "any" : ground), suggestions(ground, null),
                        ground.equals(chosen))).toList(),
                found.items().stream().map(suspicion -> row(suspicion, visitor)).toList(),
                visitor.words().count("suggestions.count", identities.suspected(question)),
                suggestions(chosen, after), found.next() == null ? null : suggestions(chosen, found.next()),
                Commands.twins(Addresses.origin(request), visitor)));
        return frames.answer("suggestions", "found", request, visitor, model);
    }

    private static String suggestions(String ground, @Nullable String after) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("evidence", ground);
        choices.put("after", after == null ? "" : after);
        return Addresses.with("/suggestions", choices);
    }

    @GetMapping("/clients/{id}/compare")
    String compare(@PathVariable ClientId id, @RequestParam(required = false) @Nullable ClientId other,
            @RequestParam(defaultValue = "") String q, HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        if (other == null) {
            model.addAttribute("page", choose(id, q));
            return frames.answer("choose", "choices", request, visitor, model);
        }
        if (identities.areOne(id, other)) {
            return "redirect:" + Addresses.client(id); // merged since the address was written down
        }
        MergePreview preview = identities.merge(id, other);
        LikenessWords likeness = new LikenessWords(visitor.words());
        model.addAttribute("page", new ComparePage(Side.of(preview.client(), visitor),
                Side.of(preview.other(), visitor), Addresses.compare(preview.client().id(), preview.other().id()),
                Addresses.compare(preview.other().id(), preview.client().id()),
                visitor.words().count("compare.together", preview.entries()),
                preview.shared() == 0
                        ? visitor.words().say("compare.unshared")
                        : visitor.words().count("compare.shared", preview.shared()),
                preview.evidence().stream().limit(MOST_EVIDENCE)
                        .flatMap(report -> evidence(report, visitor).stream()).toList(),
                preview.listed().stream().limit(MOST_EVIDENCE).map(row -> listed(row, visitor)).toList(),
                likeness.pro(preview.likeness()), likeness.contra(preview.likeness()),
                preview.distinctions().stream()
                        .map(said -> saying(said.by(), said.recordedAt(), said.reason(), visitor)).toList()));
        return frames.answer("compare", "content", request, visitor, model);
    }

    @GetMapping("/clients/{id}/identity")
    String identity(@PathVariable ClientId id, HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        ClientIdentity identity = identities.of(id);
        ClientId head = identity.client().id();
        String path = Addresses.client(head);
        model.addAttribute("page", new IdentityPage(Point.name(identity.client().name()), path,
                path + "/compare", identity.merges().stream().map(merge -> row(merge, visitor)).toList(),
                identity.distinctions().stream().map(said -> row(said, identity, visitor)).toList(),
                identity.links().stream().map(link -> row(link, head, visitor)).toList()));
        return frames.answer("identity", "content", request, visitor, model);
    }

    private ChoosePage choose(ClientId id, String q) {
        ClientIdentity identity = identities.of(id);
        ClientId head = identity.client().id();
        List<ChoosePage.Choice> choices = Chosen.filled(q) == null
                ? List.of()
                : clients.list(q, CHOICES, null).items().stream().filter(client -> !client.id().equals(head))
                        .map(client -> new ChoosePage.Choice(Point.name(client.name()), client.kind().value(),
                                client.contactPoints().stream()
                                        .map(point -> Point.readable(point.type(), point.value()))
                                        .collect(Collectors.joining(", ")),
                                Addresses.compare(head, client.id())))
                        .toList();
        return new ChoosePage(Point.name(identity.client().name()), Addresses.client(head),
                Addresses.client(head) + "/compare", q, choices);
    }

    private SuspicionRow row(Suspicion suspicion, Visitor visitor) {
        ClientId one = suspicion.client().id();
        ClientId two = suspicion.other().id();
        Evidence newest = suspicion.evidence().stream().limit(1)
                .flatMap(report -> evidence(report, visitor).stream()).findFirst().orElse(null);
        Likeness likeness = suspicion.likeness() == null ? NONE : suspicion.likeness();
        LikenessWords words = new LikenessWords(visitor.words());
        return new SuspicionRow(one + "-" + two, Point.name(suspicion.client().name()), Addresses.client(one),
                Point.name(suspicion.other().name()), Addresses.client(two), Addresses.compare(one, two), newest,
                visitor.words().count("suggestions.evidence", suspicion.evidence().size()),
                suspicion.listed().stream().findFirst().map(row -> listed(row, visitor)).orElse(null),
                String.join("; ", words.pro(likeness)), String.join("; ", words.contra(likeness)));
    }

    private static ListedSign listed(ListRow row, Visitor visitor) {
        return new ListedSign(visitor.words().say("suggestions.listed", row.row(), row.file()),
                "/imports/" + row.importId());
    }

    private Optional<Evidence> evidence(ReportId report, Visitor visitor) {
        InteractionId contact = identities.contactOf(report);
        return contact == null
                ? Optional.empty()
                : interactions.find(contact).map(whole -> evidence(whole.item(), visitor));
    }

    private static Evidence evidence(TimelineItem item, Visitor visitor) {
        String subject = item.subject();
        String channel = visitor.words().say("channel." + item.channel().value());
        return new Evidence(item.channel().value(), subject == null || subject.isBlank() ? channel : subject,
                visitor.times().moment(item.occurredAt()), beginning(item.text()),
                Addresses.original(item.interactionId()) + "/frame");
    }

    private static @Nullable String beginning(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= FIRST_WORDS ? line : line.substring(0, FIRST_WORDS).strip() + "…";
    }

    private MergeRow row(Merge merge, Visitor visitor) {
        Merge.Undone undone = merge.undone();
        return new MergeRow(merge.id(), Point.name(merge.client().name()), Point.name(merge.other().name()),
                saying(merge.by(), merge.recordedAt(), merge.evidence(), visitor),
                undone == null ? null : saying(undone.by(), undone.recordedAt(), undone.reason(), visitor),
                undone == null ? undo(identities.undo(merge.position()), visitor) : null);
    }

    private static Undo undo(UndoPreview preview, Visitor visitor) {
        return new Undo(visitor.words().count("clients.entries", preview.entries()),
                preview.returns().stream().map(Point::of).toList(),
                preview.learned().stream().map(Point::of).toList());
    }

    private static DistinctionRow row(Distinction said, ClientIdentity identity, Visitor visitor) {
        boolean isHers = identity.members().stream().anyMatch(member -> member.id().equals(said.client().id()));
        return new DistinctionRow((isHers ? said.other() : said.client()).id().toString(),
                Point.name(said.client().name()), Point.name(said.other().name()),
                saying(said.by(), said.recordedAt(), said.reason(), visitor), said.stands());
    }

    private static LinkRow row(Link link, ClientId head, Visitor visitor) {
        List<String> how = new ArrayList<>();
        how.add(visitor.words().say("method." + link.method().value()));
        Stream.ofNullable(link.by()).forEach(how::add);
        return new LinkRow("link-" + link.position(), Point.of(link.type(), link.value(), link.as()),
                Addresses.with("", Map.of("type", link.type().value(), "value", link.value())).substring(1),
                link.madeFor().id().equals(head) ? null : Point.name(link.madeFor().name()),
                String.join(" · ", how), visitor.times().moment(link.since()), valid(link, visitor), link.stands());
    }

    private static @Nullable String valid(Link link, Visitor visitor) {
        if (link.validFrom() == null && link.validUntil() == null) {
            return null;
        }
        String from = link.validFrom() == null ? "…" : visitor.times().date(link.validFrom());
        String until = link.validUntil() == null ? "…" : visitor.times().date(link.validUntil());
        return from + " – " + until;
    }

    private static Saying saying(@Nullable String by, Instant at, @Nullable String why, Visitor visitor) {
        Moment moment = visitor.times().moment(at);
        return new Saying(visitor.words().by(by, moment), moment, why);
    }
}
