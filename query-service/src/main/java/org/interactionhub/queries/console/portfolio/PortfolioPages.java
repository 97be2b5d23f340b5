package org.interactionhub.queries.console.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.interactionhub.queries.clientcard.ClientQuestion;
import org.interactionhub.queries.console.clients.ClientListFilter;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Chosen;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.portfolio.PortfolioPage.Choice;
import org.interactionhub.queries.console.portfolio.PortfolioPage.ContactRow;
import org.interactionhub.queries.console.portfolio.PortfolioPage.Named;
import org.interactionhub.queries.console.portfolio.PortfolioPage.OwnedRow;
import org.interactionhub.queries.console.portfolio.PortfolioPage.Preview;
import org.interactionhub.queries.console.portfolio.PortfolioPage.PromiseRow;
import org.interactionhub.queries.console.portfolio.PortfolioPage.Wish;
import org.interactionhub.queries.portfolio.Handover;
import org.interactionhub.queries.portfolio.HandoverPreview.ChangingHands;
import org.interactionhub.queries.portfolio.HandoverPreview.StandIn;
import org.interactionhub.queries.portfolio.HandoverPreview;
import org.interactionhub.queries.portfolio.HandoverQuestion;
import org.interactionhub.queries.portfolio.LatestContact;
import org.interactionhub.queries.portfolio.Portfolio;
import org.interactionhub.queries.portfolio.Portfolios;
import org.interactionhub.queries.portfolio.Promise;
import org.interactionhub.queries.portfolio.WholePortfolio;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Segments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /portfolios} and {@code /portfolios/{owner}}. */
@Controller
public final class PortfolioPages {

    private static final int HANDOVERS = 20;
    private static final int PROMISES = 30;
    private static final int FIRST = 10;

    private final Portfolios portfolios;
    private final Segments segments;
    private final PageFrames frames;
    private final Visitors visitors;

