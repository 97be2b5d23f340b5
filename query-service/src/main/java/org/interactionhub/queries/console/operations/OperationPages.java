package org.interactionhub.queries.console.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.intake.Inflow;
import org.interactionhub.queries.replay.Processors;
import org.interactionhub.queries.replay.Replays;
import org.interactionhub.queries.view.Views;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operations} and what is under it; asked by htmx, each answers with the part that changes. */
@Controller
public final class OperationPages {

    private final LetterPages letters;
    private final AccountPages accounts;
    private final ProcessorPages processors;
    private final ReplayPages replays;
    private final PageFrames frames;
    private final Visitors visitors;

    public OperationPages(Inflow inflow, Processors processors, Replays replays, Views views, PageFrames frames,
            Visitors visitors) {
        this.letters = new LetterPages(inflow);
        this.accounts = new AccountPages(inflow);
        this.processors = new ProcessorPages(processors, views::titles);
        this.replays = new ReplayPages(replays, views::titles);
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping("/operations")
    String overview(HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        model.addAttribute("page", OverviewPage.of(letters.open(), accounts.page(visitor), processors.page(visitor),
                replays.page(Addresses.origin(request), visitor), visitor));
        return view("operations", "state", request, visitor, model);
    }

    @GetMapping("/operations/dead-letters")
    String letters(@RequestParam Map<String, String> chosen, HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        String after = chosen.getOrDefault("after", "");
        model.addAttribute("page",
                letters.page(LetterFilter.of(chosen), after.isEmpty() ? null : after, Addresses.origin(request),
                        visitor));
        return view("letters", "found", request, visitor, model);
    }

    @GetMapping("/operations/dead-letters/{id}")
    String letter(@PathVariable UUID id, HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        model.addAttribute("page", letters.letter(id, visitor));
        return view("letter", "facts", request, visitor, model);
    }

    @GetMapping("/operations/accounts")
    String accounts(HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        model.addAttribute("page", accounts.page(visitor));
        model.addAttribute("command", Commands.form(Addresses.origin(request), visitor.words()));
        return view("accounts", "books", request, visitor, model);
    }

    @GetMapping("/operations/processors")
    String processors(HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        model.addAttribute("page", processors.page(visitor));
        return view("processors", "processors", request, visitor, model);
    }

    @GetMapping("/operations/replays")
    String replays(HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        model.addAttribute("page", replays.page(Addresses.origin(request), visitor));
        return view("replays", "replays", request, visitor, model);
    }

    private String view(String page, String part, HttpServletRequest request, Visitor visitor, Model model) {
        model.addAttribute("tabs", Tab.of(request.getRequestURI()));
        return frames.answer(page, part, request, visitor, model);
    }
}
