package org.interactionhub.benchmarks.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of documentation, of which stretches are written by runs and the rest by people.
 *
 * @param begin the line above the stretch of one command
 * @param end the line below it
 */
public record Page(Path file, String begin, String end) {

    /** The page on performance, with the stretch that this command writes, such as {@code bench}. */
    public static Page performance(String command) {
        return of("docs/performance.md", command);
    }

    /** The page of the project, such as {@code docs/performance.md}, with the stretch that this command writes. */
    public static Page of(String page, String command) {
        return of(Path.of(System.getProperty("hub.script", "hub")).resolveSibling(page), command);
    }

    static Page of(Path file, String command) {
        String mark = "<!-- written by ./hub " + command + " --write-docs: ";
        return new Page(file, mark + "begin -->", mark + "end -->");
    }

    /** @throws IOException also if the page does not say where the stretch begins and ends */
    public void write(List<String> lines) throws IOException {
        Files.writeString(file, with(Files.readString(file), lines));
    }

    String with(String page, List<String> lines) throws IOException {
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException("The page lacks the lines " + begin + " and " + end);
        }
        return page.substring(0, from + begin.length()) + "\n\n" + String.join("\n", lines) + "\n\n"
                + page.substring(to);
    }
}
