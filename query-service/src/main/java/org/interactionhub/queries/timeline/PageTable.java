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

    /** Contacts that hold a word are found by the index of words if they are no more; each costs some 10 µs. */
    private static final int FEW = 3_000;
    /** Of a word that more of them hold, so many of the newest entries are looked through; each costs some 10 µs. */
    private static final int RECENT = 4_000;

    /**
     * Contacts that hold the words: if they are few, by the index of words; else down the newest entries until the page is
     * full; and if a long timeline has too few of them there, all that hold them joined to all of its entries.
     */
    private static final String HOLDING = """
            hit AS MATERIALIZED (SELECT id FROM holding(:words::tsquery, :until, :few + 1) AS h (id)),
            recent AS MATERIALIZED (%1$s),
            filled AS MATERIALIZED (
                SELECT p.occurred_at, p.interaction_id FROM recent p WHERE (SELECT count(*) FROM hit) > :few AND %2$s
                ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT :limit),
            part AS MATERIALIZED (
                SELECT p.contact_point_id, p.occurred_at, p.interaction_id FROM hit CROSS JOIN LATERAL (
                    SELECT * FROM participant WHERE interaction_id = hit.id OFFSET 0) p
                WHERE (SELECT count(*) FROM hit) <= :few%3$s),
            lacking AS MATERIALIZED (
                SELECT (SELECT count(*) FROM hit) > :few AND (SELECT count(*) FROM filled) < :limit
                    AND (SELECT count(*) FROM recent) = :recent AS yes),
            far AS MATERIALIZED (
                SELECT e.occurred_at, e.interaction_id FROM (
                    SELECT p.occurred_at, p.interaction_id FROM link JOIN participant p USING (contact_point_id)
                    WHERE (SELECT yes FROM lacking) AND p.occurred_at >= link.valid_from
                      AND p.occurred_at < link.valid_to%3$s OFFSET 0) e
                WHERE e.interaction_id IN (SELECT id FROM holding(:words::tsquery, :until, NULL) AS h (id)
                    WHERE (SELECT yes FROM lacking))),
            page AS MATERIALIZED (
                SELECT DISTINCT occurred_at, interaction_id FROM (
                    SELECT * FROM filled UNION ALL SELECT * FROM far
                    UNION ALL
                    SELECT part.occurred_at, part.interaction_id FROM part JOIN link USING (contact_point_id)
                    WHERE part.occurred_at >= link.valid_from AND part.occurred_at < link.valid_to) e
                ORDER BY occurred_at DESC, interaction_id DESC LIMIT :limit)
            """;

    /** Asked entry by entry, newest first. OFFSET 0 keeps PostgreSQL from joining all of one side to all of the other. */
    private static final String HOLDS = """
            EXISTS (SELECT FROM interaction_fact w WHERE w.interaction_id = p.interaction_id
                AND w.position <= :until AND w.words @@ :words::tsquery OFFSET 0)""";

    private PageTable() {}

    /** The relation {@code page (occurred_at, interaction_id)}, newest first. */
    static String page(Slice slice, Map<String, Object> parameters) {
        parameters.put("client", slice.client());
        parameters.put("limit", slice.limit());
        Long until = slice.until();
        parameters.put("until", until == null ? AsOf.EVERYTHING : until);
        String links = links(slice, parameters);
        String entries = entries(slice, parameters);
        return "WITH RECURSIVE " + (slice.thread() == null ? "" : MEMBERS) + """
                link AS MATERIALIZED (
                    SELECT contact_point_id, valid_from, valid_to FROM reach(:client, :until)%s),
                """.formatted(links) + found(slice, entries, parameters);
    }

    private static String found(Slice slice, String entries, Map<String, Object> parameters) {
        if (slice.words() == null) {
            return "page AS MATERIALIZED (" + newest(entries, ":limit") + ")\n";
        }
        parameters.put("words", slice.words());
        parameters.putIfAbsent("few", FEW);
        parameters.putIfAbsent("recent", RECENT);
        return HOLDING.formatted(newest(entries, ":recent"), HOLDS, entries);
    }

    /**
     * The newest entries of {@code link}. Of a house with many contact points only those are read on whose newest entries can
     * be among them: in front of any other's newest are as many as are asked for.
     */
    private static String newest(String entries, String limit) {
        return """
                SELECT DISTINCT ON (e.occurred_at, e.interaction_id) e.occurred_at, e.interaction_id
                FROM (
                    SELECT ranked.* FROM (
                        SELECT link.*, dense_rank() OVER (ORDER BY e.occurred_at DESC, e.interaction_id DESC) AS place
                        FROM link CROSS JOIN LATERAL (
                            SELECT p.occurred_at, p.interaction_id FROM participant p
                            WHERE p.contact_point_id = link.contact_point_id
                              AND p.occurred_at >= link.valid_from AND p.occurred_at < link.valid_to%1$s
                            ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT 1) e) ranked
                    WHERE place <= %2$s) front
                CROSS JOIN LATERAL (
                    SELECT p.occurred_at, p.interaction_id FROM participant p
                    WHERE p.contact_point_id = front.contact_point_id
                      AND p.occurred_at >= front.valid_from AND p.occurred_at < front.valid_to%1$s
                    ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT %2$s) e
                ORDER BY e.occurred_at DESC, e.interaction_id DESC LIMIT %2$s""".formatted(entries, limit);
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
