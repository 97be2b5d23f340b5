package org.interactionhub.queries.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java/org/interactionhub/queries");
    private static final Pattern KEY = Pattern.compile("#\\{\\|?([a-z0-9.-]+)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");
    private static final Path READERS = Path.of("../readers/src/main/java");
    private static final Pattern REASON = Pattern
            .compile("(?:CannotRead|MailTooMuch|Unreadable)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Map<String, String> ENGLISH = bundle("messages.properties");
    private static final Map<String, String> RUSSIAN = bundle("messages_ru.properties");

    @Test
    void both_languages_say_everything() {
        assertThat(RUSSIAN.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(RUSSIAN.values()).noneMatch(String::isBlank);
        assertThat(ENGLISH.values()).noneMatch(String::isBlank);
    }

    @Test
    void both_languages_are_told_the_same() {
        assertThat(ENGLISH).allSatisfy((key, text) -> assertThat(arguments(RUSSIAN.getOrDefault(key, "")))
                .as(key).isEqualTo(arguments(text)));
    }

    @Test
    void counted_things_have_two_forms_in_english_and_three_in_russian() {
        assertThat(ENGLISH).allSatisfy((key, text) -> {
            if (text.contains("|")) {
                assertThat(text.split("\\|")).as(key).hasSize(2);
                assertThat(RUSSIAN.getOrDefault(key, "").split("\\|")).as(key).hasSize(3);
            }
        });
    }

    @Test
    void every_reason_that_a_reader_gives_is_said_in_words() throws IOException {
        try (Stream<Path> sources = Files.walk(READERS)) {
            List<String> keys = sources.filter(Files::isRegularFile).flatMap(source -> found(REASON, source))
                    .map("letter.reason."::concat).toList();
            assertThat(keys).hasSizeGreaterThan(20);
            assertThat(ENGLISH).containsKeys(keys.toArray(String[]::new));
        }
    }

    @Test
    void every_word_a_template_asks_for_exists() throws IOException {
        for (Path template : templates().toList()) {
            assertThat(found(KEY, template)).as(template.toString())
                    .allMatch(key -> key.endsWith(".")
                            ? ENGLISH.keySet().stream().anyMatch(one -> one.startsWith(key))
                            : ENGLISH.containsKey(key));
        }
    }

    @Test
    void no_word_is_left_over() throws IOException {
        List<String> asked = Stream.concat(templates().flatMap(file -> found(KEY, file)),
                sources().flatMap(file -> found(LITERAL, file))).toList();

        assertThat(ENGLISH.keySet()).allMatch(key -> asked.stream()
                .anyMatch(one -> key.equals(one) || one.endsWith(".") && key.startsWith(one)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templates_hold_no_words_of_their_own(Path template) throws IOException {
        Document page = Jsoup.parse(Files.readString(template));

        assertThat(page.text().replaceAll("[^\\p{L}]", "")).isEmpty();
        assertThat(page.select("[title], [alt], [placeholder], [aria-label]")).isEmpty();
    }

    static Stream<Path> templates() throws IOException {
        return Files.list(RESOURCES.resolve("templates"));
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(SOURCES).filter(file -> file.toString().endsWith(".java"));
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).distinct().sorted().toList();
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().map(match -> match.group(1)).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> bundle(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, String> bundle = new TreeMap<>();
        properties.forEach((key, text) -> bundle.put(key.toString(), text.toString()));
        return bundle;
    }
}
