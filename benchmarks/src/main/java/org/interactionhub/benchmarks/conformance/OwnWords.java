package org.interactionhub.benchmarks.conformance;

import org.interactionhub.benchmarks.conformance.Outcome.Gathering;

/** How the own words of a reply are held against those that an origin states. */
final class OwnWords {

    static final String REPLY = "reply";

    private OwnWords() {}

    /** Exactly the same, but for blanks at ends of lines and of the text; and the text has kept everything. */
    static Gathering hold(MailReading mail, String expected) {
        String said = tidy(expected);
        String own = tidy(mail.own());
        return new Gathering(mail.refusal()).hold(REPLY, said, own);
    }

    static String tidy(String text) {
        return text.lines().map(String::stripTrailing).reduce((above, below) -> above + "\n" + below).orElse("")
                .replaceAll("\n{3,}", "\n\n").strip();
    }
}
