package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads table {@code original}. */
final class OriginalRows {

    private OriginalRows() {}

    /** The first one, then variants as they came. */
    static List<StoredOriginal> at(Connection connection, long position) throws SQLException {
        List<StoredOriginal> originals = new ArrayList<>();
        try (PreparedStatement query = KeyLookup.prepare(connection, """
                SELECT content_type, sha256, size, variant, bytes FROM store.original
                WHERE position = ? ORDER BY variant, received_at, sha256
                """)) {
            query.setLong(1, position);
            try (ResultSet row = KeyLookup.rows(query)) {
                while (row.next()) {
                    originals.add(
                            new StoredOriginal(position, row.getString(1), HexFormat.of().formatHex(row.getBytes(2)),
                                    row.getLong(3), row.getBoolean(4), Optional.ofNullable(row.getBytes(5))));
                }
            }
        }
        return originals;
    }

    /** The hash of the first original at each of these positions, where there still is one. */
    static Map<Long, Sha256> firsts(Connection connection, Collection<Long> positions) throws SQLException {
        Map<Long, Sha256> hashes = new HashMap<>();
        if (positions.isEmpty()) {
            return hashes;
        }
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT position, sha256 FROM store.original WHERE position = ANY (?) AND NOT variant")) {
            query.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    hashes.put(row.getLong(1), new Sha256(row.getBytes(2)));
                }
            }
        }
        return hashes;
    }
}
