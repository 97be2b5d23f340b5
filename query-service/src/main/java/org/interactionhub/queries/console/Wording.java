package org.interactionhub.queries.console;

import java.text.MessageFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says things in one visitor's language. */
record Wording(MessageSource messages, Locale locale) {

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A number of things, in the form that goes with the number. */
    String count(String key, long number) {
        String forms = messages.getMessage(key, null, locale);
        return new MessageFormat(Plural.pick(locale, number, forms), locale).format(new Object[]{number});
    }
}
