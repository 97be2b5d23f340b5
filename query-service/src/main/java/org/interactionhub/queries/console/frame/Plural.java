package org.interactionhub.queries.console.frame;

import java.util.Locale;

/**
 * Picks the form of a counted thing. Forms stand side by side, divided by a bar: {@code one|many} in English,
 * {@code one|few|many} in Russian.
 */
public final class Plural {

    private Plural() {}

    public static String pick(Locale locale, long number, String forms) {
        String[] each = forms.split("\\|", -1);
        return each[Math.min(index(locale, Math.abs(number)), each.length - 1)];
    }

    private static int index(Locale locale, long number) {
        return locale.getLanguage().equals("ru") ? russian(number) : number == 1 ? 0 : 1;
    }

    private static int russian(long number) {
        long ten = number % 10;
        boolean teen = number % 100 >= 11 && number % 100 <= 14;
        if (ten == 1 && !teen) {
            return 0;
        }
        return ten >= 2 && ten <= 4 && !teen ? 1 : 2;
    }
}
