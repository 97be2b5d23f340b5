package org.interactionhub.queries.view;

import java.util.Locale;

/** The same thing said in both languages of the console. */
public record Said(String en, String ru) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("ru") ? ru : en;
    }
}
