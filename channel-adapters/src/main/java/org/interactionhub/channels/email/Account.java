package org.interactionhub.channels.email;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of our mailboxes a mail came to, where no envelope says so: a cheap look at the head of the mail. */
final class Account {

    /** The account of a mail that names nobody. */
    static final String UNNAMED = "mail";

    private static final int HEAD_BYTES = 64 * 1024;
    private static final int MOST_CHARACTERS = 320;
    private static final Pattern HEAD_END = Pattern.compile("\r?\n\r?\n");
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
    private static final Pattern LINE = Pattern.compile("\r?\n");
    private static final Pattern BRACKETED = Pattern.compile("<([^<>\\s@]+@[^<>\\s@]+)>");
    private static final Pattern BARE = Pattern.compile("([^<>\\s\",;:()@]+@[^<>\\s\",;:()@]+)");

    private Account() {}

    /** The first address of Delivered-To, else of To, lower-cased; else {@link #UNNAMED}. */
    static String of(byte[] mail) {
        String start = new String(mail, 0, Math.min(mail.length, HEAD_BYTES), StandardCharsets.UTF_8);
        String head = FOLD.matcher(HEAD_END.split(start, 2)[0]).replaceAll(" ");
        return addressIn(head, "delivered-to:").or(() -> addressIn(head, "to:")).orElse(UNNAMED);
    }

    /** As an account is written: without blanks around it, lower-cased. */
    static String named(String recipient) {
        return recipient.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> addressIn(String head, String header) {
        return LINE.splitAsStream(head)
                .filter(line -> line.regionMatches(true, 0, header, 0, header.length()))
                .findFirst()
                .map(line -> line.substring(header.length()))
                .flatMap(value -> first(BRACKETED, value).or(() -> first(BARE, value)));
    }

    private static Optional<String> first(Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.find() && matcher.group(1).length() <= MOST_CHARACTERS
                ? Optional.of(named(matcher.group(1)))
                : Optional.empty();
    }
}
