package org.interactionhub.readers.listing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.interactionhub.readers.matching.CsvRow;
import org.interactionhub.readers.matching.NotAList;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX workbook that has anything in it, as its reader sees it. */
final class Workbook {

    /** Unpacked; a list of so many rows has a tenth of it. */
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;

    private static final int MOST_PARTS = 2_000;
    private static final int PORTION = 64 * 1024;
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i)[ymdh]");
    private static final Pattern NO_DATE = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|(?i)general");
    private static final Pattern LEADING_ZEROS = Pattern.compile("0+");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private Workbook() {}

    static List<CsvRow> rows(byte[] bytes) throws NotAList {
        requireOrdinary(bytes);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes),
                new ReadingOptions(true, true)); Stream<Sheet> sheets = workbook.getSheets()) {
            for (Sheet sheet : sheets.toList()) {
                List<CsvRow> rows = rows(sheet);
                if (!rows.isEmpty()) {
                    return rows;
                }
            }
            return List.of();
        } catch (IOException | ExcelReaderException broken) {
            throw unreadable();
        }
    }

    /** A few kilobytes can unpack to more than there is memory. */
    private static void requireOrdinary(byte[] bytes) throws NotAList {
        long unpacked = 0;
        byte[] portion = new byte[PORTION];
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw tooLarge();
            }
            for (ZipArchiveEntry part : parts) {
                try (InputStream in = zip.getInputStream(part)) {
                    for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw tooLarge();
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw unreadable();
        }
    }

    private static NotAList unreadable() {
        return new NotAList("The file is no workbook that can be read. Save it as .xlsx or as CSV once more.");
    }

    private static NotAList tooLarge() {
        return new NotAList("The workbook is far larger than a list of clients. Save the sheet with the list alone.");
    }

    private static List<CsvRow> rows(Sheet sheet) throws IOException, NotAList {
        List<CsvRow> rows = new ArrayList<>();
        try (Stream<Row> all = sheet.openStream()) {
            for (Iterator<Row> each = all.iterator(); each.hasNext();) {
                Row row = each.next();
                List<String> cells = row.stream().map(Workbook::text).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new CsvRow(row.getRowNum(), cells));
                }
                if (rows.size() > ListFile.MOST_ROWS + 1) {
                    throw new NotAList("The list has more than " + ListFile.MOST_ROWS + " rows. Take it in parts.");
                }
            }
        }
        return rows;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        return (cell.getValue() instanceof BigDecimal number ? number(number, cell) : cell.getText()).strip();
    }

    /** All digits of it: a phone number is never shown as 7.9E+10. */
    private static String number(BigDecimal number, Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null && DATE_FORMAT.matcher(NO_DATE.matcher(format).replaceAll("")).find()) {
            LocalDateTime time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY.format(time) : MINUTE.format(time);
        }
        String digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return format != null && LEADING_ZEROS.matcher(format).matches() && digits.length() < format.length()
                ? "0".repeat(format.length() - digits.length()) + digits
                : digits;
    }
}
