package org.interactionhub.queries.console.operations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.console.operations.ProcessorPages.ProcessorPage;
import org.interactionhub.queries.console.operations.ReplayPages.ReplayPage;
import org.interactionhub.queries.intake.LetterCount;
import org.jspecify.annotations.Nullable;

/**
 * What is well and what is not, in words.
 *
 * @param tone of all of it: good if nothing asks for anybody
 */
record OverviewPage(String tone, List<Said> said) {

    private static final List<String> TONES = List.of("bad", "warn", "good");
    private static final String ENGLISH = "en";

    /**
     * What is to be said about a part of the hub.
     *
     * @param part key of its name
     * @param tone good, warn or bad: the worst of what is said
     * @param href where there is more
     */
    record Said(String part, String tone, List<Line> lines, String href) {

        Said(String part, String tone, String words, String more, String href) {
            this(part, tone, List.of(new Line(words, "", more, null)), href);
        }

        static Said together(List<Said> parts) {
            return new Said(parts.getFirst().part, worst(parts),
                    parts.stream().flatMap(part -> part.lines.stream()).toList(), parts.getFirst().href);
        }

        static String worst(List<Said> parts) {
            return parts.stream().map(Said::tone).min(Comparator.comparing(TONES::indexOf)).orElse("good");
        }
    }

    /**
     * A sentence.
     *
     * @param file the name of a view beside its title in the words, else empty
     * @param more in detail, empty if there is nothing to add
     * @param lang of the detail if it is not the visitor's: what stopped something is told in English
     */
    record Line(String words, String file, String more, @Nullable String lang) {}

    static OverviewPage of(Optional<List<LetterCount>> letters, AccountPage accounts, ProcessorPage processors,
            ReplayPage replays, Visitor visitor) {
        Wording words = visitor.words();
        List<Said> said = new ArrayList<>();
        said.add(letters.map(open -> letters(open, words))
                .orElseGet(() -> unpublished("operations.letters", LetterPages.PATH, words)));
        said.add(accounts.published()
                ? accounts(accounts, words)
                : unpublished("operations.accounts", "/operations/accounts", words));
        List<Said> going = new ArrayList<>();
        if (!processors.intake()) {
            going.add(unpublished("operations.processors", "/operations/processors", words));
        }
        processors.rows().stream().filter(OverviewPage::asksForSomebody)
                .forEach(row -> going.add(processor(row, words)));
        if (!going.isEmpty()) {
            said.add(Said.together(going));
        }
        said.add(replays(replays, words));
        return new OverviewPage(Said.worst(said), said);
    }

    /** What is made of the history is behind it as a rule, and rests between two builds. */
    private static boolean asksForSomebody(ProcessorPages.Row row) {
        return !row.follows().equals("history") || row.tone().equals("bad");
    }

    private static Said letters(List<LetterCount> open, Wording words) {
        long count = open.stream().mapToLong(LetterCount::letters).sum();
        if (count == 0) {
            return new Said("operations.letters", "good", words.say("overview.letters.none"), "", LetterPages.PATH);
        }
        LetterCount most = open.getFirst();
        return new Said("operations.letters", "warn", words.count("overview.letters.some", count),
                LetterRow.reason(most.code(), most.code(), words), LetterPages.PATH);
    }

    private static Said accounts(AccountPage accounts, Wording words) {
        if (accounts.wrong() > 0) {
            return new Said("operations.accounts", "bad", words.count("overview.accounts.wrong", accounts.wrong()), "",
                    "/operations/accounts");
        }
        return new Said("operations.accounts", "good",
                accounts.rows().isEmpty()
                        ? words.say("overview.accounts.none")
                        : words.say("overview.accounts.well", accounts.sums().received()),
                "", "/operations/accounts");
    }

    private static Said processor(ProcessorPages.Row row, Wording words) {
        String tone = row.tone().equals("bad") ? "bad" : "good";
        String sentence = switch (row.state()) {
            case "going" -> row.late()
                    ? words.say("overview.processor.late", row.title(), row.behind(), row.secondsBehind())
                    : words.say("overview.processor.well", row.title());
            case "stopped" -> words.say("overview.processor.stopped", row.title());
            case "silent" -> words.say("overview.processor.silent", row.title());
            default -> words.say("overview.processor.standing", row.title());
        };
        return new Said("operations.processors", tone,
                List.of(new Line(sentence, row.file(), row.error() == null ? "" : row.error(), ENGLISH)),
                "/operations/processors");
    }

    private static Said replays(ReplayPage replays, Wording words) {
        if (replays.rows().isEmpty()) {
            return new Said("operations.replays", "good", words.say("overview.replays.none"), "",
                    "/operations/replays");
        }
        ReplayPages.Row last = replays.rows().getFirst();
        String sentence = last.state().equals("running") && last.percent() == null
                ? words.say("overview.replays.building", last.title(), atWork(last))
                : words.say("overview.replays." + last.state(), last.title(),
                        Objects.requireNonNullElse(last.percent(), 0L), last.started().text());
        return new Said("operations.replays", last.state().equals("failed") ? "warn" : "good",
                List.of(new Line(sentence, last.file(), last.reason() == null ? "" : last.reason(), ENGLISH)),
                "/operations/replays");
    }

    private static String atWork(ReplayPages.Row view) {
        return Stream.of(Objects.requireNonNullElse(view.phase(), ""), view.at()).filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Said unpublished(String part, String href, Wording words) {
        return new Said(part, "warn", words.say("operations.unpublished"), "", href);
    }
}
