package org.interactionhub.queries.console;

import java.util.Locale;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.colleague.Colleagues;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The parts of pages that change by what staff say, and what helps them to say it. */
@Controller
final class StaffPages {

    private final ClientPages clientPages;
    private final Colleagues colleagues;
    private final Visitors visitors;

    StaffPages(ClientPages clientPages, Colleagues colleagues, Visitors visitors) {
        this.clientPages = clientPages;
        this.colleagues = colleagues;
        this.visitors = visitors;
    }

    @GetMapping("/clients/{id}/about")
    String about(@PathVariable ClientId id, Locale locale, Model model) {
        model.addAttribute("head", clientPages.head(id, visitors.visitor(locale)));
        return "staff :: about";
    }

    @GetMapping("/clients/{id}/card")
    String card(@PathVariable ClientId id, Locale locale, Model model) {
        model.addAttribute("card", clientPages.glance(id, visitors.visitor(locale)));
        return "card :: card(card=${card})";
    }

    @GetMapping("/clients/{id}/calls")
    String calls(@PathVariable ClientId id, @RequestParam(required = false) @Nullable String call, Locale locale,
            Model model) {
        Visitor visitor = visitors.visitor(locale);
        model.addAttribute("head", clientPages.head(id, visitor));
        model.addAttribute("calls", clientPages.calls(id, call, visitor));
        return "staff :: calls";
    }

    @GetMapping("/colleagues")
    String colleagues(Model model) {
        model.addAttribute("names", colleagues.names());
        return "staff :: names";
    }
}
