package org.interactionhub.queries.view;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.interactionhub.door.Refusal;
import org.interactionhub.queries.reading.CsvRows;

/**
 * All rows of a view, of one build, in a file that is there until it is closed. It is whole before the first byte is
 * answered, and whoever fetches it slowly holds up neither the next build nor a connection to the database.
 *
 * @param position of the log, as of which the rows are
 */
record CsvFile(Path path, long position) implements AutoCloseable {

    /**
     * @param mark in front of everything
     * @param none why there are no rows to read
     */
    static CsvFile of(String view, ViewsTable table, String mark, Supplier<Refusal> none) throws IOException {
        Path path = Files.createTempFile("view-", ".csv");
        try {
            return new CsvFile(path, write(path, view, table, mark, none));
        } catch (IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
    }

    private static long write(Path path, String view, ViewsTable table, String mark, Supplier<Refusal> none)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(path)) {
            out.write(mark);
            return table.held(view, built -> {
                table.each(view, built.face(), new CsvRows(out, built.face().names())::write);
                return built.position();
            }).orElseThrow(none);
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}
