package org.interactionhub.queries.console.frame;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says things in one visitor's language. */
public record Wording(MessageSource messages, Locale locale) {

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What stands under a key that may be unknown, else the other words. */
    public String sayOr(String key, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }

    /** By whom and when something was said; whoever gave no name is told so. */
    public String by(@Nullable String name, Moment at) {
        return say("decision.by", name == null ? say("decision.nobody") : name, at.relative());
    }

    /** A number of things, in the form that goes with the number. */
    public String count(String key, long number) {
        String forms = messages.getMessage(key, null, locale);
        return new MessageFormat(Plural.pick(locale, number, forms), locale).format(new Object[]{number});
    }
}
