package org.interactionhub.readers.mail;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** Finds which mail a returned header is of. */
final class MessageIds {

    private static final Pattern FIELD = Pattern.compile("(?im)^\\s{0,8}message-id:\\s*<([^<>\\s]{1,500})>");

    private MessageIds() {}

    static Optional<String> stated(String header) {
        Matcher matcher = FIELD.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
