package org.interactionhub.queries.console.palette;

import java.util.List;
import java.util.Locale;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.frame.Visitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code GET /palette}: what the palette offers, as the part of a page. */
@Controller
public final class PaletteController {

    private static final int LONGEST = 200;

    private final Palette palette;
    private final Visitors visitors;

    /** @param signposts of the rooms that have pages of their own */
    public PaletteController(Clients clients, List<Signpost> signposts, Visitors visitors) {
        this.palette = new Palette(clients, signposts);
        this.visitors = visitors;
    }

    @GetMapping("/palette")
    String hits(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "/") String at, Locale locale,
            Model model) {
        String typed = q.replace("\0", "").strip();
        model.addAttribute("hits", palette.hits(typed.substring(0, Math.min(typed.length(), LONGEST)),
                at.startsWith("/") && !at.startsWith("//") ? at : "/", visitors.visitor(locale)));
        return "palette :: hits";
    }
}
