package org.interactionhub.queries.console.views;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interactionhub.door.Refusal;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.replay.Replay;
import org.interactionhub.queries.replay.Replays;
import org.interactionhub.queries.view.Chart;
import org.interactionhub.queries.view.Order;
import org.interactionhub.queries.view.ViewRows;
import org.interactionhub.queries.view.ViewState;
import org.interactionhub.queries.view.Views;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** {@code /views} and {@code /views/{name}}; asked by htmx, each answers with the part that changes. */
@Controller
public final class ViewPages {

    private static final int DRAWN = 20_000;
    private final Views views;
    private final Replays replays;
    private final PageFrames frames;
    private final Visitors visitors;

    public ViewPages(Views views, Replays replays, PageFrames frames, Visitors visitors) {
        this.views = views;
        this.replays = replays;
        this.frames = frames;
        this.visitors = visitors;
    }

    @GetMapping("/views")
    String list(HttpServletRequest request, Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        List<Replay> running = replays.all();
        model.addAttribute("page",
                new ViewListPage(views.all().stream().map(view -> ViewCard.of(view, running, visitor)).toList()));
        return frames.answer("views", "cards", request, visitor, model);
    }

    @GetMapping("/views/{name}")
    String view(@PathVariable String name, @RequestParam(defaultValue = "") String sort, HttpServletRequest request,
            Locale locale, Model model) {
        Visitor visitor = visitors.visitor(locale);
        ViewState view = view(name);
        String origin = Addresses.origin(request);
        model.addAttribute("page", page(view, sort, origin, visitor));
        return frames.answer("view", "standing".equals(request.getHeader("HX-Target")) ? "standing" : "content",
                request,
                visitor, model);
    }

    @GetMapping(path = "/views/{name}/drawing", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Drawing drawing(@PathVariable String name, Locale locale) {
        ViewRows rows = views.rows(name, Order.BY_KEY, DRAWN, null);
        Chart chart = rows.face().chart();
        if (chart == null) {
            throw Refusal.notFound("The view '" + name + "' has no chart.");
        }
        return Drawings.of(rows.face(), chart, rows.items(), visitors.visitor(locale));
    }

    private ViewState view(String name) {
        return views.find(name).orElseThrow(() -> Refusal.notFound("There is no view '" + name + "'."));
    }

    private ViewPage page(ViewState view, String sort, String origin, Visitor visitor) {
        Wording words = visitor.words();
        String path = "/views/" + view.name();
        boolean isShown = view.state() == ViewState.State.BUILT;
        Chart chart = isShown && isDrawable(view) ? view.chart() : null;
        return new ViewPage(view.title().in(words.locale()), view.about().in(words.locale()), path,
                Addresses.with(path, Map.of("sort", sort)),
                chart == null ? null : path + "/drawing",
                chart == null ? "" : chart.kind().value(), "/api" + path + "/rows?format=csv", view.sql(),
                ViewStanding.of(view, replays.all(), visitor),
                isShown ? new ViewTables(views).table(view, path, ViewTables.order(view, sort), visitor) : null,
                Commands.form(origin, words));
    }

    /** Does any row have a figure for the chart? As long as nobody has answered, there are rows but no times. */
    private boolean isDrawable(ViewState view) {
        Chart chart = view.chart();
        return chart != null && views.rows(view.name(), new Order(chart.y(), true), 1, null).items().stream()
                .anyMatch(row -> row.get(chart.y()) != null);
    }
}
