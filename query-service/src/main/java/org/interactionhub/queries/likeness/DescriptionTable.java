package org.interactionhub.queries.likeness;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.readers.matching.Description;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** What the history says of clients, as far as they are told from each other by it. Runs in the transaction of its caller. */
final class DescriptionTable {

    /**
     * Of whoever was merged into her too, and by the addresses that are hers for good. A client of ten thousand contacts
     * costs no more than one of some: how she signs and what she fills in, her first and her last contacts tell. What
     * staff state of her as such belongs beside her names. Colleagues are nobody's twins.
     */
    static final String DESCRIPTIONS = """
            WITH asked AS MATERIALIZED (
                SELECT client_id FROM client
                WHERE client_id = ANY(:clients::uuid[]) AND stands AND kind <> 'employee'),
            point AS MATERIALIZED (
                SELECT * FROM (
                    SELECT l.client_id, l.contact_point_id, cp.type, cp.value, l.valid_from, l.from_position,
                        row_number() OVER (PARTITION BY l.client_id ORDER BY l.from_position, l.contact_point_id) AS nth
                    FROM asked JOIN belonging l USING (client_id) JOIN contact_point cp USING (contact_point_id)
                    WHERE l.to_position = 9223372036854775807 AND l.valid_to = 'infinity') known
                WHERE nth <= 30),
            contact AS MATERIALIZED (
                SELECT DISTINCT point.client_id, point.type, point.value, p.interaction_id
                FROM point, LATERAL (
                    (SELECT interaction_id, roles FROM participant p
                     WHERE p.contact_point_id = point.contact_point_id AND p.occurred_at >= point.valid_from
                     ORDER BY occurred_at, interaction_id LIMIT 20)
                    UNION ALL
                    (SELECT interaction_id, roles FROM participant p
                     WHERE p.contact_point_id = point.contact_point_id AND p.occurred_at >= point.valid_from
                     ORDER BY occurred_at DESC, interaction_id DESC LIMIT 20)) p
                WHERE p.roles && '{from,stated}'),
            fact AS MATERIALIZED (
                SELECT c.client_id, c.type, c.value, f.position, f.participants, f.attributes -> 'fields' AS fields
                FROM contact c JOIN interaction_fact f USING (interaction_id) WHERE f.direction = 'inbound')
            SELECT asked.client_id, 'name' AS what, m.name AS told, NULL AS label, 0 AS rank,
                (m.client_id <> m.head_id)::int::bigint AS nth, m.client_id::text AS tie
            FROM asked JOIN client m ON m.head_id = asked.client_id
            UNION ALL
            SELECT asked.client_id, law.what, law.told, law.label, 0, p.from_position, law.told
            FROM asked JOIN client m ON m.head_id = asked.client_id
            JOIN party p ON p.client_id = m.client_id AND p.to_position = 9223372036854775807,
                LATERAL (VALUES ('name', p.legal_name, NULL), ('field', p.tax_number, 'tax number'),
                    ('field', p.city, 'city')) law (what, told, label)
            WHERE law.told IS NOT NULL
            UNION ALL SELECT client_id, type, value, NULL, 1, nth, value FROM point
            UNION ALL
            SELECT client_id, 'name', party ->> 'name', NULL, 2, position, party ->> 'name'
            FROM fact, jsonb_array_elements(participants) AS p(party)
            WHERE party ->> 'type' = type AND party ->> 'value' = value AND length(party ->> 'name') <= 200
            UNION ALL
            SELECT client_id, 'field', text, label, 2, position, label || text
            FROM fact, jsonb_each(CASE WHEN jsonb_typeof(fields) = 'object' THEN fields ELSE '{}' END) AS e(label, answer),
                LATERAL (SELECT answer #>> '{}' WHERE jsonb_typeof(answer) = 'string'
                    UNION ALL SELECT jsonb_array_elements_text(
                        CASE WHEN jsonb_typeof(answer) = 'array' THEN answer ELSE '[]' END)) t(text)
            WHERE length(text) <= 200
            ORDER BY client_id, rank, nth, tie
            """;

    private final JdbcClient database;

    DescriptionTable(DataSource source) {
        database = JdbcClient.create(source);
    }

    /**
     * How far the shown history is, and which build of it is shown.
     *
     * @param build another one once a rebuild has taken its place
     */
    record State(long position, long build) {}

    State state() {
        return database.sql("SELECT position, tableoid::bigint AS build FROM history.progress")
                .query((row, _) -> new State(row.getLong("position"), row.getLong("build"))).single();
    }

    /**
     * Clients of whom these positions tell something, and those who count as another since; the later end is included.
     */
    Set<UUID> touched(long after, long last) {
        return new HashSet<>(database.sql("""
                SELECT l.client_id FROM interaction_fact f JOIN participant p USING (interaction_id)
                    JOIN belonging l USING (contact_point_id)
                    WHERE f.position > :after AND f.position <= :last AND l.to_position = 9223372036854775807
                UNION SELECT head_id FROM contact_point_link JOIN client USING (client_id)
                    WHERE from_position > :after AND from_position <= :last
                UNION SELECT head_id FROM contact_point_link JOIN client USING (client_id)
                    WHERE to_position > :after AND to_position <= :last
                UNION SELECT unnest(ARRAY[client_id, head_id]) FROM client
                    WHERE position > :after AND position <= :last""")
                .param("after", after).param("last", last).query(UUID.class).list());
    }

    /** The next clients who are anybody's twins, if at all, in the order of their ids. */
    List<UUID> behind(UUID client, int limit) {
        return database.sql("""
                SELECT client_id FROM client WHERE client_id > ? AND stands
                ORDER BY client_id LIMIT ?""").params(client, limit).query(UUID.class).list();
    }

    long clients() {
        return database.sql("SELECT count(*) FROM client").query(Long.class).single();
    }

    /** Of those who count as themselves and are no colleagues of ours. */
    Map<UUID, Description> of(Collection<UUID> clients) {
        Map<UUID, Description.Draft> drafts = new HashMap<>();
        database.sql(DESCRIPTIONS).param("clients", new SqlArrayValue("uuid", clients.toArray())).query(row -> {
            Description.Draft draft = drafts.computeIfAbsent(row.getObject("client_id", UUID.class),
                    _ -> new Description.Draft());
            String told = row.getString("told");
            switch (row.getString("what")) {
                case "name" -> draft.name(told);
                case "email" -> draft.mail(told);
                case "phone" -> draft.phone(told);
                case "chat" -> draft.handle(told.substring(told.indexOf(':') + 1));
                case "field" -> draft.field(row.getString("label"), told);
                default -> {
                    // a cookie names a browser and no person
                }
            }
        });
        Map<UUID, Description> descriptions = new HashMap<>();
        drafts.forEach((client, draft) -> descriptions.put(client, draft.description()));
        return descriptions;
    }
}
