package org.interactionhub.readers.mail;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Finds a reply among the history it quotes and the signature below it. What is cut wrongly is lost to the reader's
 * eye, what is left too long is only long: answers between quoted lines are never cut. Patterns run in linear time
 * (re2j), for the text is not ours.
 */
final class QuotedHistory {

    private static final int MOST_LINES = 20_000;

    /** A reply begins above its history, and each line looked at costs time. */
    private static final int MOST_SEARCHED = 3_000;
    private static final int MOST_ATTRIBUTIONS = 5;

    /** As most programs quote, and with the initials of who is quoted before it. */
    private static final Pattern QUOTED = Pattern.compile("^\\s*\\p{Lu}{0,3}>");

    /** So long is a quoted line that a program on its way has broken; the rest of it has lost its mark. */
    private static final int BROKEN = 60;

    private final List<String> lines;
    private final boolean[] code;

    private QuotedHistory(List<String> lines) {
        this.lines = lines;
        this.code = code(lines);
    }

    /** The sender's own words, or empty if the whole text is hers or nobody can tell. */
    static Optional<OwnWords> without(String text) {
        List<String> lines = text.lines().limit(MOST_LINES + 1L).map(QuotedHistory::tidy).toList();
        if (lines.size() > MOST_LINES) {
            return Optional.empty();
        }
        return signed(new QuotedHistory(lines).own(MOST_ATTRIBUTIONS))
                .filter(own -> !own.words().equals(joined(lines)));
    }

    /** For history that was found by other marks: what stands above it, without the line that introduces it. */
    static Optional<OwnWords> above(String text) {
        List<String> lines = text.strip().lines().toList();
        int end = lines.size();
        for (int start = Math.max(0, end - 4); start < end; start++) {
            OptionalInt behind = Attribution.endOf(lines, start, true);
            if (behind.isPresent() && behind.getAsInt() == end) {
                end = start;
            }
        }
        return signed(lines.subList(0, end));
    }

    private static Optional<OwnWords> signed(List<String> own) {
        int signature = Signature.start(own);
        String words = joined(own.subList(0, signature));
        String below = joined(own.subList(signature, own.size()));
        return words.isEmpty() ? Optional.empty() : Optional.of(new OwnWords(words, below.isEmpty() ? null : below));
    }

    private List<String> own(int attributions) {
        for (int i = 0; i < Math.min(lines.size(), MOST_SEARCHED); i++) {
            if (lines.get(i).isBlank() || code[i]) {
                continue;
            }
            if (HistoryMark.isAt(lines, i)) {
                return above(i);
            }
            if (isLoneDevice(i)) {
                return lines.subList(0, i + 1);
            }
            OptionalInt behind = Attribution.endOf(lines, i, false);
            if (behind.isPresent() && attributions > 0) {
                return around(i, behind.getAsInt(), attributions);
            }
            if (isQuoted(i)) {
                return introducesItself(i) && ownBelow(i).isEmpty() ? above(i) : lines;
            }
        }
        return lines;
    }

    /** Around an attribution: above it, or below what it quotes if nothing stands above, or all else if answers stand between. */
    private List<String> around(int start, int behind, int attributions) {
        int quote = words(behind);
        boolean quoted = quote == lines.size() || isQuoted(quote);
        boolean first = isBlank(lines.subList(0, start));
        List<String> below = quoted ? ownBelow(quote) : List.of();
        if (below.isEmpty() && !(first && !quoted)) {
            return above(start);
        }
        boolean mingled = below.isEmpty() || below.stream().anyMatch(QuotedHistory::isQuoted);
        return first && !mingled ? below : without(start, behind).own(attributions - 1);
    }

    private QuotedHistory without(int start, int behind) {
        int end = lines.size();
        while (end > behind && (lines.get(end - 1).isBlank() || isQuoted(end - 1))) {
            end--;
        }
        return new QuotedHistory(Stream.concat(lines.subList(0, start).stream(),
                lines.subList(behind, Math.max(behind, end)).stream()).toList());
    }

    /** What follows the quoted lines that begin here, unless that is a signature. */
    private List<String> ownBelow(int quote) {
        int end = quote;
        while (end < lines.size() && (lines.get(end).isBlank() || isQuoted(end) || isBrokenOff(end))) {
            end++;
        }
        List<String> below = lines.subList(end, lines.size());
        return isSignature(below) ? List.of() : below;
    }

    private static boolean isSignature(List<String> below) {
        return below.isEmpty() || Signature.start(join("own", below)) == 1;
    }

    private static List<String> join(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** The quoted lines begin with what introduces them: an attribution or the header of the earlier mail. */
    private boolean introducesItself(int quote) {
        List<String> quoted = lines.subList(quote, Math.min(lines.size(), quote + 12)).stream()
                .map(line -> line.strip().replaceFirst("^>+\\s?", "")).toList();
        return Attribution.endOf(quoted, 0, true).isPresent() || HistoryMark.isAt(quoted, 0);
    }

    /** Behind what a device says of itself comes history, whether or not anything introduces it. */
    private boolean isLoneDevice(int i) {
        boolean alone = i > 0 && lines.get(i - 1).isBlank() && (i + 1 == lines.size() || lines.get(i + 1).isBlank());
        return alone && Signature.isOfDevice(lines.get(i)) && i + 1 < lines.size();
    }

    private boolean isBrokenOff(int i) {
        return i > 0 && i + 1 < lines.size() && isQuoted(i - 1) && isQuoted(i + 1)
                && lines.get(i - 1).length() >= BROKEN;
    }

    private List<String> above(int end) {
        int last = end;
        while (last > 0 && HistoryMark.leadsTo(lines.get(last - 1))) {
            last--;
        }
        return isBlank(lines.subList(0, last)) ? lines : lines.subList(0, last);
    }

    /** The next line from here on that is not blank. */
    private int words(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    static boolean isQuoted(String line) {
        return QUOTED.matcher(line).find();
    }

    private boolean isQuoted(int i) {
        return i < lines.size() && isQuoted(lines.get(i));
    }

    private static boolean isBlank(List<String> lines) {
        return lines.stream().allMatch(String::isBlank);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).strip();
    }

    /** What programs put between words to steer how they look. */
    private static String tidy(String line) {
        return line.replace('\u00A0', ' ').replace("\u200E", "").replace("\u200B", "").replace("\uFEFF", "")
                .stripTrailing();
    }

    /** Lines between two fences of code. */
    private static boolean[] code(List<String> lines) {
        boolean[] code = new boolean[lines.size()];
        int fence = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                if (fence >= 0) {
                    Arrays.fill(code, fence, i + 1, true);
                }
                fence = fence < 0 ? i : -1;
            }
        }
        return code;
    }
}
