package org.interactionhub.queries.clientcard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about clients. Each question is one statement, so that it sees one state of the history. */
final class ClientTable {

    /**
     * Clients by how well they are found: 0 the name itself, 1 all words are words of it and it begins with them, 2 all
     * are words of it, 3 all begin words of it, 4 all stand within it, 5 a part of a mail address or phone number, 6 a
     * similar name. A whole contact point finds its client alone. Similar means so by words as well: short ones resemble every longer one that begins alike.
     */
    private static final String FOUND = """
            WITH exact AS MATERIALIZED (
                SELECT DISTINCT l.client_id FROM contact_point cp JOIN belonging l USING (contact_point_id)
                WHERE cp.value = ANY(:exact::text[]) AND l.to_position = 9223372036854775807
                  AND l.valid_from <= :now::timestamptz AND l.valid_to > :now::timestamptz),
            found AS (
                SELECT client_id, 0 AS rank FROM exact
                UNION ALL
                SELECT head_id, CASE WHEN name_searched = :name THEN 0
                    WHEN spaced LIKE ALL(:whole::text[]) AND name_searched LIKE :first THEN 1
                    WHEN spaced LIKE ALL(:whole::text[]) THEN 2
                    WHEN spaced LIKE ALL(:beginnings::text[]) THEN 3
                    WHEN name_searched LIKE ALL(:words::text[]) THEN 4 ELSE 6 END
                FROM client, LATERAL (SELECT ' ' || translate(name_searched, :marks, repeat(' ', 40)) || ' ' AS spaced) s
                WHERE NOT EXISTS (SELECT FROM exact)
                  AND (name_searched LIKE ALL(:words::text[]) OR word_similarity(:name, name_searched) >= 0.5
                       AND strict_word_similarity(:name, name_searched) >= 0.4)
                UNION ALL
                SELECT l.client_id, 5
                FROM contact_point cp JOIN belonging l USING (contact_point_id)
                WHERE NOT EXISTS (SELECT FROM exact) AND l.to_position = 9223372036854775807
                  AND l.valid_from <= :now::timestamptz AND l.valid_to > :now::timestamptz
                  AND (cp.type IN ('email', 'chat') AND cp.value LIKE :part
                       OR cp.type = 'phone' AND (:digits <> '' AND cp.value LIKE '%' || :digits || '%'
                            OR :international <> '' AND cp.value LIKE :international || '%'))),
            best AS (SELECT client_id, min(rank) AS rank FROM found GROUP BY client_id)
            """;

    private static final String BEHIND = "(c.last_at, c.client_id) < (:lastAt::timestamptz, :client)";

    private static final String OWNER = """
            (SELECT o.owner FROM client_owner o WHERE o.client_id = c.client_id
                AND o.to_position = 9223372036854775807 AND o.valid_from <= :now::timestamptz AND o.valid_to > :now::timestamptz)""";

    /** The same as conditions, which find many at once: those whose owner has this name, and those who have none. */
    private static final String OWNED = """
            c.client_id IN (SELECT o.client_id FROM client_owner o WHERE o.owner = :owner
                AND o.to_position = 9223372036854775807 AND o.valid_from <= :now::timestamptz AND o.valid_to > :now::timestamptz)""";
    private static final String NOBODYS = """
            NOT EXISTS (SELECT FROM client_owner o WHERE o.client_id = c.client_id AND o.owner IS NOT NULL
                AND o.to_position = 9223372036854775807 AND o.valid_from <= :now::timestamptz AND o.valid_to > :now::timestamptz)""";

    /** What lists show of the clients in {@code page (client_id, rank, hits)}. */
    private static final String SHOWN = """
            SELECT c.client_id, c.kind, c.name, nullif(c.last_at, '-infinity') AS last_at, page.rank, page.hits,
                %s AS owner,
                (SELECT json_agg(json_build_object('type', cp.type, 'value', cp.value) ORDER BY l.from_position)::text
                    FROM belonging l JOIN contact_point cp USING (contact_point_id)
                    WHERE l.client_id = c.client_id AND l.to_position = 9223372036854775807
                      AND l.valid_from <= :now::timestamptz AND l.valid_to > :now::timestamptz) AS contact_points,
                (SELECT count(DISTINCT p.interaction_id)
                    FROM reach(c.client_id, 9223372036854775806) l JOIN participant p USING (contact_point_id)
                    WHERE p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to) AS entries
            FROM page JOIN client c USING (client_id)
            ORDER BY page.rank, c.last_at DESC, c.client_id DESC
            """.formatted(OWNER);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ContactPoint>> POINTS = new TypeReference<>() {
    };

    private final JdbcClient database;
    private final Clock clock;

    /** @param clock tells of which moment an owner is asked */
    ClientTable(DataSource database, Clock clock) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    /** The place behind a client in a list. */
    record Place(int rank, @Nullable Instant lastAt, UUID client) {
        String lastAtText() {
            return lastAt == null ? "-infinity" : lastAt.toString();
        }
    }

    /** @param hits how many were found by the same words, null if nothing was sought */
    record Found(ClientEntry entry, Place place, @Nullable Long hits) {}

