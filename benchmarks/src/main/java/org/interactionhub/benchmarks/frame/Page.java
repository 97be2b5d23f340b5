package org.interactionhub.benchmarks.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page of documentation, of which one stretch is written by the run and the rest by people. */
public record Page(Path file) {

    static final String BEGIN = "<!-- written by ./hub bench --write-docs: begin -->";
    static final String END = "<!-- written by ./hub bench --write-docs: end -->";

    /** @throws IOException also if the page does not say where the stretch begins and ends */
    public void write(Table table) throws IOException {
        Files.writeString(file, with(Files.readString(file), table.lines()));
    }

    static String with(String page, List<String> lines) throws IOException {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("The page lacks the lines " + BEGIN + " and " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + String.join("\n", lines) + "\n\n"
                + page.substring(end);
    }
}
