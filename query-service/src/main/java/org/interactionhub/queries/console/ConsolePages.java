package org.interactionhub.queries.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.segments.Badges;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the console; asked by htmx, each answers with the part that changes. */
@Controller
final class ConsolePages {

    private final ClientListPages clientLists;
    private final ClientPages clientPages;
    private final Badges badges;
    private final PageFrames frames;
    private final Visitors visitors;

    ConsolePages(ClientListPages clientLists, ClientPages clientPages, Badges badges, PageFrames frames,
            Visitors visitors) {
        this.badges = badges;
        this.clientLists = clientLists;
        this.clientPages = clientPages;
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping("/")
    String clients(@RequestParam Map<String, String> chosen, HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        String origin = Addresses.origin(request);
        model.addAttribute("page", clientLists.page(chosen, origin, visitor));
        return frames.answer("clients", "found", request, visitor, model);
    }

    @GetMapping("/clients/{id}")
    String client(@PathVariable ClientId id, @RequestParam Map<String, String> chosen, HttpServletRequest request,
            Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        Optional<UnknownThen> unknown = clientPages.unknownThen(id, TimelineFilter.of(chosen), visitor);
        if (unknown.isPresent()) {
            model.addAttribute("page", unknown.get());
            return frames.answer("unknown-then", "content", request, visitor, model);
        }
        ClientPage page = clientPages.page(id, TimelineFilter.of(chosen), ClientPages.Part.of(chosen),
                chosen.get("call"), visitor);
        if (!page.head().id().equals(id.toString()) && request.getHeader("HX-Request") == null) {
            return "redirect:" + Addresses.with(page.path(), chosen); // she was merged into another
        }
        model.addAttribute("page", page);
        model.addAttribute("badges", badges.of(ClientId.of(page.head().id()), visitor));
        model.addAttribute("command", Commands.plan(Addresses.origin(request), id, visitor));
        return frames.answer("client", "timeline", request, visitor, model);
    }

    @GetMapping("/clients/{id}/messages")
    String messages(@PathVariable ClientId id, @RequestParam Map<String, String> chosen, Locale locale, Model model) {
        model.addAttribute("said", clientPages.messages(id, TimelineFilter.of(chosen), ClientPages.Part.of(chosen),
                visitors.visitor(locale)));
        return "messages :: said";
    }

    @GetMapping("/now")
    String now(Locale locale, Model model) {
        model.addAttribute("strip", frames.strip(visitors.visitor(locale)));
        return "now :: strip";
    }

    @GetMapping("/interactions/{id}/original/frame")
    String original(@PathVariable InteractionId id, Model model) {
        model.addAttribute("src", Addresses.original(id));
        return "original :: frame";
    }
}
