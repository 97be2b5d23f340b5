package org.interactionhub.readers;

/** The bytes are not even the syntax of the content type they came under; the message is a sentence for the sender. */
public final class NotItsContentType extends Exception {

    private static final long serialVersionUID = 1L;

    NotItsContentType(String sentence) {
        super(sentence);
    }
}
