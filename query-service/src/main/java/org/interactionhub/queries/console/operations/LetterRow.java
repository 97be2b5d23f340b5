package org.interactionhub.queries.console.operations;

import org.interactionhub.queries.console.frame.Figures;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.console.frame.Stamp;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.intake.Letter;

/**
 * A dead letter, as pages show it.
 *
 * @param version changes when the row looks different
 * @param reason in the visitor's words; sentence: as the reader said it
 * @param kind key of refused or dead-lettered
 */
record LetterRow(String id, String version, String href, Stamp received, String channel, String account, String reason,
        String sentence, String code, String kind, String tone, String attempts, Stamp lastAttempt, String size,
        boolean open, String place) {

    static LetterRow of(Letter letter, Visitor visitor) {
        Wording words = visitor.words();
        Stamp received = Stamp.of(letter.receivedAt(), visitor);
        String kind = !letter.open() ? "redriven" : letter.refused() ? "refused" : "dead-lettered";
        return new LetterRow(letter.id().toString(), Integer.toHexString((letter + received.text()).hashCode()),
                "/operations/dead-letters/" + letter.id(), received, letter.channel(), letter.account(),
                reason(letter.code(), letter.sentence(), words), letter.sentence(), letter.code(), kind,
                letter.open() ? letter.refused() ? "bad" : "warn" : "good",
                new Figures(words).of(letter.attempts()), Stamp.of(letter.lastAttemptAt(), visitor),
                Sizes.bytes(letter.size(), words), letter.open(),
                letter.partition() + " / " + letter.offset());
    }

    /** The reason in the visitor's words where we have some for its code, else as it was said. */
    static String reason(String code, String otherwise, Wording words) {
        return words.sayOr("letter.reason." + code, otherwise);
    }
}
