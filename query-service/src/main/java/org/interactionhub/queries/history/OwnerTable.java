package org.interactionhub.queries.history;

import static org.interactionhub.queries.history.Columns.Type.BIGINT;
import static org.interactionhub.queries.history.Columns.Type.TEXT;
import static org.interactionhub.queries.history.Columns.Type.TIMESTAMPTZ;
import static org.interactionhub.queries.history.Columns.Type.UUID;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.queries.history.HistoryRow.HandoverEnd;
import org.interactionhub.queries.history.HistoryRow.Owner;
import org.interactionhub.queries.history.Tenure.Said;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Writes who looks after whom, told from what was said of it, for every position at which that changed. Runs in the
 * transaction and the schema of its caller, who has written what was said.
 */
final class OwnerTable {

    private static final int PAGE = 5000;

    /** Stands for having been known in front of a batch, at whichever position. */
    private static final long EARLIER = 0;

    /** A tenure that is known from one position to another. */
    private record Known(UUID clientId, Tenure tenure, long fromPosition, long toPosition) {
        Known until(long position) {
            return new Known(clientId, tenure, fromPosition, position);
        }
    }

    private static final KeyedTable<Known> ENDED = new KeyedTable<>("owner_ended", Columns.of(Known.class)
            .with("client_id", UUID, Known::clientId).with("valid_from", TIMESTAMPTZ, known -> known.tenure().from())
            .with("position", BIGINT, Known::toPosition), _ -> List.of(), """
                    UPDATE client_owner o SET to_position = t.position
                    FROM %s AS t (client_id, valid_from, position)
                    WHERE o.client_id = t.client_id AND o.valid_from = t.valid_from
                      AND o.to_position = 9223372036854775807""");

    private static final KeyedTable<Known> BEGUN = new KeyedTable<>("owner_begun", Columns.of(Known.class)
            .with("client_id", UUID, Known::clientId).with("owner", TEXT, known -> known.tenure().owner())
            .with("valid_from", TIMESTAMPTZ, known -> known.tenure().from())
            .with("valid_to", TIMESTAMPTZ, known -> known.tenure().to())
            .with("from_position", BIGINT, Known::fromPosition).with("to_position", BIGINT, Known::toPosition),
            _ -> List.of(), """
                    INSERT INTO client_owner (client_id, owner, valid_from, valid_to, from_position, to_position)
                    SELECT * FROM %s AS t (client_id, owner, valid_from, valid_to, from_position, to_position)""");

    private static final String NOTE = """
            UPDATE client c SET position = t.position
            FROM (SELECT client_id, max(greatest(position, nullif(to_position, 9223372036854775807))) AS position
                  FROM owner_fact WHERE client_id = ANY(?::uuid[]) GROUP BY client_id) t
            WHERE c.client_id = t.client_id AND c.position < t.position""";

    private final JdbcClient database;

    OwnerTable(DataSource source) {
        database = JdbcClient.create(source);
    }

    /**
     * Tells on from what a batch said.
     *
     * @param before the position in front of the batch
     */
    void fold(RowsByKind batch, long before) {
        List<UUID> undone = batch.of(HandoverEnd.class).stream().map(HandoverEnd::handoverId).toList();
        Stream<UUID> fallBack = undone.isEmpty()
                ? Stream.of()
                : database.sql("SELECT client_id FROM owner_fact WHERE handover_id = ANY(?::uuid[])")
                        .param(array(undone)).query(UUID.class).list().stream();
        TreeSet<UUID> touched = new TreeSet<>();
        Stream.concat(batch.of(Owner.class).stream().map(Owner::clientId), fallBack).forEach(touched::add);
        if (!touched.isEmpty()) {
            fold(touched, before);
        }
    }

    /** Tells it of all clients, from the beginning. */
    void foldAll() {
        List<UUID> page = clientsBehind(new UUID(0, 0));
        while (!page.isEmpty()) {
            fold(page, 0);
            page = clientsBehind(page.getLast());
        }
    }

    private List<UUID> clientsBehind(UUID last) {
        return database.sql("SELECT DISTINCT client_id FROM owner_fact WHERE client_id > ? ORDER BY client_id LIMIT ?")
                .params(last, PAGE).query(UUID.class).list();
    }

    private void fold(Collection<UUID> clients, long before) {
        List<Known> ended = new ArrayList<>();
        List<Known> begun = new ArrayList<>();
        said(clients).forEach((client, said) -> change(client, said, before, ended, begun));
        write(ENDED, ended);
        write(BEGUN, begun);
        database.sql(NOTE).param(array(clients)).update();
    }

    /** What is known of a client from {@code before} on: which of the rows of the table end, and which are new. */
    private static void change(UUID client, List<Said> said, long before, List<Known> ended, List<Known> begun) {
        Map<Tenure, Known> known = new LinkedHashMap<>();
        Tenure.asOf(before, said)
                .forEach(tenure -> known.put(tenure, new Known(client, tenure, EARLIER, Long.MAX_VALUE)));
        for (long position : positionsBehind(before, said)) {
            List<Tenure> holds = Tenure.asOf(position, said);
            known.values().removeIf(one -> {
                boolean ends = !holds.contains(one.tenure());
                if (ends) {
                    (one.fromPosition() == EARLIER ? ended : begun).add(one.until(position));
                }
                return ends;
            });
            holds.forEach(tenure -> known.computeIfAbsent(tenure,
                    _ -> new Known(client, tenure, position, Long.MAX_VALUE)));
        }
        known.values().stream().filter(one -> one.fromPosition() != EARLIER).forEach(begun::add);
    }

    private static TreeSet<Long> positionsBehind(long before, List<Said> said) {
        TreeSet<Long> positions = new TreeSet<>();
        said.forEach(one -> {
            positions.add(one.position());
            positions.add(one.toPosition());
        });
        positions.remove(Long.MAX_VALUE);
        return new TreeSet<>(positions.tailSet(before, false));
    }

    private Map<UUID, List<Said>> said(Collection<UUID> clients) {
        Map<UUID, List<Said>> said = new LinkedHashMap<>();
        database.sql("""
                SELECT client_id, owner, valid_from, nullif(valid_to, 'infinity') AS valid_to, position, to_position
                FROM owner_fact WHERE client_id = ANY(?::uuid[]) ORDER BY client_id, position""")
                .param(array(clients)).query(row -> {
                    said.computeIfAbsent(row.getObject("client_id", UUID.class), _ -> new ArrayList<>())
                            .add(said(row));
                });
        return said;
    }

    private static Said said(ResultSet row) throws SQLException {
        OffsetDateTime to = row.getObject("valid_to", OffsetDateTime.class);
        return new Said(row.getString("owner"), row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                to == null ? Instant.MAX : to.toInstant(), row.getLong("position"), row.getLong("to_position"));
    }

    private void write(KeyedTable<Known> table, List<Known> rows) {
        if (!rows.isEmpty()) {
            table.over(database, rows).update();
        }
    }

    private static SqlArrayValue array(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }
}
