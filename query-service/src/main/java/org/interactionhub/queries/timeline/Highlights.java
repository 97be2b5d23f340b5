package org.interactionhub.queries.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the words that were sought in what is shown of entries, in whichever form they stand there. */
final class Highlights {

    private static final int NAMED = 5;
    /** What parts the words of an address, as the index of words has it. */
    private static final Pattern PARTED = Pattern.compile("[@._+-]");

    private final WordsTable words;

    Highlights(WordsTable words) {
        this.words = words;
    }

    /** One text of an entry. */
    private record Text(String field, String text) {}

    /** @param wanted as a {@code tsquery}; null if nothing was sought */
    List<TimelineItem> in(List<TimelineItem> items, @Nullable String wanted) {
        if (wanted == null || items.isEmpty()) {
            return items;
        }
        List<List<Highlight>> found = found(items, wanted);
        return IntStream.range(0, items.size()).mapToObj(i -> items.get(i).highlighted(found.get(i))).toList();
    }

    /** The words themselves, each once, as they stand in the first entry that holds them. */
    List<String> words(List<TimelineItem> items, String wanted) {
        List<List<Highlight>> found = found(items, wanted);
        Map<String, String> words = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            Map<String, String> texts = new TreeMap<>();
            texts(items.get(i)).forEach(text -> texts.put(text.field(), text.text()));
            for (Highlight one : found.get(i)) {
                String word = texts.getOrDefault(one.field(), "").substring(one.from(), one.to());
                words.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
            }
        }
        return words.values().stream().limit(NAMED).toList();
    }

    private List<List<Highlight>> found(List<TimelineItem> items, String wanted) {
        List<List<Text>> texts = items.stream().map(item -> texts(item).toList()).toList();
        List<String> marked = words.marked(wanted, texts.stream().flatMap(List::stream).map(Text::text).toList());
        List<List<Highlight>> found = new ArrayList<>();
        int next = 0;
        for (List<Text> those : texts) {
            List<Highlight> places = new ArrayList<>();
            for (Text text : those) {
                places.addAll(places(text, marked.get(next++)));
            }
            found.add(places);
        }
        return found;
    }

    private static List<Highlight> places(Text text, String marked) {
        if (marked.codePoints().filter(c -> c != WordsTable.BEGIN && c != WordsTable.END).count() != text.text()
                .codePointCount(0, text.text().length())) {
            return List.of(); // PostgreSQL leaves out what is longer than a word can be: places behind it are unknown
        }
        List<Highlight> places = new ArrayList<>();
        int at = 0;
        int from = 0;
        for (int c : marked.codePoints().toArray()) {
            switch (c) {
                case WordsTable.BEGIN -> from = at;
                case WordsTable.END -> places.add(new Highlight(text.field(), from + joint(text.text(), from), at));
                default -> at += Character.charCount(text.text().codePointAt(at));
            }
        }
        return places.isEmpty() ? Collections.emptyList() : places;
    }

    /** The dash of "D-1042" counts to the number, but is none of it. */
    private static int joint(String text, int from) {
        return "-+/".indexOf(text.charAt(from)) < 0 ? 0 : 1;
    }

    private static Stream<Text> texts(TimelineItem item) {
        List<Text> texts = new ArrayList<>();
        add(texts, "/subject", item.subject());
        add(texts, "/text", item.text());
        add(texts, "/reply", item.reply());
        for (int i = 0; i < item.participants().size(); i++) {
            add(texts, "/participants/" + i + "/name", item.participants().get(i).name());
            String value = item.participants().get(i).value();
            add(texts, "/participants/" + i + "/value", value);
            add(texts, "/participants/" + i + "/value", PARTED.matcher(value).replaceAll(" "));
        }
        for (int i = 0; i < item.notes().size(); i++) {
            add(texts, "/notes/" + i + "/text", item.notes().get(i).text());
        }
        return texts.stream();
    }

    private static void add(List<Text> texts, String field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.add(new Text(field, text.replace(WordsTable.BEGIN, ' ').replace(WordsTable.END, ' ')));
        }
    }
}
