package org.interactionhub.queries.history;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rows in the binary form of PostgreSQL's COPY, in memory: nothing is escaped, and the server parses no numbers or times. */
final class BinaryRows {

    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0,
            0,
            0, 0};
    private static final byte JSONB_VERSION = 1;
    /** PostgreSQL counts microseconds from 2000. */
    private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private ByteBuffer bytes;

    private BinaryRows(int expected) {
        bytes = ByteBuffer.allocate(expected).put(HEAD);
    }

    static <R> InputStream of(Columns<R> columns, List<R> rows) {
        BinaryRows binary = new BinaryRows(HEAD.length + 256 * (rows.size() + 1));
        rows.forEach(row -> columns.write(binary, row));
        binary.room(Short.BYTES).putShort((short) -1);
        return new ByteArrayInputStream(binary.bytes.array(), 0, binary.bytes.position());
    }

    void begin(int columns) {
        room(Short.BYTES).putShort((short) columns);
    }

    void nothing() {
        room(Integer.BYTES).putInt(-1);
    }

    void bigint(long value) {
        cell(Long.BYTES).putLong(value);
    }

    void smallint(short value) {
        cell(Short.BYTES).putShort(value);
    }

    void yes(boolean value) {
        cell(1).put((byte) (value ? 1 : 0));
    }

    void text(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        cell(text.length).put(text);
    }

    void jsonb(String value) {
        byte[] json = value.getBytes(StandardCharsets.UTF_8);
        cell(json.length + 1).put(JSONB_VERSION).put(json);
    }

    void uuid(UUID value) {
        cell(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    /** Cut to microseconds; {@link Instant#MIN} and {@code MAX} are the infinities. */
    void time(Instant value) {
        if (value.equals(Instant.MIN)) {
            bigint(Long.MIN_VALUE);
        } else if (value.equals(Instant.MAX)) {
            bigint(Long.MAX_VALUE);
        } else {
            bigint((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000);
        }
    }

    private ByteBuffer cell(int length) {
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            bytes = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + length)).put(bytes.flip());
        }
        return bytes;
    }
}
