package org.interactionhub.queries.console.operations;

/** Bytes in lines of sixteen: where they stand, in digits, and as letters where they are some. */
final class HexDump {

    private static final int ROW = 16;

    private HexDump() {}

    /** @param length how many of the bytes */
    static String of(byte[] bytes, int length) {
        StringBuilder dump = new StringBuilder();
        for (int row = 0; row < length; row += ROW) {
            StringBuilder digits = new StringBuilder();
            StringBuilder letters = new StringBuilder();
            for (int at = row; at < Math.min(row + ROW, length); at++) {
                digits.append("%02x ".formatted(bytes[at]));
                letters.append(bytes[at] >= ' ' && bytes[at] < 0x7f ? (char) bytes[at] : '.');
            }
            dump.append("%06x  %-48s %s%n".formatted(row, digits, letters));
        }
        return dump.toString();
    }
}
