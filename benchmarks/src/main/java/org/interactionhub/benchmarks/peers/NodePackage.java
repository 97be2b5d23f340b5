package org.interactionhub.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A peer that is written for Node: installed from npm, as its lock file says, when it is first measured. */
public record NodePackage(Path directory) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOCK = "package-lock.json";

    /** What {@code node --version} says, or nothing if there is no Node on this machine. */
    public static Optional<String> version() {
        try {
            return Optional.of(run(null, "node", "--version").strip());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /**
     * Copies the peer's files to where they are installed, and installs what they need unless it is there.
     *
     * @throws IOException with what npm said, if it cannot
     */
    public static NodePackage install(String name) throws IOException {
        Path sources = sources(name);
        Path target = Path.of(System.getProperty("hub.work", ".hub")).resolve("peers").resolve(name);
        boolean installed = Files.exists(target.resolve(LOCK)) && Files.isDirectory(target.resolve("node_modules"))
                && Files.mismatch(target.resolve(LOCK), sources.resolve(LOCK)) < 0;
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            run(target, "npm", "ci", "--no-audit", "--no-fund");
        }
        return new NodePackage(target);
    }

    /** The version of a dependency that the peer's package names. */
    public static String versionOf(String name, String dependency) throws IOException {
        return JSON.readTree(Files.readAllBytes(sources(name).resolve("package.json"))).path("dependencies")
                .path(dependency).asString("unknown");
    }

    private static Path sources(String name) {
        return Path.of(System.getProperty("hub.script", "hub")).resolveSibling("benchmarks/src/peers/" + name);
    }

    /** A process of this script, talked to line by line; what it complains about goes to ours. */
    public Process start(String script, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("node", script));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String run(@Nullable Path directory, String... words) throws IOException {
        ProcessBuilder command = new ProcessBuilder(words).redirectErrorStream(true);
        if (directory != null) {
            command.directory(directory.toFile());
        }
        Process process = command.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", words) + " failed: " + output.strip());
        }
        return output;
    }
}
