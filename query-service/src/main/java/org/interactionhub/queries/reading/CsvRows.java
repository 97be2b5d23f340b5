package org.interactionhub.queries.reading;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180): a line of column names, then a line per row. What a spreadsheet would take for a formula is
 * written as text.
 */
public final class CsvRows {

    /** By which spreadsheets know that the text is UTF-8; programs want none. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What makes a spreadsheet take a cell for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final CsvWriter csv;
    private final List<String> columns;

    /** @param out should be buffered */
    public CsvRows(Writer out, List<String> columns) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(out);
        this.columns = columns;
        csv.writeRecord(columns);
    }

    /** @param row by the names of columns; what is missing is left empty */
    public void write(Map<String, @Nullable Object> row) {
        csv.writeRecord(columns.stream().map(column -> cell(row.get(column))).toList());
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean isFormula = !(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
