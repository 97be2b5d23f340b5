package org.interactionhub.readers.mail;

/** A mail made to exhaust its reader, or broken beyond reading. The message is a sentence for people. */
public final class MailTooMuch extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    MailTooMuch(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    /** Stable, for machines: {@code mail-too-deep}, ... */
    public String code() {
        return code;
    }

    /** What was too much, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
