package org.interactionhub.readers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a CSV file into its records as they stand, byte for byte, so that each can be kept as an original of its own. */
final class CsvRecords {

    private CsvRecords() {}

    /**
     * The records without their line ends; blank lines are none.
     *
     * @param most stops after one more than so many
     * @param separators that may stand between fields
     */
    static List<byte[]> split(byte[] csv, int most, String separators) throws NotItsContentType {
        List<byte[]> records = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < csv.length && records.size() <= most; i++) {
            quoted ^= csv[i] == '"';
            if (!quoted && (csv[i] == '\n' || csv[i] == '\r')) {
                add(records, csv, start, i);
                start = i + 1;
            }
        }
        if (quoted) {
            addLines(records, csv, start, most);
        } else if (records.size() <= most) {
            add(records, csv, start, csv.length);
        }
        if (records.stream().noneMatch(record -> hasFields(record, separators))) {
            throw new NotItsContentType("The body is no CSV: no line of it has a comma.");
        }
        return records;
    }

    /** A quotation mark was never closed: the lines behind it are taken one by one, so that it spoils only its own. */
    private static void addLines(List<byte[]> records, byte[] csv, int from, int most) {
        int start = from;
        for (int i = from; i < csv.length && records.size() <= most; i++) {
            if (csv[i] == '\n' || csv[i] == '\r') {
                add(records, csv, start, i);
                start = i + 1;
            }
        }
        if (records.size() <= most) {
            add(records, csv, start, csv.length);
        }
    }

    private static void add(List<byte[]> records, byte[] csv, int start, int end) {
        byte[] record = Arrays.copyOfRange(csv, start, end);
        for (byte b : record) {
            if (!Character.isWhitespace(b)) {
                records.add(record);
                return;
            }
        }
    }

    private static boolean hasFields(byte[] record, String separators) {
        for (byte b : record) {
            if (separators.indexOf(b) >= 0) {
                return true;
            }
        }
        return false;
    }
}