    public PortfolioPages(Portfolios portfolios, Segments segments, PageFrames frames, Visitors visitors) {
        this.portfolios = portfolios;
        this.segments = segments;
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping("/portfolios")
    String all(@RequestParam(required = false) @Nullable String after, HttpServletRequest request, Locale locale,
            Model model) {
        Visitor visitor = visitors.visitor(locale);
        Page<Handover> told = portfolios.handovers(null, HANDOVERS, Parameters.words(after));
        List<Portfolio> all = portfolios.all();
        boolean owned = all.stream().anyMatch(portfolio -> portfolio.owner() != null);
        model.addAttribute("page", new PortfolioListPage(
                owned ? all.stream().map(portfolio -> row(portfolio, visitor)).toList() : List.of(),
                told.items().stream().map(handover -> HandoverRow.of(handover, visitor)).toList(),
                told.next() == null ? null : Addresses.with("/portfolios", Map.of("after", told.next())),
                Commands.owner(Addresses.origin(request), visitor.words())));
        return frames.answer("portfolios", "content", request, visitor, model);
    }

    @GetMapping("/portfolios/{owner}")
    String one(@PathVariable String owner, @RequestParam Map<String, String> chosen, HttpServletRequest request,
            Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        model.addAttribute("page", page(owner, new Chosen(chosen), visitor));
        return frames.answer("portfolio", "found", request, visitor, model);
    }

    private PortfolioPage page(String owner, Chosen chosen, Visitor visitor) {
        Map<String, String> parameters = new HashMap<>(chosen.parameters());
        parameters.put("owner", owner);
        ClientListFilter filter = ClientListFilter.of(parameters, segments.all());
        ClientQuestion question = filter.question(segments, visitor.times().now(),
                Parameters.words(parameters.get("after")));
        WholePortfolio whole = portfolios.of(question);
        Wish wish = new Wish(chosen.words("to"), chosen.day("since"), chosen.day("until"));
        String complaint = complaint(whole, wish, visitor);
        String path = Addresses.portfolio(owner);
        SegmentWords words = new SegmentWords(visitor);
        return new PortfolioPage(HandoverRow.name(whole.portfolio().owner(), visitor), path, owner,
                counted(whole.portfolio(), visitor), filter,
                segments.all().stream().map(one -> new Choice(one.name(), words.title(one))).toList(), wish,
                complaint == null ? null : visitor.words().say(complaint),
                wish.to().isEmpty() || complaint != null ? null : preview(question, wish, visitor),
                whole.promises().stream().limit(PROMISES).map(promise -> row(promise, visitor)).toList(),
                rest(whole.portfolio().plans() - PROMISES, visitor),
                whole.contacts().stream().limit(FIRST).map(contact -> row(contact, visitor)).toList(),
                visitor.words().count("clients.hits", whole.hits()),
                whole.items().stream().map(client -> row(client, visitor)).toList(), more(path, filter, wish, whole),
                portfolios.handovers(owner, HANDOVERS, null).items().stream()
                        .map(handover -> HandoverRow.of(handover, visitor)).toList());
    }

    private static @Nullable String complaint(WholePortfolio whole, Wish wish, Visitor visitor) {
        if (wish.to().isEmpty()) {
            return null;
        }
        if (wish.to().equals(whole.portfolio().owner())) {
            return "portfolio.same";
        }
        Instant since = Chosen.beginOf(wish.since(), visitor.times().zone());
        Instant until = Chosen.endOf(wish.until(), visitor.times().zone());
        if (until != null && !until.isAfter(since == null ? visitor.times().now() : since)) {
            return "portfolio.early";
        }
        if (whole.hits() > Portfolios.MOST_CLIENTS) {
            return "portfolio.toomany";
        }
        return whole.hits() == 0 ? "portfolio.nobody" : null;
    }

    private Preview preview(ClientQuestion question, Wish wish, Visitor visitor) {
        String owner = question.owner();
        boolean nobodys = ClientQuestion.NOBODY.equals(owner);
        Instant since = Chosen.beginOf(wish.since(), visitor.times().zone());
        Instant until = Chosen.endOf(wish.until(), visitor.times().zone());
        HandoverPreview preview = portfolios.preview(new HandoverQuestion(nobodys ? null : owner, wish.to(), since,
                until, null, question.q(), question.kind(), question.among(), question.last()));
        List<ChangingHands> clients = preview.clients();
        long standIns = clients.stream().filter(client -> client.standIn() != null).count();
        return new Preview(nobodys ? "" : String.valueOf(owner), wish.to(),
                visitor.words().count("portfolio.change", preview.count()),
                HandoverRow.time(preview.since(), until, visitor),
                visitor.words().count("portfolio.along", preview.plans()),
                preview.overdue() == 0 ? null : visitor.words().count("portfolio.overdue", preview.overdue()),
                preview.promises().stream().limit(FIRST).map(promise -> row(promise, visitor)).toList(),
                standIns == 0 ? null : visitor.words().count("portfolio.standins", standIns),
                inOrderOfInterest(clients).limit(FIRST).map(client -> named(client, visitor)).toList(),
                rest(clients.size() - FIRST, visitor),
                clients.stream().map(client -> client.id().toString()).collect(Collectors.joining("\n")),
                since == null ? "" : since.toString(), until == null ? "" : until.toString());
    }

    private static @Nullable String rest(long left, Visitor visitor) {
        return left <= 0 ? null : visitor.words().count("portfolio.rest", left);
    }

    /** Those first for whom somebody stands in. */
    private static Stream<ChangingHands> inOrderOfInterest(List<ChangingHands> clients) {
        return Stream.concat(clients.stream().filter(client -> client.standIn() != null),
                clients.stream().filter(client -> client.standIn() == null));
    }

    private static Named named(ChangingHands client, Visitor visitor) {
        StandIn standIn = client.standIn();
        return new Named(Point.name(client.name()), Addresses.client(client.id()),
                standIn == null
                        ? null
                        : visitor.words().say("portfolio.standin", HandoverRow.name(standIn.to(), visitor),
                                HandoverRow.name(standIn.from(), visitor),
                                visitor.times().date(standIn.until().minusMillis(1))));
    }

    private static @Nullable String more(String path, ClientListFilter filter, Wish wish, WholePortfolio whole) {
        if (whole.next() == null) {
            return null;
        }
        Map<String, String> choices = filter.choices();
        choices.remove("owner");
        choices.put("to", wish.to());
        choices.put("since", wish.since());
        choices.put("until", wish.until());
        choices.put("after", whole.next());
        return path + Addresses.with("", choices);
    }

    private static List<String> counted(Portfolio portfolio, Visitor visitor) {
        return Stream.concat(
                Stream.of(visitor.words().count("clients.hits", portfolio.clients()),
                        visitor.words().count("portfolios.plans", portfolio.plans())),
                Stream.ofNullable(overdue(portfolio, visitor))).toList();
    }

    private static PortfolioListPage.Row row(Portfolio portfolio, Visitor visitor) {
        String owner = portfolio.owner();
        return new PortfolioListPage.Row(HandoverRow.name(owner, visitor),
                Addresses.portfolio(owner == null ? ClientQuestion.NOBODY : owner),
                visitor.words().count("clients.hits", portfolio.clients()),
                visitor.words().count("portfolios.plans", portfolio.plans()), overdue(portfolio, visitor));
    }

    private static @Nullable String overdue(Portfolio portfolio, Visitor visitor) {
        return portfolio.overdue() == 0 ? null : visitor.words().count("portfolios.overdue", portfolio.overdue());
    }

    private static PromiseRow row(Promise promise, Visitor visitor) {
        return new PromiseRow(promise.channel().value(), subject(promise.subject(), promise.channel().value(), visitor),
                Point.name(promise.client().name()), Addresses.client(promise.client().id()),
                visitor.times().moment(promise.plannedFor()), promise.overdue());
    }

    private static ContactRow row(LatestContact contact, Visitor visitor) {
        return new ContactRow(contact.channel().value(), subject(contact.subject(), contact.channel().value(), visitor),
                Point.name(contact.client().name()), Addresses.client(contact.client().id()),
                visitor.times().moment(contact.occurredAt()));
    }

    private static String subject(@Nullable String subject, String channel, Visitor visitor) {
        return subject == null || subject.isBlank() ? visitor.words().say("channel." + channel) : subject;
    }

    private static OwnedRow row(ClientEntry client, Visitor visitor) {
        Instant last = client.lastContactAt();
        return new OwnedRow(client.id().toString(), Addresses.client(client.id()), Point.name(client.name()),
                client.kind().value(), last == null ? null : visitor.times().moment(last),
                visitor.words().count("clients.entries", client.entries()));
    }
}
