package org.interactionhub.queries.history;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.queries.history.HistoryRow.Client;
import org.interactionhub.queries.history.HistoryRow.Contact;
import org.interactionhub.queries.history.HistoryRow.Identity;
import org.interactionhub.queries.history.HistoryRow.Link;
import org.interactionhub.queries.history.HistoryRow.LinkEnd;
import org.interactionhub.queries.history.HistoryRow.Part;
import org.interactionhub.queries.history.HistoryRow.RelationEnd;
import org.interactionhub.queries.history.HistoryRow.Withdrawal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Writes the rows of a batch, one statement per table. Whatever the batches are, the tables end up the same: nothing
 * here depends on where one batch ends and the next begins. Runs in the transaction and the schema of its caller.
 */
final class HistoryTable {

    /**
     * Finds the latest contact anew for every client whom {@code %s} names, but not for houses to which others belong: a few
     * index probes each.
     */
    static final String LATEST = """
            WITH touched AS (%s)
            UPDATE client c SET last_at = n.last_at
            FROM (SELECT t.client_id, coalesce(max(latest.occurred_at), '-infinity') AS last_at
                  FROM touched t
                  LEFT JOIN belonging l ON l.client_id = t.client_id
                      AND l.to_position = 9223372036854775807
                  LEFT JOIN LATERAL (
                      SELECT p.occurred_at FROM participant p
                      WHERE p.contact_point_id = l.contact_point_id AND p.happened AND p.channel NOT IN ('note', 'business')
                        AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                      ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT 1) latest ON true
                  WHERE NOT EXISTS (SELECT FROM affiliation a WHERE a.organisation_id = t.client_id AND a.within
                      AND a.to_position = 9223372036854775807)
                  GROUP BY t.client_id) n
            WHERE c.client_id = n.client_id AND c.last_at <> n.last_at""";

    /** Then for every house to which any of them belongs. */
    static final String LATEST_OF_HOUSES = """
            WITH RECURSIVE touched AS (%s),
            up AS (
                SELECT client_id FROM touched
                UNION SELECT a.organisation_id FROM up JOIN affiliation a USING (client_id)
                WHERE a.within AND a.to_position = 9223372036854775807),
            house AS (
                SELECT client_id FROM up WHERE EXISTS (SELECT FROM affiliation a
                    WHERE a.organisation_id = up.client_id AND a.within AND a.to_position = 9223372036854775807))
            UPDATE client c SET last_at = n.last_at
            FROM (SELECT house.client_id, coalesce(max(latest.occurred_at), '-infinity') AS last_at
                  FROM house CROSS JOIN LATERAL reach(house.client_id, 9223372036854775806) l
                  LEFT JOIN LATERAL (
                      SELECT p.occurred_at FROM participant p
                      WHERE p.contact_point_id = l.contact_point_id AND p.happened AND p.channel NOT IN ('note', 'business')
                        AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                      ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT 1) latest ON true
                  GROUP BY house.client_id) n
            WHERE c.client_id = n.client_id AND c.last_at <> n.last_at""";

    private static final String TOUCHED = """
            SELECT client_id FROM belonging WHERE contact_point_id = ANY(?::uuid[])
            UNION SELECT unnest(ARRAY[client_id, head_id]) FROM client_identity WHERE client_id = ANY(?::uuid[])
            UNION SELECT l.client_id FROM participant p JOIN belonging l USING (contact_point_id)
                WHERE p.interaction_id = ANY(?::uuid[])""";

    private final JdbcClient database;
    private final CopyTable copy;
    private final OwnerTable owners;
    private final IdentityTable identities;

    HistoryTable(DataSource source) {
        database = JdbcClient.create(source);
        copy = new CopyTable(source);
        owners = new OwnerTable(source);
        identities = new IdentityTable(source);
    }

    /** Makes a schema with empty tables at position 0, without their indexes, and enters it. */
    void create(String schema) {
        database.sql("CREATE SCHEMA " + schema).update();
        enter(schema);
        HistoryScript.HERE.tables().forEach(statement -> database.sql(statement).update());
        database.sql("INSERT INTO progress (position, built_by) VALUES (0, ?)").param(HistoryScript.HERE.builtBy())
                .update();
        // the ledger of accounts, on the command side, compares its sums with what is shown, and says what they are
        database.sql("GRANT USAGE ON SCHEMA " + schema + " TO hub_command").update();
        database.sql("GRANT SELECT ON account_shown, account_described TO hub_command").update();
    }

