package org.interactionhub.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The resource files of the story. */
final class Library {

    /** A misspelt field of a story is told at once, not left away. */
    static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private Library() {}

    static Company company() {
        return read("company.yaml", Company.class);
    }

    static List<Story> longStories(Company company) {
        List<Story> stories = new ArrayList<>();
        company.stories().forEach(file -> stories.add(read("stories/" + file, Story.class)));
        return stories;
    }

    static <T> T read(String file, Class<T> type) {
        return JSON.convertValue(tree(file), type);
    }

    static Map<String, Object> tree(String file) {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(new String(bytes(file), StandardCharsets.UTF_8));
    }

    static byte[] bytes(String file) {
        try (InputStream in = Library.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The demo lacks its file " + file + ".");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
