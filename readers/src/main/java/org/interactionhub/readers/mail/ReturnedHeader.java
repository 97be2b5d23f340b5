package org.interactionhub.readers.mail;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * The header of a mail that came back, as far as it was returned.
 *
 * @param content that header, and perhaps words around it
 */
record ReturnedHeader(String content) {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^\\s{0,8}message-id:\\s*<([^<>\\s]{1,500})>");
    private static final Pattern TO = Pattern.compile("(?im)^to:(.{1,500})$");

    Optional<String> messageId() {
        return first(MESSAGE_ID);
    }

    /** To whom it was, as it stands there. */
    Optional<String> to() {
        return first(TO);
    }

    private Optional<String> first(Pattern pattern) {
        Matcher matcher = pattern.matcher(content);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
