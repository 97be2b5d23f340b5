package org.interactionhub.readers.listing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.interactionhub.readers.MailAddresses;
import org.interactionhub.readers.PlainText;
import org.interactionhub.readers.matching.CsvRow;
import org.interactionhub.readers.matching.NotAList;

/**
 * A file with one client in a row: CSV, XLSX or vCard, told apart by what is in it.
 *
 * @param header what the columns are called; letters where the file does not say
 * @param lines those with something in them, each with a cell for each column
 */
public record ListFile(List<String> header, List<Line> lines) {

    /** Of a list; more are taken in parts. */
    public static final int MOST_ROWS = 50_000;

    /** Of a file. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_COLUMNS = 200;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int FIRST_WORDS = 64;
    private static final int LONGEST_NAME = 200;

    /** @param row its number as a spreadsheet counts, the first of all being 1; of a card its place in the file */
    public record Line(int row, List<String> cells) {}

    /** @throws NotAList in a sentence that says what to do about it */
    public static ListFile read(byte[] bytes) throws NotAList {
        if (begins(bytes, OLE)) {
            throw new NotAList("This is a workbook of Excel 2003 or older. Save it as .xlsx or as CSV.");
        }
        if (begins(bytes, ZIP)) {
            return of(Workbook.rows(bytes));
        }
        return isCards(bytes) ? Cards.read(bytes) : of(CsvRow.read(bytes, MOST_ROWS + 1));
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && IntStream.range(0, with.length).allMatch(i -> bytes[i] == with[i]);
    }

    private static boolean isCards(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, FIRST_WORDS), StandardCharsets.ISO_8859_1);
        return beginning.replaceFirst("^\\u00EF\\u00BB\\u00BF", "").strip().toUpperCase(Locale.ROOT)
                .startsWith("BEGIN:VCARD");
    }

    private static ListFile of(List<CsvRow> rows) throws NotAList {
        if (rows.isEmpty()) {
            throw new NotAList("The list is empty.");
        }
        CsvRow first = rows.getFirst();
        boolean headed = first.cells().stream().noneMatch(ListFile::isAddress);
        int columns = Math.min(MOST_COLUMNS, rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        List<String> header = IntStream.range(0, columns)
                .mapToObj(column -> headed && column < first.cells().size() && !first.cells().get(column).isEmpty()
                        ? cut(plain(first.cells().get(column)).replace('\n', ' '))
                        : letters(column))
                .toList();
        return bounded(header, rows.subList(headed ? 1 : 0, rows.size()).stream()
                .map(row -> new Line(row.number(), asWide(row.cells(), columns))).toList());
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    static ListFile bounded(List<String> header, List<Line> lines) throws NotAList {
        if (lines.isEmpty()) {
            throw new NotAList("The list has a header and no rows.");
        }
        if (lines.size() > MOST_ROWS) {
            throw new NotAList("The list has more than " + MOST_ROWS + " rows. Take it in parts.");
        }
        return new ListFile(header, lines);
    }

    /** A header names things; whoever finds an address in it looks at the first client. */
    private static boolean isAddress(String cell) {
        return new MailAddresses().canonical(cell).isPresent() || cell.chars().filter(Character::isDigit).count() >= 7;
    }

    private static List<String> asWide(List<String> cells, int columns) {
        List<String> wide = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            wide.add(column < cells.size() ? plain(cells.get(column)) : "");
        }
        return List.copyOf(wide);
    }

    /** Lines stay lines; what no screen shows goes. */
    static String plain(String cell) {
        return PlainText.clean(cell).replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ')
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip();
    }

    /** As a spreadsheet names columns: A to Z, then AA. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
