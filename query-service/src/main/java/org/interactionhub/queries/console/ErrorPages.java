package org.interactionhub.queries.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.frame.Wording;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Says to people what went wrong, in their language, with a way out. */
final class ErrorPages implements ErrorViewResolver {

    private final LocaleResolver locales;
    private final Visitors visitors;

    ErrorPages(LocaleResolver locales, Visitors visitors) {
        this.locales = locales;
        this.visitors = visitors;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> told) {
        Visitor visitor = visitors.visitor(locales.resolveLocale(request));
        return new ModelAndView("error", Map.of(
                "frame", PageFrames.quiet(request, visitor),
                "sorry", Sorry.of(status, String.valueOf(told.getOrDefault("id", "")), visitor.words())), status);
    }

    /**
     * What an error page says.
     *
     * @param id under which the failure stands in the log, empty if it does not
     */
    record Sorry(String title, String advice, String id) {

        static Sorry of(HttpStatus status, String id, Wording words) {
            String key = "error."
                    + (status == HttpStatus.NOT_FOUND ? "404" : status.is4xxClientError() ? "400" : "500");
            return new Sorry(words.say(key + ".title"), words.say(key + ".advice"), id);
        }
    }
}
