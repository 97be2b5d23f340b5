package org.interactionhub.readers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the number under which a state knows a payer of taxes: every state has its own form, so only what all share is asked. */
public final class TaxNumbers {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z][0-9A-Z./-]{3,28}[0-9A-Z]");
    private static final Pattern BLANKS = Pattern.compile("\\s");

    private TaxNumbers() {}

    /** Without blanks and in capitals; nothing if it can be none: 5 to 30 digits and letters. */
    public static Optional<String> canonical(String typed) {
        return Optional.of(BLANKS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT))
                .filter(number -> FORM.matcher(number).matches());
    }
}
