package org.interactionhub.readers.mail;

import com.google.re2j.Pattern;

/**
 * A subject without what programs put around it when they answer and forward: RFC 5256, 2.1, with the marks of other
 * languages and the counters of some programs beside its own.
 *
 * @param words empty if nothing else stood there
 * @param isReply whether there was a mark of an answer or of forwarding
 */
public record BaseSubject(String words, boolean isReply) {

    private static final int MOST_MARKS = 100;

    private static final String ANSWERED = "re|aw|sv|vs|antw|odp|res|rif|ynt|回复|回覆|答复|答覆|回信|返信|ответ|отв|відп|відповідь";
    private static final String FORWARDED = "fwd?|wg|tr|rv|vb|vl|пересл|переслано|пер|перес|転送|转发|轉寄";
    private static final String MARK = "(?:" + ANSWERED + "|" + FORWARDED + ")";

    /** {@code [list] Re[2]: }; the blob before the colon may be a list's name, behind the mark a counter. */
    private static final Pattern LEADER = Pattern
            .compile("(?i)^(?:\\s*\\[[^\\[\\]]*\\]\\s*)*" + MARK
                    + "\\s*(?:[\\[(^*]?\\d{1,3}[\\])]?|\\[[^\\[\\]]*\\])?\\s*[:：](?:\\s*[:：])*\\s*");
    private static final Pattern TRAILER = Pattern.compile("(?i)\\s*\\((?:fwd|пересл)\\)\\s*$");
    private static final Pattern FORWARD_IN_FRONT = Pattern.compile("(?i)^\\s*\\((?:fwd)\\)\\s*");
    private static final Pattern BLOB = Pattern.compile("^\\s*\\[[^\\[\\]]*\\]\\s*");
    private static final Pattern WRAPPED = Pattern.compile("(?is)^\\s*\\[\\s*" + MARK + "\\s*[:：]\\s*(.*)\\]\\s*$");

    /** An empty forward in brackets, as one program leaves it. */
    private static final Pattern EMPTY_WRAP = Pattern.compile("(?i)^\\s*\\[\\s*" + MARK + "\\s*[:：]\\s*\\]\\s*");

    /** The subject as it stands in the header, encoded words decoded. */
    public static BaseSubject of(String subject) {
        String words = subject.replaceAll("\\s+", " ").strip();
        boolean reply = false;
        for (int i = 0; i < MOST_MARKS; i++) {
            String unwrapped = WRAPPED.matcher(words).replaceFirst("$1").strip();
            String bare = FORWARD_IN_FRONT.matcher(LEADER.matcher(EMPTY_WRAP.matcher(
                    TRAILER.matcher(unwrapped).replaceFirst("")).replaceFirst("")).replaceFirst("")).replaceFirst("")
                    .strip();
            if (bare.equals(words)) {
                break;
            }
            reply = true;
            words = bare;
        }
        return new BaseSubject(withoutBlobs(words), reply);
    }

    /** Names of lists before the words, unless nothing would be left. */
    private static String withoutBlobs(String words) {
        String left = words;
        for (int i = 0; i < MOST_MARKS; i++) {
            String without = BLOB.matcher(left).replaceFirst("").strip();
            if (without.isEmpty() || without.equals(left)) {
                return left;
            }
            left = without;
        }
        return left;
    }
}
