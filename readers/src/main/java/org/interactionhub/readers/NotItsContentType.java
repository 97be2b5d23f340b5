package org.interactionhub.readers;

/**
 * The bytes are not even the syntax of the content type they came under, or too much of it; the message is a sentence
 * for the sender.
 */
public sealed class NotItsContentType extends Exception permits TooManyRecords {

    private static final long serialVersionUID = 1L;

    NotItsContentType(String sentence) {
        super(sentence);
    }
}
