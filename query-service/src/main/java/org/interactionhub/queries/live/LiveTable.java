package org.interactionhub.queries.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** All SQL of the live updates. */
final class LiveTable {

    /** Facts that are looked at for the newest contacts. */
    private static final int NEWEST = 300;

    private final JdbcClient database;

    LiveTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** The sender of a contact, and the client whom she is known as, if any. */
    record Sender(ContactPoint point, @Nullable ClientId client, @Nullable String name) {}

    /** Until the transaction ends: what is asked for every contact is planned once, by index, not each time. */
    void keepPlans() {
        database.sql("""
                SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
                    set_config('enable_seqscan', 'off', true)""").query(_ -> {});
    }

    /** Contacts that these positions tell something of, in the order of the log; the later end is included. */
    List<InteractionId> touched(long after, long last) {
        return database.sql("""
                SELECT interaction_id FROM (
                    SELECT interaction_id, position FROM interaction_fact WHERE position > :after AND position <= :last
                    UNION ALL
                    SELECT interaction_id, position FROM decision WHERE position > :after AND position <= :last) t
                GROUP BY interaction_id ORDER BY max(position)""")
                .param("after", after).param("last", last).query((row, _) -> id(row)).list();
    }

    /** The same for one client alone, the newest {@code limit}. */
    List<InteractionId> touched(ClientId client, long after, int limit) {
        return database.sql("""
                SELECT interaction_id FROM (
                    SELECT t.interaction_id, max(t.position) AS position FROM (
                        SELECT interaction_id, position FROM interaction_fact WHERE position > :after
                        UNION ALL SELECT interaction_id, position FROM decision WHERE position > :after) t
                    JOIN participant p USING (interaction_id)
                    JOIN reach(:client, 9223372036854775806) l USING (contact_point_id)
                    WHERE p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                    GROUP BY t.interaction_id ORDER BY 2 DESC LIMIT :limit) newest
                ORDER BY position""")
                .param("client", client.value()).param("after", after).param("limit", limit)
                .query((row, _) -> id(row)).list();
    }

    /** Who of these clients has which of these contacts on her timeline. */
    Map<ClientId, Set<InteractionId>> standing(Collection<InteractionId> contacts, Collection<ClientId> clients) {
        Map<ClientId, Set<InteractionId>> standing = new LinkedHashMap<>();
        database.sql("""
                WITH RECURSIVE up AS (
                    SELECT p.interaction_id, p.occurred_at, l.client_id
                    FROM participant p JOIN belonging l USING (contact_point_id)
                    WHERE p.interaction_id = ANY(?::uuid[]) AND l.to_position = 9223372036854775807
                      AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                    UNION
                    SELECT up.interaction_id, up.occurred_at, a.organisation_id
                    FROM up JOIN affiliation a USING (client_id)
                    WHERE a.within AND a.to_position = 9223372036854775807
                      AND up.occurred_at >= a.valid_from AND up.occurred_at < a.valid_to)
                SELECT DISTINCT i.client_id, up.interaction_id
                FROM up JOIN client_identity i ON i.head_id = up.client_id AND i.to_position = 9223372036854775807
                WHERE i.client_id = ANY(?::uuid[])""")
                .param(ids(contacts))
                .param(new SqlArrayValue("uuid", clients.stream().map(ClientId::value).toArray()))
                .query(row -> {
                    standing.computeIfAbsent(new ClientId(row.getObject("client_id", UUID.class)),
                            _ -> new LinkedHashSet<>()).add(id(row));
                });
        return standing;
    }

    /** What came in last, as far as it was recorded within so many seconds before the database's now. */
    List<InteractionId> inbound(int seconds) {
        return database.sql("""
                SELECT interaction_id FROM (
                    SELECT interaction_id, position FROM interaction_fact
                    WHERE direction = 'inbound' AND recorded_at > now() - make_interval(secs => :seconds)
                    ORDER BY recorded_at DESC LIMIT :newest) f
                GROUP BY interaction_id ORDER BY max(position) DESC""")
                .param("newest", NEWEST).param("seconds", seconds).query((row, _) -> id(row)).list();
    }

    /** Who began these contacts: the sender herself before what she states, a known address before an unknown one. */
    Map<InteractionId, Sender> senders(Collection<InteractionId> contacts) {
        Map<InteractionId, Sender> senders = new LinkedHashMap<>();
        database.sql("""
                SELECT DISTINCT ON (p.interaction_id) p.interaction_id, cp.type, cp.value, c.client_id, c.name
                FROM participant p JOIN contact_point cp USING (contact_point_id)
                LEFT JOIN belonging l ON l.contact_point_id = p.contact_point_id
                    AND l.to_position = 9223372036854775807
                    AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                LEFT JOIN client c USING (client_id)
                WHERE p.interaction_id = ANY(?::uuid[]) AND p.roles && '{from,stated}'
                ORDER BY p.interaction_id, c.client_id IS NULL, 'from' = ANY(p.roles) DESC, cp.type, cp.value""")
                .param(ids(contacts)).query(row -> {
                    UUID client = row.getObject("client_id", UUID.class);
                    ContactPoint point = new ContactPoint(ContactPoint.Type.of(row.getString("type")),
                            row.getString("value"));
                    senders.put(id(row),
                            new Sender(point, client == null ? null : new ClientId(client), row.getString("name")));
                });
        return senders;
    }

    private static InteractionId id(ResultSet row) throws SQLException {
        return new InteractionId(row.getObject("interaction_id", UUID.class));
    }

    private static SqlArrayValue ids(Collection<InteractionId> ids) {
        return new SqlArrayValue("uuid", ids.stream().map(InteractionId::value).toArray());
    }
}
