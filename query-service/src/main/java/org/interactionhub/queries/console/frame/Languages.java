package org.interactionhub.queries.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Which language a visitor gets: the one she chose ({@code ?lang=}, kept in a cookie), else the first that her browser
 * accepts and we speak, else English.
 */
public final class Languages extends CookieLocaleResolver {

    public static final List<Locale> SPOKEN = List.of(Locale.of("ru"), Locale.ENGLISH);
    public static final String PARAMETER = "lang";

    public Languages() {
        super("hub-lang");
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setDefaultLocaleFunction(Languages::accepted);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        return spoken(value).orElse(null);
    }

    /** Takes the language chosen in the address; one that we do not speak takes the choice back. */
    public static LocaleChangeInterceptor choice() {
        LocaleChangeInterceptor choice = new LocaleChangeInterceptor() {
            @Override
            protected @Nullable Locale parseLocaleValue(String value) {
                return spoken(value).orElse(null);
            }
        };
        choice.setParamName(PARAMETER);
        choice.setHttpMethods("GET"); // reading a parameter of a write would swallow its body
        return choice;
    }

    /** The language named, if we speak it; else the other one. */
    public static Locale chosen(@Nullable String named, Locale otherwise) {
        return named == null ? otherwise : spoken(named).orElse(otherwise);
    }

    private static Locale accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> spoken(locale.getLanguage()).stream())
                .findFirst().orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> spoken(String language) {
        return SPOKEN.stream().filter(locale -> locale.getLanguage().equals(language)).findFirst();
    }
}
