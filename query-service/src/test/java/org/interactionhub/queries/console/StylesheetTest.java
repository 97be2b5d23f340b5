package org.interactionhub.queries.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StylesheetTest {

    private static final Path SHEET = Path.of("src/main/resources/static/hub.css");
    private static final Pattern SECTION = Pattern.compile("/\\* --- ([^-:]+?)(?::[^*]*)? --- \\*/");
    /** What stands at the beginning of a line applies at every width; what is indented adapts it. */
    private static final Pattern BARE = Pattern.compile("(?m)^(\\.[a-z-]+(?:\\.[a-z-]+)*)(?=,| \\{)");

    @Test
    void no_two_sections_say_how_one_thing_looks() throws IOException {
        String sheet = Files.readString(SHEET);
        Map<String, Set<String>> sections = new TreeMap<>();
        int begin = 0;
        String name = "";
        for (MatchResult section : SECTION.matcher(sheet).results().toList()) {
            collect(sheet.substring(begin, section.start()), name, sections);
            begin = section.end();
            name = section.group(1);
        }
        collect(sheet.substring(begin), name, sections);

        assertThat(sections).hasSizeGreaterThan(50)
                .allSatisfy((thing, where) -> assertThat(where).as(thing).hasSize(1));
    }

    private static void collect(String text, String section, Map<String, Set<String>> sections) {
        BARE.matcher(text).results().forEach(
                rule -> sections.computeIfAbsent(rule.group(1), _ -> new TreeSet<>()).add(section));
    }
}
