package org.interactionhub.queries.console.house;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.clientcard.ClientCard.Affiliation;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Chosen;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.house.HousePage.Choice;
import org.interactionhub.queries.console.house.HousePage.Law;
import org.interactionhub.queries.console.house.HousePage.Row;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /clients/{id}/house}. */
@Controller
public final class HousePages {

    private static final int CHOICES = 10;

    private final Clients clients;
    private final PageFrames frames;
    private final Visitors visitors;

    public HousePages(Clients clients, PageFrames frames, Visitors visitors) {
        this.clients = clients;
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping("/clients/{id}/house")
    String house(@PathVariable ClientId id, @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after, HttpServletRequest request, Locale locale,
            Model model) {
        Visitor visitor = visitors.visitor(locale);
        ClientCard card = clients.find(id).orElseThrow(() -> Refusal.notFound("There is no client '" + id + "'."));
        Page<Affiliation> members = clients.members(card.id(), AsOf.NOW, Clients.DEFAULT, Parameters.words(after));
        Instant now = visitor.times().now();
        String self = Addresses.house(card.id());
        model.addAttribute("page", new HousePage(card.id().toString(), Point.name(card.name()),
                Addresses.client(card.id()), self, law(card, visitor),
                card.belongsTo().stream().map(one -> row(one, card.id(), one.id(), "relation.", now, visitor)).toList(),
                members.items().stream().map(one -> row(one, one.id(), card.id(), "member.", now, visitor)).toList(),
                members.next() == null ? null : Addresses.with(self, Map.of("after", members.next(), "q", q)),
                visitor.words().count("client.members", card.memberCount()), q, choices(card, q)));
        return frames.answer("house", "choices", request, visitor, model);
    }

    private static Law law(ClientCard card, Visitor visitor) {
        return new Law(Ties.law(card, visitor), card.party() == null ? null : card.party().value(), card.legalName(),
                card.taxNumber(), card.city());
    }

    private static Row row(Affiliation one, ClientId who, ClientId to, String words, Instant now, Visitor visitor) {
        return new Row("tie-" + one.position() + "-" + one.id(), Point.name(one.name()), Addresses.client(one.id()),
                Ties.how(one, words, visitor), Ties.valid(one, visitor), one.isValidAt(now), who.toString(),
                "to=" + to + "&relation=" + one.relation().value());
    }

    private List<Choice> choices(ClientCard card, String q) {
        return Chosen.filled(q) == null
                ? List.of()
                : clients.list(q, CHOICES, null).items().stream().filter(client -> !client.id().equals(card.id()))
                        .map(client -> new Choice(client.id().toString(), Point.name(client.name()),
                                client.kind().value(),
                                client.contactPoints().stream()
                                        .map(point -> Point.readable(point.type(), point.value()))
                                        .collect(Collectors.joining(", ")),
                                Addresses.client(client.id())))
                        .toList();
    }
}
