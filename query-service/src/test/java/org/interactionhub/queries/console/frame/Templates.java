package org.interactionhub.queries.console.frame;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The console's templates without a server around them. */
public final class Templates {

    private static final SpringTemplateEngine ENGINE = engine();

    private Templates() {}

    public static Document page(String template, Map<String, Object> model, Locale locale) {
        return render(template, null, model, locale);
    }

    public static Document part(String template, String part, Map<String, Object> model, Locale locale) {
        return render(template, Set.of(part), model, locale);
    }

    private static Document render(String template, @Nullable Set<String> parts, Map<String, Object> model,
            Locale locale) {
        MockServletContext context = new MockServletContext();
        WebContext web = new WebContext(JakartaServletWebApplication.buildApplication(context)
                .buildExchange(new MockHttpServletRequest(context), new MockHttpServletResponse()), locale, model);
        return Jsoup.parse(ENGINE.process(template, parts, web));
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(Visits.MESSAGES);
        return engine;
    }
}
