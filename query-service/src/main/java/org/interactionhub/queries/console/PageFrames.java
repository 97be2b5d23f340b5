package org.interactionhub.queries.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.interactionhub.queries.live.Now;
import org.interactionhub.queries.live.NowEntry;
import org.springframework.web.util.UriComponentsBuilder;

/** Composes what stands around every page. */
final class PageFrames {

    private final Now now;

    PageFrames(Now now) {
        this.now = now;
    }

    PageFrame frame(HttpServletRequest request, Visitor visitor) {
        return frame(request, visitor, now.recent());
    }

    /** Around a page that must not ask anything, since asking may be what failed. */
    static PageFrame quiet(HttpServletRequest request, Visitor visitor) {
        return frame(request, visitor, List.of());
    }

    NowStrip strip(Visitor visitor) {
        return NowStrip.of(now.recent(), visitor);
    }

    private static PageFrame frame(HttpServletRequest request, Visitor visitor, List<NowEntry> entries) {
        Locale current = visitor.words().locale();
        List<PageFrame.LanguageChoice> languages = Languages.SPOKEN.stream()
                .map(locale -> new PageFrame.LanguageChoice(locale.getLanguage(),
                        locale.getLanguage().toUpperCase(Locale.ROOT), locale.getDisplayLanguage(locale),
                        inLanguage(request, locale), locale.getLanguage().equals(current.getLanguage())))
                .toList();
        return new PageFrame(languages, NowStrip.of(entries, visitor), request.getRequestURI().equals("/"),
                visitor.times().zoneName());
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
