package org.interactionhub.standalone.demo;

import java.util.Map;

/**
 * Something that staff tell the hub.
 *
 * @param key names it in what the demo remembers of having told
 * @param about the key of the saying that began the contact, or the id of a contact that a channel heard; empty if this
 *            begins one
 * @param body as the API takes it, without the client
 * @param by who says it, by her name
 */
record Saying(String key, Kind kind, String about, Map<String, Object> body, String by) {

    /** What it does. */
    enum Kind {
        TELL, OUTCOME, DECIDE
    }
}
