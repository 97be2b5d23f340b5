package org.interactionhub.readers.mail;

import java.util.Set;

/**
 * A part of a mail that machines write for machines, or the mail that is reported about.
 *
 * @param type the media type, in lower case
 * @param content the beginning of it
 */
record ReportPart(String type, String content) {

    static final int MOST_BYTES = 64 * 1024;

    private static final Set<String> TYPES = Set.of("message/delivery-status", "message/global-delivery-status",
            "message/feedback-report", "message/disposition-notification", "message/rfc822", "message/rfc822-headers",
            "text/rfc822-headers", "message/global", "message/global-headers", "text/rfc822");

    static boolean isOne(String type) {
        return TYPES.contains(type);
    }

    boolean isStatus() {
        return type.endsWith("delivery-status");
    }

    boolean isComplaint() {
        return type.equals("message/feedback-report");
    }

    boolean isDisposition() {
        return type.equals("message/disposition-notification");
    }

    /** The mail that the report is about, or its header. */
    boolean isReturned() {
        return type.contains("rfc822") || type.startsWith("message/global") && !isStatus();
    }
}
