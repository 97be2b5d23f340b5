package org.interactionhub.queries.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.timeline.Slice.Place;
import org.jspecify.annotations.Nullable;

/** The SQL that finds the contacts of a {@link Slice}, and their threads. */
final class PageTable {

    /**
     * The threads that the entries of {@code page} belong to: from what a mail answers on to what that one answers. Mails
     * that answer each other in a ring, as only forgers write them, count as one thread.
     */
    static final String ROOTS = """
            , up AS (
                SELECT i.thread, i.thread AS root FROM page JOIN interaction i USING (interaction_id)
                WHERE i.thread IS NOT NULL
                UNION
                SELECT up.thread, r.thread FROM up JOIN reply r ON r.message = up.root AND r.position <= :until),
            root AS (
                SELECT up.thread,
                    coalesce(min(up.root::text) FILTER (WHERE r.message IS NULL), min(up.root::text))::uuid AS root
                FROM up LEFT JOIN reply r ON r.message = up.root AND r.position <= :until
                GROUP BY up.thread)
            """;

    /** All of one thread, whichever of its mails is named. */
    private static final String MEMBERS = """
            asked AS (
                SELECT :thread::uuid AS thread
                UNION SELECT r.thread FROM asked JOIN reply r ON r.message = asked.thread AND r.position <= :until),
            down AS (
                SELECT thread FROM asked
                UNION SELECT r.message FROM down JOIN reply r ON r.thread = down.thread AND r.position <= :until),
            member AS MATERIALIZED (SELECT interaction_id FROM interaction JOIN down USING (thread)),
            """;

    private PageTable() {}

    /**
     * The relation {@code page (occurred_at, interaction_id)}, newest first. Of a house with many contact points only those
     * are read on whose newest entries can be in it: in front of any other's newest are as many as are asked for.
     */
    static String page(Slice slice, Map<String, Object> parameters) {
        parameters.put("client", slice.client());
        parameters.put("limit", slice.limit());
        Long until = slice.until();
        parameters.put("until", until == null ? AsOf.EVERYTHING : until);
        String links = links(slice, parameters);
        String entries = entries(slice, parameters);
        return "WITH RECURSIVE " + (slice.thread() == null ? "" : MEMBERS) + """
                link AS MATERIALIZED (
                    SELECT contact_point_id, valid_from, valid_to FROM reach(:client, :until)%1$s),
                front AS MATERIALIZED (
                    SELECT contact_point_id, valid_from, valid_to FROM (
                        SELECT link.*, dense_rank() OVER (ORDER BY e.occurred_at DESC, e.interaction_id DESC) AS place
                        FROM link CROSS JOIN LATERAL (
                            SELECT p.occurred_at, p.interaction_id FROM participant p
                            WHERE p.contact_point_id = link.contact_point_id
                              AND p.occurred_at >= link.valid_from AND p.occurred_at < link.valid_to%2$s
                            ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT 1) e) ranked
                    WHERE place <= :limit),
                page AS MATERIALIZED (
                    SELECT DISTINCT ON (e.occurred_at, e.interaction_id) e.occurred_at, e.interaction_id
                    FROM front CROSS JOIN LATERAL (
                        SELECT p.occurred_at, p.interaction_id FROM participant p
                        WHERE p.contact_point_id = front.contact_point_id
                          AND p.occurred_at >= front.valid_from AND p.occurred_at < front.valid_to%2$s
                        ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT :limit) e
                    ORDER BY e.occurred_at DESC, e.interaction_id DESC LIMIT :limit)
                """.formatted(links, entries);
    }

    static @Nullable ThreadId thread(ResultSet row) throws SQLException {
        UUID thread = row.getObject("thread", UUID.class);
        return thread == null ? null : new ThreadId(thread);
    }

    /** If a moment is asked for, only links count that are valid at it. */
    private static String links(Slice slice, Map<String, Object> parameters) {
        if (slice.at() == null) {
            return "";
        }
        parameters.put("at", slice.at().toString());
        return " WHERE valid_from <= :at::timestamptz AND valid_to > :at::timestamptz";
    }

    private static String entries(Slice slice, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (slice.until() != null) {
            conditions.add("p.position <= :until");
        }
        if (slice.at() != null) {
            conditions.add("p.happened AND p.occurred_at <= :at::timestamptz");
        }
        if (slice.thread() != null) {
            conditions.add("p.interaction_id IN (SELECT interaction_id FROM member)");
            parameters.put("thread", slice.thread().value());
        }
        place(conditions, parameters, "<", "before", slice.before());
        place(conditions, parameters, ">=", "downTo", slice.downTo());
        add(conditions, parameters, "p.channel = :channel", "channel",
                slice.channel() == null ? null : slice.channel().value());
        add(conditions, parameters, "p.direction = :direction", "direction",
                slice.direction() == null ? null : slice.direction().value());
        add(conditions, parameters, "p.occurred_at >= :from::timestamptz", "from", text(slice.from()));
        add(conditions, parameters, "p.occurred_at < :to::timestamptz", "to", text(slice.to()));
        add(conditions, parameters, """
                EXISTS (SELECT FROM interaction_fact w WHERE w.interaction_id = p.interaction_id
                    AND w.position <= :until
                    AND w.words @@ websearch_to_tsquery('russian', lower(:words COLLATE "pg_c_utf8")))""",
                "words", slice.words());
        StringBuilder sql = new StringBuilder();
        conditions.forEach(condition -> sql.append(" AND ").append(condition));
        return sql.toString();
    }

    private static void place(List<String> conditions, Map<String, Object> parameters, String side, String name,
            @Nullable Place place) {
        if (place != null) {
            conditions.add("(p.occurred_at, p.interaction_id) %s (:%sTime::timestamptz, :%sId)".formatted(side, name,
                    name));
            parameters.put(name + "Time", place.at().toString());
            parameters.put(name + "Id", place.id());
        }
    }

    private static void add(List<String> conditions, Map<String, Object> parameters, String condition, String name,
            @Nullable String value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
