package org.interactionhub.queries.history;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells what no person wrote: automatic replies, what goes to lists, reports of delivery. Nobody waits for an answer to
 * it, and it answers nobody. By what the reader calls its kind, and, for mails read before it had a name for that, by the headers of RFC 3834 (Auto-Submitted), RFC 2919 (List-Id), RFC 6522 (multipart/report)
 * and the old habit of Precedence.
 */
public final class Machine {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");

    private Machine() {}

    /** @param attributes of a message, as its reader names them */
    public static boolean wrote(Map<String, Object> attributes) {
        Object submitted = attributes.get("autoSubmitted");
        boolean automatic = submitted != null && !said(submitted).startsWith("no");
        Object precedence = attributes.get("precedence");
        return automatic || attributes.containsKey("mailKind") || attributes.containsKey("listId")
                || attributes.containsKey("multipartReport")
                || precedence != null && BULK.contains(said(precedence));
    }

    private static String said(Object value) {
        return value.toString().strip().toLowerCase(Locale.ROOT);
    }
}
