package org.interactionhub.queries.history;

import static org.interactionhub.queries.history.Columns.Type.BIGINT;
import static org.interactionhub.queries.history.Columns.Type.TEXT;
import static org.interactionhub.queries.history.Columns.Type.TIMESTAMPTZ;
import static org.interactionhub.queries.history.Columns.Type.UUID;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.queries.history.HistoryRow.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes who looks after whom. What is known at any position covers the time from a client's first assignment on without
 * gap or overlap: a new one ends the piece of time that it falls into and begins two, what is left of the old one and
 * its own. Runs in the transaction and the schema of its caller.
 */
final class OwnerTable {

    static final KeyedTable<Owner> ASSIGN = new KeyedTable<>("owner", Columns.of(Owner.class)
            .with("client_id", UUID, Owner::clientId).with("owner", TEXT, Owner::owner)
            .with("valid_from", TIMESTAMPTZ, Owner::validFrom).with("position", BIGINT, Owner::position),
            rows -> rows.of(Owner.class), """
                    WITH told AS (SELECT * FROM %s AS t (client_id, owner, valid_from, position)),
                    noted AS (
                        UPDATE client c SET position = greatest(c.position, told.position)
                        FROM told WHERE c.client_id = told.client_id),
                    ended AS (
                        UPDATE client_owner o SET to_position = told.position
                        FROM told
                        WHERE o.client_id = told.client_id AND o.to_position = 9223372036854775807
                          AND o.valid_from <= told.valid_from AND o.valid_to > told.valid_from
                        RETURNING o.client_id, o.owner, o.valid_from, o.valid_to)
                    INSERT INTO client_owner (client_id, owner, valid_from, valid_to, from_position)
                    SELECT client_id, ended.owner, ended.valid_from, told.valid_from, told.position
                    FROM ended JOIN told USING (client_id) WHERE ended.valid_from < told.valid_from
                    UNION ALL
                    SELECT told.client_id, told.owner, told.valid_from,
                        coalesce(ended.valid_to,
                            (SELECT min(o.valid_from) FROM client_owner o
                             WHERE o.client_id = told.client_id AND o.to_position = 9223372036854775807
                               AND o.valid_from > told.valid_from),
                            'infinity'),
                        told.position
                    FROM told LEFT JOIN ended USING (client_id)""");

    private final JdbcClient database;

    OwnerTable(DataSource source) {
        database = JdbcClient.create(source);
    }

    /** @param rows in the order of the log */
    void add(List<Owner> rows) {
        onePerClient(rows).forEach(this::assign);
    }

    /** Takes in what is staged, in the order of the log. */
    void addStaged(String schema) {
        ASSIGN.eachStaged(database, schema,
                (row, _) -> new Owner(row.getObject("client_id", UUID.class), row.getString("owner"),
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(), row.getLong("position")),
                Owner::position, this::add);
    }

    /** Each builds on the one before, so that a statement takes one of each client. */
    private static List<List<Owner>> onePerClient(List<Owner> rows) {
        List<List<Owner>> turns = new ArrayList<>();
        Map<UUID, Integer> seen = new HashMap<>();
        for (Owner row : rows) {
            int turn = seen.merge(row.clientId(), 1, Integer::sum);
            if (turns.size() < turn) {
                turns.add(new ArrayList<>());
            }
            turns.get(turn - 1).add(row);
        }
        return turns;
    }

    private void assign(List<Owner> rows) {
        ASSIGN.over(database, rows).update();
    }
}
