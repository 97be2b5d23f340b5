package org.interactionhub.readers.mail;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.OptionalInt;

/**
 * The line with which a mail program introduces what it quotes: who wrote it, and when. It may be folded, begin with
 * the day or with the name, and do without the verb.
 */
final class Attribution {

    private static final int LONGEST = 400;
    private static final int MOST_LINES = 6;
    private static final int LONGEST_VERB = 12;

    /** "Wrote", in the languages in which mail programs say it. */
    private static final Pattern WROTE = Pattern.compile("(?i)(?:^|[^\\p{L}])(?:wrote|writes|schrieb|schreibt"
            + "|a écrit|escribió|escribio|escreveu|ha scritto|scrisse|schreef|geschreven|skrev|skrifaði|kirjoitti"
            + "|napisał|napisała|napisał\\(a\\)|napsal|napsala|napsal\\(a\\)|napísal|írta|yazdı|a scris|έγραψε"
            + "|пишет|писал|писала|писали|написал|написала|написали|пише|писав|писала|написав|писа|написа"
            + "|rašė|kirjutas|đã viết|menulis|כתב|كتب)(?:[^\\p{L}]|$)|写道|寫道|写的|書きました|作成|작성|님이");

    private static final String TIME_OF_DAY = "\\d{1,2}\\s?[:.h]\\s?\\d{2}";
    private static final Pattern TIME = Pattern.compile("(?:^|\\D)" + TIME_OF_DAY + "(?:\\D|$)");
    private static final Pattern DAY = Pattern.compile(
            "(?:19|20)\\d{2}|(?:^|\\D)\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}(?:\\D|$)|\\d年|\\d月|\\p{L}{3,} \\d{1,2}(?:\\D|$)|(?:^|\\D)\\d{1,2}\\.? \\p{L}{3,}");

    /** What a folded one begins with when it does not begin with a name. */
    private static final Pattern LEAD = Pattern
            .compile("(?i)^[-\\s]*(?:on|am|le|el|il|in data|op|den|em|w dniu|dnia|dne|"
                    + "\\p{L}{2,12}[.,]? ?\\d|\\d|\\p{L}{2,12}, )");

    /** As one web mailer has it, without a verb or a colon. */
    private static final Pattern STAMP = Pattern
            .compile("^\\d{4}-\\d\\d-\\d\\d " + TIME_OF_DAY + " GMT[+-]\\d\\d:\\d\\d .+");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");

    private Attribution() {}

    /**
     * The line behind the attribution that begins at {@code start}; empty if none begins there.
     *
     * @param cut whether quoted lines followed the last of these
     */
    static OptionalInt endOf(List<String> lines, int start, boolean cut) {
        StringBuilder folded = new StringBuilder();
        for (int end = start; end < Math.min(lines.size(), start + MOST_LINES); end++) {
            String line = lines.get(end).strip();
            if (line.isEmpty() && !goesOn(lines, end + 1)) {
                return OptionalInt.empty();
            }
            folded.append(folded.isEmpty() || line.isEmpty() ? "" : " ").append(line);
            if (folded.length() > LONGEST) {
                return OptionalInt.empty();
            }
            if (isWhole(folded.toString(), quoteFollows(lines, end + 1, cut)) && beginsAt(lines, start, end)) {
                return OptionalInt.of(end + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean quoteFollows(List<String> lines, int from, boolean cut) {
        return lines.subList(from, lines.size()).stream().filter(line -> !line.isBlank()).findFirst()
                .map(QuotedHistory::isQuoted).orElse(cut);
    }

    private static boolean isWhole(String folded, boolean quoteFollows) {
        String line = bare(folded);
        if (STAMP.matcher(line).find()) {
            return true;
        }
        boolean colon = line.endsWith(":") || line.endsWith("：");
        if (!colon && !WROTE.matcher(line.substring(Math.max(0, line.length() - LONGEST_VERB))).find()) {
            return false;
        }
        boolean address = ADDRESS.matcher(line).find();
        boolean time = TIME.matcher(line).find();
        return WROTE.matcher(line).find()
                ? address || time || quoteFollows && (colon || DAY.matcher(line).find())
                : address && (time || quoteFollows);
    }

    /** The line above an attribution is not of it only because it stands there. */
    private static boolean beginsAt(List<String> lines, int start, int end) {
        String first = bare(lines.get(start));
        if (start == end) {
            return true;
        }
        if (!TIME.matcher(first).find() && !DAY.matcher(first).find() && !ADDRESS.matcher(first).find()) {
            return false;
        }
        String below = String.join(" ", lines.subList(start + 1, end + 1)).strip();
        return LEAD.matcher(first).find() || !(isWhole(below, false) && TIME.matcher(below).find());
    }

    /** Some programs leave blank lines around an address that they fold. */
    private static boolean goesOn(List<String> lines, int next) {
        String line = next < lines.size() ? lines.get(next).strip() : "";
        return line.startsWith("<") && line.length() < 3 || line.startsWith("<mailto:");
    }

    private static String bare(String line) {
        return line.strip().replaceFirst("^[-_*>\\s]{2,}", "").replaceFirst("[-_*\\s]{2,}$", "").strip();
    }
}