    void index() {
        HistoryScript.HERE.indexes().forEach(statement -> database.sql(statement).update());
    }

    /** From here on until the end of the transaction names mean those of this schema. */
    void enter(String schema) {
        database.sql("SET LOCAL search_path TO " + schema + ", public").update();
    }

    /**
     * Enters a schema for a batch as it comes live, a small one as a rule. Its commit does not wait for the disk: what a
     * crash of the database takes away is in the log, and the position goes back with it. Plans are kept, since planning
     * took as long as running them; they go by index, however small a table was when they were made.
     */
    void enterLive(String schema) {
        database.sql("""
                SELECT set_config('search_path', ?, true), set_config('synchronous_commit', 'off', true),
                    set_config('plan_cache_mode', 'force_generic_plan', true),
                    set_config('enable_seqscan', 'off', true)""").param(schema + ", public").query(_ -> {});
    }

    /**
     * Adds a batch, and moves the position to its end.
     *
     * @return false if the tables are not at {@code expected}
     */
    boolean add(long expected, Projected batch) {
        int moved = database.sql("UPDATE progress SET position = ?, recorded_at = ?::timestamptz WHERE position = ?")
                .params(batch.position(), batch.recordedAt().toString(), expected).update();
        if (moved == 1) {
            add(expected, batch.rows());
        }
        return moved == 1;
    }

    private void add(long before, List<HistoryRow> batch) {
        RowsByKind rows = new RowsByKind(batch);
        AddedTable.ALL.forEach(table -> table.add(copy, rows));
        KeyedTable.SINGLE.forEach(table -> table.merge(database, rows));
        owners.fold(rows, before);
        identities.add(rows.of(Identity.class));
        List<UUID> moved = contacts(rows.of(Contact.class));
        KeyedTable.PART.merge(database, rows);
        follow(moved);
        latest(rows, moved);
    }

    /** @return contacts that stood here already and are now known by a more telling fact */
    private List<UUID> contacts(List<Contact> rows) {
        return rows.isEmpty() ? List.of() : KeyedTable.CONTACT.over(database, rows).query(UUID.class).list();
    }

    private void follow(List<UUID> moved) {
        if (!moved.isEmpty()) {
            database.sql("""
                    UPDATE participant p SET occurred_at = i.occurred_at, happened = i.telling <> 1,
                        channel = i.channel, direction = i.direction
                    FROM interaction i
                    WHERE i.interaction_id = ANY(?::uuid[]) AND p.interaction_id = i.interaction_id""")
                    .param(new SqlArrayValue("uuid", moved.toArray())).update();
        }
    }

    private void latest(RowsByKind rows, List<UUID> moved) {
        Set<UUID> points = rows.of(Part.class).stream().map(Part::contactPointId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<UUID> clients = Stream.of(rows.of(Link.class).stream().map(Link::clientId),
                rows.of(LinkEnd.class).stream().map(LinkEnd::clientId),
                rows.of(Client.class).stream().map(Client::clientId),
                rows.of(RelationEnd.class).stream().map(RelationEnd::clientId),
                rows.of(RelationEnd.class).stream().map(RelationEnd::toId),
                rows.of(Withdrawal.class).stream().map(Withdrawal::clientId),
                rows.of(Identity.class).stream().map(Identity::clientId),
                rows.of(Identity.class).stream().map(Identity::otherId))
                .flatMap(ids -> ids).collect(Collectors.toCollection(TreeSet::new));
        if (points.isEmpty() && clients.isEmpty() && moved.isEmpty()) {
            return;
        }
        for (String latest : List.of(LATEST, LATEST_OF_HOUSES)) {
            database.sql(latest.formatted(TOUCHED)).param(new SqlArrayValue("uuid", points.toArray()))
                    .param(new SqlArrayValue("uuid", clients.toArray()))
                    .param(new SqlArrayValue("uuid", moved.toArray())).update();
        }
    }
}
