package org.interactionhub.readers.mail;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a reply ends and the history it quotes begins, in clear cases only: what is cut wrongly is lost to the
 * reader's eye, what is left too long is only long. Patterns run in linear time (re2j), for the text is not ours.
 */
final class QuotedHistory {

    private static final int LONGEST_MARK = 300;
    private static final int MOST_LINES = 20_000;

    /** "On 5 May, Anna wrote:", "5 мая 2026 г. Анна пишет:", "Am 5. Mai schrieb Anna:", "Le 5 mai, Anna a écrit :". */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?i)(\\bwrote|\\bwrites|пишет|писала?|написала?|написали|\\bschrieb|a écrit|escribió|ha scritto|escreveu|schreef|napisał|skrev)[^:]{0,200}:$");

    private static final Pattern DIVIDER = Pattern.compile("(?i)^[-_—–*\\s]{2,}\\s*"
            + "(original message|original-nachricht|ursprüngliche nachricht|message d'origine|исходное сообщение"
            + "|оригинальное сообщение|первоначальное сообщение|forwarded message|пересылаемое сообщение|пересланное сообщение"
            + "|пересылаемое письмо|weitergeleitete nachricht|message transféré)\\s*:?\\s*[-_—–*\\s]{2,}.{0,80}$");

    private static final Pattern FROM = header("from|от|от кого|von|de");
    private static final Pattern OTHER = header(
            "sent|date|to|cc|subject|отправлено|дата|кому|копия|тема|gesendet|datum|an|betreff|envoyé|date|à|objet");
    private static final Pattern RULE = Pattern.compile("^[-_]{5,}$");

    private QuotedHistory() {}

    private static Pattern header(String names) {
        return Pattern.compile("(?i)^\\*?(" + names + ")\\s?:\\*?\\s.{1,250}$");
    }

    /** The text above the history, or null if no clear history is quoted or own words stand between or below it. */
    static @Nullable String above(String text) {
        List<String> lines = text.lines().limit(MOST_LINES + 1L).map(String::stripTrailing).toList();
        if (lines.size() > MOST_LINES) {
            return null;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (isQuoted(lines.get(i))) {
                return quotedToTheEnd(lines, i) ? aboveAttribution(lines, i) : null;
            }
            if (isMark(lines.get(i), DIVIDER) || isHeaderBlock(lines, i)) {
                return own(lines, i);
            }
        }
        return null;
    }

    /** For history that was found by other marks: takes the line that introduces it from the end. */
    static String withoutAttribution(String text) {
        List<String> lines = text.strip().lines().toList();
        int start = attributionStart(lines, lines.size());
        return String.join("\n", start < 0 ? lines : lines.subList(0, start));
    }

    private static @Nullable String aboveAttribution(List<String> lines, int quote) {
        int start = attributionStart(lines, quote);
        return start < 0 ? null : own(lines, start);
    }

    /** An attribution may be folded into three lines and be followed by blank ones; -1 if there is none. */
    private static int attributionStart(List<String> lines, int end) {
        int last = end - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        String folded = "";
        for (int first = last; first >= 0 && first > last - 3 && !lines.get(first).isBlank(); first--) {
            folded = (lines.get(first).strip() + " " + folded).strip();
            if (isMark(folded, ATTRIBUTION) && startsAttribution(lines.get(first))) {
                return first;
            }
        }
        return -1;
    }

    private static boolean startsAttribution(String line) {
        return line.chars().anyMatch(Character::isDigit) || line.contains("@") || line.strip().endsWith(":");
    }

    private static boolean isHeaderBlock(List<String> lines, int i) {
        if (!isMark(lines.get(i), FROM)) {
            return false;
        }
        long others = lines.subList(i + 1, Math.min(lines.size(), i + 7)).stream()
                .filter(line -> isMark(line, OTHER))
                .count();
        return others >= 2;
    }

    private static boolean isMark(String line, Pattern mark) {
        return line.length() <= LONGEST_MARK && mark.matcher(line.strip()).find();
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">");
    }

    private static boolean quotedToTheEnd(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream().allMatch(line -> line.isBlank() || isQuoted(line));
    }

    private static @Nullable String own(List<String> lines, int end) {
        int last = end;
        while (last > 0 && (lines.get(last - 1).isBlank() || RULE.matcher(lines.get(last - 1).strip()).find())) {
            last--;
        }
        String own = String.join("\n", lines.subList(0, last)).strip();
        return own.isEmpty() ? null : own;
    }
}
