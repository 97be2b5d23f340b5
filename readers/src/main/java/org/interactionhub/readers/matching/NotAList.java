package org.interactionhub.readers.matching;

/** The bytes are no list of people or companies; the message is a sentence for whoever brought them. */
public final class NotAList extends Exception {

    private static final long serialVersionUID = 1L;

    public NotAList(String sentence) {
        super(sentence);
    }
}
