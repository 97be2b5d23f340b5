package org.interactionhub.channels.proof;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interactionhub.readers.providers.Providers;
import org.jspecify.annotations.Nullable;

/**
 * The sources that share a secret with us: a file each, {@code chats/SOURCE.properties}, {@code forms/FORM.properties},
 * {@code calls/}, {@code deals/} or {@code payments/SOURCE.properties} in one folder, read when the process starts.
 * Secrets stand nowhere else.
 */
public final class Sources {

    private static final List<String> DOORS = List.of("chats", "forms", "calls", "deals", "payments");
    private static final String SUFFIX = ".properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<=^|,\\s{0,9})\\$\\{([A-Z0-9_]+)}(?=\\s*(?:,|$))");

    private final Map<String, Source> sources = new HashMap<>();

    /**
     * Reads the files; there need not be any.
     *
     * @param environment what stands under a name in the environment, null if nothing does; taken for a value, or one of
     *            several between commas, that is {@code ${NAME}} as a whole
     * @throws IllegalStateException in a sentence that names the file, if one makes no sense
     */
    public Sources(Path folder, Providers providers, Function<String, @Nullable String> environment)
            throws IOException {
        for (String door : DOORS) {
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

    /** @param door one of those folders, named as in the path of the inlet */
    public Optional<Source> of(String door, String name) {
        return Optional.ofNullable(sources.get(door + "/" + name));
    }

    private static Map<String, String> settings(Path file, Function<String, @Nullable String> environment)
            throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames()
                .forEach(name -> settings.put(name, filled(file, properties.getProperty(name).strip(), environment)));
        return settings;
    }

    private static String filled(Path file, String value, Function<String, @Nullable String> environment) {
        return PLACEHOLDER.matcher(value).replaceAll(hole -> {
            String there = environment.apply(hole.group(1));
            if (there == null) {
                throw Source.senseless(file, "asks for " + hole.group() + ", which is not in the environment");
            }
            return Matcher.quoteReplacement(there.strip());
        });
    }
}
