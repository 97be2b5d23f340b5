package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page of all settings, held against everything that reads one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(hub\\.[a-z.-]+)(?::([^}]*))?}");
    private static final Pattern DEFAULT = Pattern.compile("(?m)^(hub\\.[a-z.-]+)=(.*)$");
    private static final Pattern VARIABLE = Pattern.compile("(?<![A-Z_])HUB_[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern SHELL_DEFAULT = Pattern.compile("\\$\\{(HUB_[A-Z_]+):-?([^}]*)}");
    private static final Set<String> NOT_FOR_PEOPLE = Set.of("HUB_CORPORA", "HUB_DB");
    private static final Map<String, List<String>> READERS = Map.of("channel-adapters",
            List.of("http-door/src/main", "channel-adapters/src/main"), "command-service",
            List.of("http-door/src/main", "command-service/src/main"), "query-service",
            List.of("http-door/src/main", "query-service/src/main"), "hub", List.of("hub", "standalone/src/main"),
            "compose", List.of("docker-compose.yml"));

    /** A line of the page. */
    private record Setting(String name, String key, String standard, String unit, Set<String> readers) {}

    private final List<Setting> page = page();

    @Test
    void the_page_names_every_setting_and_who_reads_it_and_nothing_else() throws IOException {
        Map<String, Set<String>> inTheCode = new TreeMap<>();
        for (Map.Entry<String, List<String>> reader : READERS.entrySet()) {
            for (String name : readBy(reader.getKey(), reader.getValue())) {
                inTheCode.computeIfAbsent(name, _ -> new TreeSet<>()).add(reader.getKey());
            }
        }

        Map<String, Set<String>> onThePage = page.stream()
                .collect(Collectors.toMap(Setting::name, Setting::readers));
        assertThat(new TreeMap<>(onThePage)).isEqualTo(inTheCode);
    }

    @Test
    void a_key_is_its_name_in_small_letters() {
        assertThat(page).filteredOn(setting -> !setting.key().isEmpty())
                .allSatisfy(setting -> assertThat(environment(setting.key())).isEqualTo(setting.name()));
    }

    @Test
    void the_page_has_the_defaults_of_the_code() throws IOException {
        Map<String, String> standards = page.stream()
                .collect(Collectors.toMap(Setting::name, Setting::standard));
        for (String place : READERS.values().stream().flatMap(List::stream).distinct().toList()) {
            for (String text : texts(PROJECT.resolve(place))) {
                defaults(text).forEach((name, standard) -> assertThat(standards.get(name)).as(name + " in " + place)
                        .isEqualTo(standard));
            }
        }
    }

    @Test
    void the_pages_for_people_name_no_setting_that_is_not_on_it() throws IOException {
        Set<String> known = page.stream().map(Setting::name).collect(Collectors.toSet());
        try (Stream<Path> pages = Files.walk(PROJECT.resolve("docs"))) {
            for (Path other : Stream.concat(pages, Stream.of(PROJECT.resolve("README.md")))
                    .filter(path -> path.toString().endsWith(".md")).toList()) {
                assertThat(names(VARIABLE, Files.readString(other), 0)).as(other.toString())
                        .allSatisfy(name -> assertThat(known).contains(name));
            }
        }
    }

    /** What a default says of a setting, where it says something that holds everywhere. */
    private static Map<String, String> defaults(String text) {
        Map<String, String> found = new TreeMap<>();
        DEFAULT.matcher(text).results()
                .forEach(line -> found.put(environment(line.group(1)), line.group(2)));
        Stream.concat(PLACEHOLDER.matcher(text).results(), SHELL_DEFAULT.matcher(text).results())
                .filter(use -> use.group(2) != null)
                .forEach(use -> found.put(environment(use.group(1)), use.group(2).replace("$HUB/", "./")));
        found.values().removeIf(value -> value.isEmpty() || value.contains("$("));
        // containers have no time zone of their own to show times in
        found.remove("HUB_ZONE", "UTC");
        return found;
    }

    private static Set<String> readBy(String reader, List<String> places) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String place : places) {
            for (String text : texts(PROJECT.resolve(place))) {
                if (reader.equals("compose")) {
                    names.addAll(names(SHELL_DEFAULT, text, 1));
                } else {
                    names.addAll(names(VARIABLE, text, 0));
                    names(PLACEHOLDER, text, 1).forEach(key -> names.add(environment(key)));
                    names(DEFAULT, text, 1).forEach(key -> names.add(environment(key)));
                }
            }
        }
        // what the script and the documentation of code only mention is no setting that they read
        names.removeAll(NOT_FOR_PEOPLE);
        if (reader.equals("hub")) {
            names.removeAll(onlyInTheHelp());
        }
        return names;
    }

    /** The help of the script tells of settings that only the services read. */
    private static Set<String> onlyInTheHelp() throws IOException {
        String script = Files.readString(PROJECT.resolve("hub"));
        String help = script.substring(script.indexOf("<<'TEXT'"), script.indexOf("\nTEXT\n"));
        Set<String> elsewhere = names(VARIABLE, script.replace(help, ""), 0);
        for (String text : texts(PROJECT.resolve("standalone/src/main"))) {
            elsewhere.addAll(names(VARIABLE, text, 0));
        }
        Set<String> told = names(VARIABLE, help, 0);
        told.removeAll(elsewhere);
        return told;
    }

    private static List<String> texts(Path place) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.equals(place) || path.toString().matches(".*\\.(java|properties)")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static Set<String> names(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String environment(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static List<Setting> page() {
        try {
            return Files.readAllLines(PROJECT.resolve("docs/reference/configuration.md")).stream()
                    .filter(line -> line.startsWith("| `HUB_"))
                    .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).map(ConfigurationTest::plain)
                            .toList())
                    .map(cells -> new Setting(cells.get(1), cells.get(2), cells.get(3), cells.get(4),
                            new TreeSet<>(List.of(cells.get(5).split(", ")))))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the page of settings cannot be read", e);
        }
    }

    private static String plain(String cell) {
        return cell.replace("`", "");
    }
}
