package org.interactionhub.queries.console.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interactionhub.queries.live.Now;
import org.interactionhub.queries.live.NowEntry;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** Composes what stands around every page. */
public final class PageFrames {

    private final Now now;

    public PageFrames(Now now) {
        this.now = now;
    }

    public PageFrame frame(HttpServletRequest request, Visitor visitor) {
        return frame(request, visitor, now.recent());
    }

    /**
     * The view that answers a request: asked by htmx the part that changes, else the whole page in its frame.
     *
     * @param page a template, and {@code part} a fragment of it
     */
    public String answer(String page, String part, HttpServletRequest request, Visitor visitor, Model model) {
        if (request.getHeader("HX-Request") != null) {
            return page + " :: " + part;
        }
        model.addAttribute("frame", frame(request, visitor));
        return page;
    }

    /** Around a page that must not ask anything, since asking may be what failed. */
    public static PageFrame quiet(HttpServletRequest request, Visitor visitor) {
        return frame(request, visitor, List.of());
    }

    public NowStrip strip(Visitor visitor) {
        return NowStrip.of(now.recent(), visitor);
    }

    private static PageFrame frame(HttpServletRequest request, Visitor visitor, List<NowEntry> entries) {
        Locale current = visitor.words().locale();
        List<PageFrame.LanguageChoice> languages = Languages.SPOKEN.stream()
                .map(locale -> new PageFrame.LanguageChoice(locale.getLanguage(),
                        locale.getLanguage().toUpperCase(Locale.ROOT), locale.getDisplayLanguage(locale),
                        inLanguage(request, locale), locale.getLanguage().equals(current.getLanguage())))
                .toList();
        return new PageFrame(languages, NowStrip.of(entries, visitor), ways(request.getRequestURI()),
                zone(visitor.times()), Me.of(request));
    }

    private static PageFrame.Zone zone(Times times) {
        return new PageFrame.Zone(times.zone().getId(), times.zone().getRules().getOffset(times.now()).getId(),
                times.zoneName());
    }

    private static List<PageFrame.Way> ways(String page) {
        return Arrays.stream(Place.values())
                .map(place -> new PageFrame.Way(place.key(), place.path(), place.holds(page))).toList();
    }

    private static String inLanguage(HttpServletRequest request, Locale locale) {
        String query = request.getQueryString();
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return UriComponentsBuilder.fromPath(failed == null ? request.getRequestURI() : failed.toString())
                .query(query == null ? "" : query)
                .replaceQueryParam(Languages.PARAMETER, locale.getLanguage())
                .build().toUriString();
    }
}
