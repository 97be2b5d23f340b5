package org.interactionhub.standalone;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.interactionhub.readers.matching.ClientList;
import org.interactionhub.readers.matching.Matching;
import org.interactionhub.readers.matching.NotAList;
import org.interactionhub.readers.matching.Pair;

/** Writes down which rows of a list may be the same person or company. */
record Match(PrintWriter out, PrintWriter err) {

    int run(Path file, Path pairs) throws IOException {
        try {
            ClientList list = ClientList.read(Files.readAllBytes(file));
            List<Pair> suggestions = new Matching(System.getenv().getOrDefault("HUB_REGION", "RU")).suggest(list);
            write(suggestions, pairs);
            out.println(
                    "Rows read: %d. Suggestions written to %s: %d. Nothing was linked.".formatted(list.size(), pairs,
                            suggestions.size()));
            return 0;
        } catch (NotAList e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static void write(List<Pair> suggestions, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("row", "other", "score", "for", "against");
            for (Pair pair : suggestions) {
                csv.writeRecord(pair.row(), pair.other(), String.format(Locale.ROOT, "%.1f", pair.score()),
                        String.join("; ", pair.pro()), String.join("; ", pair.contra()));
            }
        }
    }
}
