package org.interactionhub.channels.proof;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.interactionhub.readers.providers.Providers;

/**
 * The sources that share a secret with us: a file each, {@code chats/SOURCE.properties}, {@code forms/FORM.properties} or
 * {@code calls/SOURCE.properties} in one folder, read when the process starts. Secrets stand nowhere else.
 */
public final class Sources {

    private static final String SUFFIX = ".properties";

    private final Map<String, Source> sources = new HashMap<>();

    /**
     * Reads the files; there need not be any.
     *
     * @param environment puts what it knows in place of {@code ${NAME}}
     * @throws IllegalStateException in a sentence that names the file, if one makes no sense
     */
    public Sources(Path folder, Providers providers, UnaryOperator<String> environment) throws IOException {
        for (String door : new String[]{"chats", "forms", "calls"}) {
            if (Files.isDirectory(folder.resolve(door))) {
                try (Stream<Path> files = Files.list(folder.resolve(door))) {
                    for (Path file : files.filter(one -> one.toString().endsWith(SUFFIX)).toList()) {
                        String name = String.valueOf(file.getFileName());
                        sources.put(door + "/" + name.substring(0, name.length() - SUFFIX.length()),
                                Source.of(file, settings(file, environment), providers));
                    }
                }
            }
        }
    }

    /** @param door {@code chats}, {@code forms} or {@code calls}, as in the path of the inlet */
    public Optional<Source> of(String door, String name) {
        return Optional.ofNullable(sources.get(door + "/" + name));
    }

    private static Map<String, String> settings(Path file, UnaryOperator<String> environment) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames()
                .forEach(name -> settings.put(name, environment.apply(properties.getProperty(name)).strip()));
        return settings;
    }
}
