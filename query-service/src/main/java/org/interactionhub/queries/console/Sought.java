package org.interactionhub.queries.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interactionhub.events.Participant;
import org.interactionhub.queries.timeline.Highlight;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/**
 * The words of an entry that were sought, in the forms in which they stand there. Whatever is shown of the entry, whole or
 * in part, is told in runs that are marked or not; a run is text and never HTML.
 */
record Sought(@Nullable Pattern words) {

    /** Whoever sought nothing. */
    static final Sought NOTHING = new Sought(null);

    /** A stretch of a text. */
    record Run(String text, boolean sought) {}

    static Sought in(TimelineItem item) {
        Set<String> words = item.highlights().stream().map(one -> word(item, one)).filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(() -> new TreeSet<>((one, other) -> one.length() == other.length()
                        ? one.compareTo(other)
                        : other.length() - one.length())));
        return words.isEmpty()
                ? NOTHING
                : new Sought(Pattern.compile(words.stream().map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static String word(TimelineItem item, Highlight place) {
        String[] path = place.field().split("/");
        String text = switch (path[1]) {
            case "subject" -> item.subject();
            case "text" -> item.text();
            case "reply" -> item.reply();
            case "participants" -> party(item.participants().get(Integer.parseInt(path[2])), path[3]);
            default -> item.notes().get(Integer.parseInt(path[2])).text();
        };
        return text == null ? "" : text.substring(place.from(), place.to());
    }

    private static @Nullable String party(Participant party, String field) {
        return field.equals("name") ? party.name() : party.value();
    }

    /** Where the first of the words stands, -1 if none does. */
    int firstIn(@Nullable String text) {
        if (words == null || text == null) {
            return -1;
        }
        Matcher found = words.matcher(text);
        return found.find() ? found.start() : -1;
    }

    /** The text in runs. */
    public List<Run> in(String text) {
        if (words == null) {
            return List.of(new Run(text, false));
        }
        List<Run> runs = new ArrayList<>();
        Matcher found = words.matcher(text);
        int at = 0;
        while (found.find()) {
            add(runs, text.substring(at, found.start()), false);
            add(runs, found.group(), true);
            at = found.end();
        }
        add(runs, text.substring(at), false);
        return runs;
    }

    private static void add(List<Run> runs, String text, boolean sought) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, sought));
        }
    }
}
