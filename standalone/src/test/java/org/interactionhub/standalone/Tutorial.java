package org.interactionhub.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands of a page of docs in their order, each with the answer that the page shows. */
record Tutorial(List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("```sh\n(.*?)```\n(?:\n```output\n(.*?)\n```)?",
            Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");

    /** @param shown what the page says will be printed, with {@code …} for what differs; empty if it says nothing */
    record Step(String chapter, String commands, String shown) {

        /** Only what asks may be asked again. */
        boolean asksOnly() {
            return !commands.contains(" -d ") && !commands.contains("--data-binary") && !commands.contains("POST")
                    && !commands.contains("smtp")
                    && !commands.contains("./hub");
        }

        Pattern expected() {
            return Pattern.compile(Stream.of(shown.split("…", -1)).map(Pattern::quote)
                    .collect(Collectors.joining(".*?")), Pattern.DOTALL);
        }

        @Override
        public String toString() {
            return chapter + ": " + commands.lines().findFirst().orElse("");
        }
    }

    /** @param name below docs */
    static Tutorial read(String name) {
        try {
            String page = Files.readString(Path.of("..", "docs", name));
            List<MatchResult> headings = HEADING.matcher(page).results().toList();
            List<Step> steps = new ArrayList<>();
            Matcher step = STEP.matcher(page);
            while (step.find()) {
                int begin = step.start();
                String chapter = headings.stream().filter(heading -> heading.start() < begin)
                        .reduce((_, last) -> last).map(heading -> heading.group(1)).orElse("");
                steps.add(new Step(chapter, step.group(1), step.group(2) == null ? "" : step.group(2)));
            }
            return new Tutorial(steps);
        } catch (IOException e) {
            throw new AssertionError(name + " cannot be read", e);
        }
    }
}
