package org.interactionhub.queries.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ThreadId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** All SQL about what belongs together on a timeline. */
final class ExchangeTable {

    private final JdbcClient database;

    ExchangeTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** The entries of a timeline, newest first. */
    List<Entry> entries(Slice slice) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        return database.sql(PageTable.page(slice, parameters) + PageTable.ROOTS + """
                SELECT page.occurred_at, page.interaction_id, i.channel, root.root AS thread,
                    EXISTS (SELECT FROM decision d WHERE d.interaction_id = page.interaction_id) AS decided
                FROM page JOIN interaction i USING (interaction_id) LEFT JOIN root ON root.thread = i.thread
                ORDER BY page.occurred_at DESC, page.interaction_id DESC""").params(parameters)
                .query((row, _) -> new Entry(TimelineTable.time(row, "occurred_at"),
                        row.getObject("interaction_id", UUID.class), Channel.of(row.getString("channel")),
                        PageTable.thread(row), row.getBoolean("decided")))
                .list();
    }

    /** When one of us last wrote in these threads; absent if nobody did. */
    Map<ThreadId, Instant> answers(Collection<ThreadId> threads) {
        Map<ThreadId, Instant> answers = new HashMap<>();
        database.sql("""
                WITH RECURSIVE down AS (
                    SELECT t AS thread, t AS part FROM unnest(:threads::uuid[]) t
                    UNION SELECT down.thread, r.message FROM down JOIN reply r ON r.thread = down.part)
                SELECT down.thread, max(last.occurred_at) AS occurred_at
                FROM down CROSS JOIN LATERAL (
                    SELECT max(i.occurred_at) AS occurred_at FROM interaction i
                    WHERE i.thread = down.part AND i.direction = 'outbound'
                      AND NOT EXISTS (SELECT FROM interaction_fact f
                          WHERE f.interaction_id = i.interaction_id AND f.by_machine)) last
                WHERE last.occurred_at IS NOT NULL GROUP BY down.thread""")
                .param("threads", new SqlArrayValue("uuid", threads.stream().map(ThreadId::value).toArray()))
                .query(row -> {
                    answers.put(new ThreadId(row.getObject("thread", UUID.class)),
                            TimelineTable.time(row, "occurred_at"));
                });
        return answers;
    }

    /** When one of us last spoke or wrote to this client, on whichever channel; nothing if nobody did. */
    Optional<Instant> lastAnswer(ClientId client) {
        return database.sql("""
                SELECT max(ours.occurred_at) AS occurred_at
                FROM reach(:client, 9223372036854775806) l CROSS JOIN LATERAL (
                    SELECT p.occurred_at FROM participant p
                    WHERE p.contact_point_id = l.contact_point_id AND p.happened
                      AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                      AND (p.channel = 'meeting'
                           OR p.channel IN ('email', 'chat') AND p.direction = 'outbound'
                               AND NOT EXISTS (SELECT FROM interaction_fact f
                                   WHERE f.interaction_id = p.interaction_id AND f.by_machine)
                           OR p.channel = 'phone' AND EXISTS (SELECT FROM interaction_fact f
                                   WHERE f.interaction_id = p.interaction_id
                                     AND (f.event = 'interaction-held' OR f.attributes ->> 'event' = 'answer'
                                          OR f.attributes ->> 'answered' = 'true')))
                    ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT 1) ours
                HAVING count(*) > 0""").param("client", client.value())
                .query((row, _) -> TimelineTable.time(row, "occurred_at")).optional();
    }

    /** When after these calls one of us first dialled the number they came from, within a week. */
    Map<UUID, Instant> calledBack(Collection<UUID> missed) {
        Map<UUID, Instant> calls = new HashMap<>();
        database.sql("""
                SELECT m.interaction_id, min(back.occurred_at) AS occurred_at
                FROM participant m CROSS JOIN LATERAL (
                    SELECT p.occurred_at FROM participant p
                    WHERE p.contact_point_id = m.contact_point_id AND p.occurred_at > m.occurred_at
                      AND p.occurred_at < m.occurred_at + interval '7 days'
                      AND p.channel = 'phone' AND p.direction = 'outbound' AND p.happened
                    ORDER BY p.occurred_at, p.interaction_id LIMIT 1) back
                WHERE m.interaction_id = ANY(:missed::uuid[]) GROUP BY m.interaction_id""")
                .param("missed", new SqlArrayValue("uuid", missed.toArray()))
                .query(row -> {
                    calls.put(row.getObject("interaction_id", UUID.class), TimelineTable.time(row, "occurred_at"));
                });
        return calls;
    }
}
