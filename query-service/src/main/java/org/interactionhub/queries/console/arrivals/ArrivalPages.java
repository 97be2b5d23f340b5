package org.interactionhub.queries.console.arrivals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.interactionhub.queries.arrival.Arrivals;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.intake.Inflow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /arrivals}; asked by htmx, it answers with the list alone. */
@Controller
public final class ArrivalPages {

    private final ArrivalListPages pages;
    private final PageFrames frames;
    private final Visitors visitors;

    public ArrivalPages(Arrivals arrivals, Inflow inflow, PageFrames frames, Visitors visitors) {
        this.pages = new ArrivalListPages(arrivals, inflow);
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping(ArrivalListPages.PATH)
    String arrivals(@RequestParam Map<String, String> chosen, HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        String origin = Addresses.origin(request);
        String after = chosen.getOrDefault("after", "");
        model.addAttribute("page",
                pages.page(ArrivalFilter.of(chosen), after.isEmpty() ? null : after, origin, visitor));
        return frames.answer("arrivals", "found", request, visitor, model);
    }
}
