package org.interactionhub.commands.intake;

import org.interactionhub.commands.deadletter.DeadLetter;

/** The bytes are no report that can be decided upon. */
final class NotAReport extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SENTENCE = 500;

    private final DeadLetter.Kind kind;
    private final String code;
    private final String sentence;

    private NotAReport(DeadLetter.Kind kind, String code, String sentence) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.sentence = sentence;
    }

    static NotAReport unreadable(String code, String sentence) {
        return new NotAReport(DeadLetter.Kind.UNREADABLE, code, sentence);
    }

    static NotAReport refused(String code, String sentence) {
        return new NotAReport(DeadLetter.Kind.REFUSED, code, sentence);
    }

    DeadLetter.Reason reason() {
        String shown = sentence.replace('\0', ' ');
        return new DeadLetter.Reason(kind, code,
                shown.length() <= LONGEST_SENTENCE ? shown : shown.substring(0, LONGEST_SENTENCE) + "...");
    }
}
