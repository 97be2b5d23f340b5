package org.interactionhub.eventstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows on their way into a table by COPY, in its binary form (<a
 * href="https://www.postgresql.org/docs/18/sql-copy.html">PostgreSQL, COPY, Binary Format</a>): nothing is escaped, the
 * server parses no numbers or times, and puts rows into pages and the write-ahead log by many at once. Gathered in memory;
 * not safe for several threads.
 */
public final class BinaryCopy {

    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0,
            0,
            0, 0};
    private static final byte JSONB_VERSION = 1;
    private static final int CHUNK = 1 << 16;
    /** PostgreSQL counts microseconds from 2000. */
    private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private static final int DIGITS = 4;
    private static final BigInteger BASE = BigInteger.valueOf(10_000);
    private static final short NEGATIVE = 0x4000;
    /** How many digits there are, the weight of the first, the sign, and how many decimals are shown. */
    private static final int HEAD_OF_NUMERIC = 4;

    private ByteBuffer bytes;

    /** @param expected how many bytes there will be, about */
    public BinaryCopy(int expected) {
        bytes = ByteBuffer.allocate(HEAD.length + expected).put(HEAD);
    }

    /**
     * Begins a row; its cells follow in the order of the columns.
     *
     * @param columns how many cells there will be
     */
    public BinaryCopy row(int columns) {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    /** NULL. */
    public BinaryCopy nothing() {
        room(Integer.BYTES).putInt(-1);
        return this;
    }

    public BinaryCopy bigint(long value) {
        cell(Long.BYTES).putLong(value);
        return this;
    }

    public BinaryCopy integer(int value) {
        cell(Integer.BYTES).putInt(value);
        return this;
    }

    public BinaryCopy smallint(short value) {
        cell(Short.BYTES).putShort(value);
        return this;
    }

    /** A {@code numeric} with as many digits behind the point as it has: four decimal digits in each of the server's. */
    public BinaryCopy numeric(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        int behind = (scale + DIGITS - 1) / DIGITS;
        BigInteger rest = value.abs().setScale(behind * DIGITS).unscaledValue();
        Deque<Short> digits = new ArrayDeque<>();
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits.push(parts[1].shortValue());
            rest = parts[0];
        }
        cell((HEAD_OF_NUMERIC + digits.size()) * Short.BYTES).putShort((short) digits.size())
                .putShort((short) (digits.size() - behind - 1)).putShort(value.signum() < 0 ? NEGATIVE : 0)
                .putShort((short) scale);
        digits.forEach(bytes::putShort);
        return this;
    }

    public BinaryCopy yes(boolean value) {
        cell(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public BinaryCopy text(String value) {
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy jsonb(String value) {
        byte[] json = value.getBytes(StandardCharsets.UTF_8);
        cell(json.length + 1).put(JSONB_VERSION).put(json);
        return this;
    }

    /** @param value null for NULL */
    public BinaryCopy bytea(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        cell(value.length).put(value);
        return this;
    }

    public BinaryCopy uuid(UUID value) {
        cell(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    /** A {@code timestamptz}, cut to microseconds; {@link Instant#MIN} and {@code MAX} are the infinities. */
    public BinaryCopy time(Instant value) {
        if (value.equals(Instant.MIN)) {
            return bigint(Long.MIN_VALUE);
        }
        return bigint(value.equals(Instant.MAX)
                ? Long.MAX_VALUE
                : (value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000);
    }

    /** Of all rows so far, in bytes. */
    public int size() {
        return bytes.position();
    }

    /**
     * Sends the rows, in the caller's transaction. It can be done once.
     *
     * @param columns in the order of the cells, with commas between
     * @return how many they were
     */
    public long into(Connection connection, String table, String columns) throws SQLException {
        room(Short.BYTES).putShort((short) -1);
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)",
                    new ByteArrayInputStream(bytes.array(), 0, bytes.position()), CHUNK);
        } catch (IOException e) {
            throw new SQLException("The rows could not be sent to the database.", "08000", e);
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
