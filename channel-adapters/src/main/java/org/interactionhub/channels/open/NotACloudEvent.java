package org.interactionhub.channels.open;

/** What was sent is not even the syntax of a CloudEvent; the message is a sentence for the sender. */
final class NotACloudEvent extends Exception {

    private static final long serialVersionUID = 1L;

    NotACloudEvent(String sentence) {
        super(sentence);
    }
}
