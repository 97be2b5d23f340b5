package org.interactionhub.readers.matching;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.readers.mail.LenientCharsets;

/**
 * One row of a CSV file that has something in it.
 *
 * @param number as a spreadsheet counts, blank rows included, the first of all being 1
 * @param cells without blanks around them
 */
public record CsvRow(int number, List<String> cells) {

    private static final char[] SEPARATORS = {',', ';', '\t'};

    /**
     * Commas, semicolons or tabs, whichever the header has most of; UTF-8, UTF-16 with its mark, or what it seems to be
     * otherwise.
     */
    public static List<CsvRow> read(byte[] csv) throws NotAList {
        return read(csv, Integer.MAX_VALUE);
    }

    /** @param most rows that are taken; of more the list is refused before they are kept */
    public static List<CsvRow> read(byte[] csv, int most) throws NotAList {
        String text = decoded(csv);
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator(bare))
                .trimWhitespacesAroundQuotes(true).allowUnclosedQuote(true).skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(bare)) {
            int number = 0;
            for (CsvRecord record : reader) {
                number++;
                List<String> cells = record.getFields().stream().map(String::strip).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new CsvRow(number, cells));
                    if (rows.size() > most) {
                        throw new NotAList("The list has more than " + most + " rows. Take it in parts.");
                    }
                }
            }
            return rows;
        } catch (CsvParseException | IOException broken) {
            throw new NotAList("The list is no CSV: " + broken.getMessage());
        }
    }

    /** What a spreadsheet calls Unicode text is UTF-16. */
    private static String decoded(byte[] csv) {
        boolean marked = csv.length >= 2
                && (csv[0] == (byte) 0xFF && csv[1] == (byte) 0xFE || csv[0] == (byte) 0xFE && csv[1] == (byte) 0xFF);
        return marked ? new String(csv, StandardCharsets.UTF_16) : LenientCharsets.decode(csv, null);
    }

    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char found = SEPARATORS[0];
        for (char separator : SEPARATORS) {
            if (count(header, separator) > count(header, found)) {
                found = separator;
            }
        }
        return found;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
