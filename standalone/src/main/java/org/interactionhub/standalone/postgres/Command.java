package org.interactionhub.standalone.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short commands of the operating system. */
final class Command {

    private Command() {}

    /** Runs it to its end and drops its output. */
    static int run(List<String> words) throws IOException {
        return exitOf(new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** @throws IOException with what the command printed, if it fails */
    static void demand(ProcessBuilder command) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitOf(process) != 0) {
            throw new IOException(String.join(" ", command.command()) + " failed: " + output.strip());
        }
    }

    /** Sends a signal by name, such as {@code INT}; a process that is gone is no error. */
    static void signal(String name, long pid) throws IOException {
        run(List.of("sh", "-c", "kill -" + name + " " + pid));
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a command ran");
        }
    }
}
