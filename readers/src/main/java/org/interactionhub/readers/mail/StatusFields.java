package org.interactionhub.readers.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a mail system reports of one recipient: the fields of RFC 3464, 2.3. */
record StatusFields(Map<String, String> fields) {

    private static final int MOST_GROUPS = 200;

    /** Those of each recipient, out of groups of fields that blank lines part. */
    static List<StatusFields> read(String content) {
        List<StatusFields> recipients = new ArrayList<>();
        Map<String, String> group = new LinkedHashMap<>();
        String last = "";
        for (String line : (content + "\n\n").split("\r?\n", -1)) {
            if (line.isBlank()) {
                StatusFields fields = new StatusFields(Map.copyOf(group));
                if (fields.isOfRecipient() && recipients.size() < MOST_GROUPS) {
                    recipients.add(fields);
                }
                group.clear();
                last = "";
            } else if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
                group.merge(last, line.strip(), (above, below) -> above + " " + below);
            } else {
                int colon = line.indexOf(':');
                last = colon < 1 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                if (!last.isEmpty()) {
                    group.put(last, line.substring(colon + 1).strip());
                }
            }
        }
        return recipients;
    }

    private boolean isOfRecipient() {
        return fields.containsKey("final-recipient") || fields.containsKey("original-recipient")
                || fields.containsKey("action") && fields.containsKey("status");
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }

    /** Without the kind of address or of code that stands before it. */
    Optional<String> plain(String name) {
        return get(name).map(value -> value.replaceFirst("^[\\w.-]{1,20}\\s*;\\s*", "").strip());
    }

    boolean hasArrived() {
        String action = get("action").orElse("").toLowerCase(Locale.ROOT);
        return action.startsWith("deliver") || action.startsWith("relay") || action.startsWith("expand");
    }
}