    List<Found> list(ClientQuestion question, int limit, @Nullable Place after) {
        Map<String, Object> parameters = place(after);
        parameters.put("limit", limit);
        String chosen = chosen(question, parameters);
        String q = question.q();
        String page = q == null
                ? """
                        WITH page AS MATERIALIZED (
                            SELECT client_id, 0 AS rank, NULL::bigint AS hits FROM client c
                            WHERE c.stands AND %s%s
                            ORDER BY last_at DESC, client_id DESC LIMIT :limit)
                        """.formatted(chosen, after == null ? "" : " AND " + BEHIND)
                : FOUND + """
                        , chosen AS MATERIALIZED (
                            SELECT b.client_id, b.rank, c.last_at FROM best b JOIN client c USING (client_id) WHERE %s),
                        page AS MATERIALIZED (
                            SELECT c.client_id, c.rank, (SELECT count(*) FROM chosen) AS hits FROM chosen c%s
                            ORDER BY c.rank, c.last_at DESC, c.client_id DESC LIMIT :limit)
                        """.formatted(chosen,
                        after == null ? "" : " WHERE c.rank > :rank OR c.rank = :rank AND " + BEHIND);
        return sought(database.sql(page + SHOWN), q).params(parameters).param("now", now())
                .query((row, _) -> found(row)).list();
    }

    /** Who is chosen, in the order of {@link #list}. */
    List<ClientId> ids(ClientQuestion question) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", question.limit());
        String chosen = chosen(question, parameters);
        String q = question.q();
        String sql = q == null
                ? """
                        SELECT client_id FROM client c WHERE c.stands AND %s
                        ORDER BY last_at DESC, client_id DESC LIMIT :limit""".formatted(chosen)
                : FOUND + """
                        SELECT client_id FROM best b JOIN client c USING (client_id) WHERE %s
                        ORDER BY b.rank, c.last_at DESC, client_id DESC LIMIT :limit""".formatted(chosen);
        return sought(database.sql(sql), q).params(parameters).param("now", now())
                .query((row, _) -> new ClientId(row.getObject("client_id", UUID.class))).list();
    }

    long count(ClientQuestion question) {
        Map<String, Object> parameters = new HashMap<>();
        String chosen = chosen(question, parameters);
        String q = question.q();
        String sql = q == null
                ? "SELECT count(*) FROM client c WHERE c.stands AND "
                : FOUND + "SELECT count(*) FROM best b JOIN client c USING (client_id) WHERE ";
        return sought(database.sql(sql + chosen), q).params(parameters).param("now", now()).query(Long.class).single();
    }

    List<String> owners() {
        return database.sql("""
                SELECT DISTINCT owner FROM client_owner
                WHERE owner IS NOT NULL AND to_position = 9223372036854775807
                  AND valid_from <= :now::timestamptz AND valid_to > :now::timestamptz ORDER BY owner""")
                .param("now", now()).query(String.class).list();
    }

    private String now() {
        return clock.instant().toString();
    }

    private static JdbcClient.StatementSpec sought(JdbcClient.StatementSpec statement, @Nullable String q) {
        if (q == null) {
            return statement;
        }
        Sought sought = Sought.of(q);
        return statement.param("exact", new SqlArrayValue("text", sought.exact().toArray()))
                .param("name", sought.name()).param("marks", Sought.MARKS)
                .param("first", Sought.literal(sought.name()) + "%")
                .param("whole", new SqlArrayValue("text", sought.whole().toArray()))
                .param("beginnings", new SqlArrayValue("text", sought.beginnings().toArray()))
                .param("words", new SqlArrayValue("text", sought.words().toArray()))
                .param("part", "%" + Sought.literal(sought.name()) + "%").param("digits", sought.digits())
                .param("international", sought.beginning());
    }

    /** What the clients {@code c} are chosen by, as a condition. */
    private static String chosen(ClientQuestion question, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder("true");
        if (question.kind() != null) {
            sql.append(" AND c.kind = :kind");
            parameters.put("kind", question.kind().value());
        }
        if (question.among() != null) {
            sql.append(" AND c.client_id = ANY(:among::uuid[])");
            parameters.put("among",
                    new SqlArrayValue("uuid", question.among().stream().map(ClientId::value).toArray()));
        }
        String owner = question.owner();
        if (owner != null) {
            sql.append(" AND ").append(owner.equals(ClientQuestion.NOBODY) ? NOBODYS : OWNED);
            parameters.put("owner", owner);
        }
        ClientQuestion.LastContact last = question.last();
        if (last != null) {
            sql.append(last.equals(ClientQuestion.LastContact.NEVER)
                    ? " AND c.last_at = '-infinity'"
                    : " AND c.last_at > '-infinity'");
            bound(sql, parameters, "c.last_at >= :from::timestamptz", "from", last.from());
            bound(sql, parameters, "c.last_at < :before::timestamptz", "before", last.before());
        }
        return sql.toString();
    }

    private static void bound(StringBuilder sql, Map<String, Object> parameters, String condition, String name,
            @Nullable Instant time) {
        if (time != null) {
            sql.append(" AND ").append(condition);
            parameters.put(name, time.toString());
        }
    }

    private static Map<String, Object> place(@Nullable Place after) {
        Map<String, Object> parameters = new HashMap<>();
        if (after != null) {
            parameters.put("rank", after.rank());
            parameters.put("lastAt", after.lastAtText());
            parameters.put("client", after.client());
        }
        return parameters;
    }

    private static Found found(ResultSet row) throws SQLException {
        ClientEntry entry = new ClientEntry(new ClientId(row.getObject("client_id", UUID.class)),
                ClientEvent.Kind.of(row.getString("kind")), row.getString("name"),
                read(row.getString("contact_points"), POINTS), row.getString("owner"), time(row, "last_at"),
                row.getLong("entries"));
        return new Found(entry, new Place(row.getInt("rank"), entry.lastContactAt(), entry.id().value()),
                row.getObject("hits", Long.class));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> List<T> read(@Nullable String json, TypeReference<List<T>> type) {
        return json == null ? List.of() : JSON.readValue(json, type);
    }
}
