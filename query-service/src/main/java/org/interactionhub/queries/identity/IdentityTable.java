package org.interactionhub.queries.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.ReportId;
import org.interactionhub.queries.clientcard.ListRow;
import org.interactionhub.readers.matching.Likeness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about who is who. */
final class IdentityTable {

    private static final String MERGES = """
            SELECT m.position, m.client_id, c.name AS client_name, m.other_id, o.name AS other_name, m.evidence, m.actor,
                m.recorded_at, nullif(m.to_position, 9223372036854775807) AS undone_position, m.undone_reason,
                m.undone_by, m.undone_at
            FROM client_merge m JOIN client c ON c.client_id = m.client_id JOIN client o ON o.client_id = m.other_id
            """;

    private static final String DISTINCTIONS = """
            SELECT d.position, d.client_id, c.name AS client_name, d.other_id, o.name AS other_name, d.reason, d.actor,
                d.recorded_at, d.to_position = 9223372036854775807 AS stands
            FROM distinction d JOIN client c ON c.client_id = d.client_id JOIN client o ON o.client_id = d.other_id
            """;

    /**
     * Of clients who count as two, and of whom nobody said that they are. What a message or a list says comes first, the
     * newest before, then the stronger likeness.
     */
    private static final String SUSPICIONS = """
            WITH reported AS (
                SELECT least(a.head_id, b.head_id) AS one, greatest(a.head_id, b.head_id) AS two,
                    max(s.position) AS position,
                    array_agg(s.evidence ORDER BY s.position DESC) FILTER (WHERE s.import_id IS NULL) AS evidence,
                    json_agg(json_build_object('importId', s.import_id, 'file', l.file, 'row', s.line)
                        ORDER BY s.position DESC, s.line) FILTER (WHERE s.import_id IS NOT NULL) AS listed
                FROM suspicion(9223372036854775806) s JOIN client a ON a.client_id = s.client_id JOIN client b ON b.client_id = s.other_id
                LEFT JOIN import l ON l.import_id = s.import_id
                WHERE a.head_id <> b.head_id GROUP BY 1, 2),
            apart AS (
                SELECT DISTINCT least(a.head_id, b.head_id) AS one, greatest(a.head_id, b.head_id) AS two
                FROM distinction d JOIN client a ON a.client_id = d.client_id JOIN client b ON b.client_id = d.other_id
                WHERE d.to_position = 9223372036854775807
                UNION SELECT least(client_id, organisation_id), greatest(client_id, organisation_id) FROM affiliation
                WHERE to_position = 9223372036854775807),
            pair AS (
                SELECT coalesce(r.one, l.client_id) AS one, coalesce(r.two, l.other_id) AS two,
                    coalesce(r.position, 0) AS position, r.evidence, r.listed, l.likeness,
                    coalesce(round(l.score * 10), 0)::bigint AS tenths
                FROM reported r FULL JOIN likeness.pair l ON l.client_id = r.one AND l.other_id = r.two)
            SELECT pair.position, pair.tenths, pair.evidence, pair.listed::text AS listed,
                pair.likeness::text AS likeness, c.client_id,
                c.name AS client_name, o.client_id AS other_id, o.name AS other_name
            FROM pair JOIN client c ON c.client_id = pair.one AND c.stands
                JOIN client o ON o.client_id = pair.two AND o.stands
            WHERE NOT EXISTS (SELECT FROM apart WHERE apart.one = pair.one AND apart.two = pair.two)
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ListRow>> LISTED = new TypeReference<>() {
    };

    private final JdbcClient database;

    IdentityTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Everybody who counts as whom this one counts as, that one first; nobody if she is not known. */
    List<Named> members(ClientId client) {
        return database.sql("""
                SELECT m.client_id, m.name FROM client c JOIN client m USING (head_id)
                WHERE c.client_id = ? ORDER BY m.client_id <> m.head_id, m.client_id""").param(client.value())
                .query((row, _) -> named(row, "client", "name")).list();
    }

    List<Merge> merges(List<Named> members) {
        return database.sql(
                MERGES + """
                        WHERE m.client_id = ANY(:members::uuid[]) OR m.other_id = ANY(:members::uuid[]) ORDER BY m.position DESC""")
                .param("members", ids(members)).query((row, _) -> merge(row)).list();
    }

    Optional<Merge> merge(long position) {
        return database.sql(MERGES + "WHERE m.position = ?").param(position).query((row, _) -> merge(row)).optional();
    }

    List<Distinction> distinctions(List<Named> members) {
        return database.sql(DISTINCTIONS
                + """
                        WHERE d.client_id = ANY(:members::uuid[]) OR d.other_id = ANY(:members::uuid[]) ORDER BY d.position DESC""")
                .param("members", ids(members)).query((row, _) -> distinction(row)).list();
    }

    /** That stand between anybody of the ones and anybody of the others. */
    List<Distinction> distinctions(List<Named> members, List<Named> others) {
        return database.sql(DISTINCTIONS + """
                WHERE d.to_position = 9223372036854775807
                  AND (d.client_id = ANY(:members::uuid[]) AND d.other_id = ANY(:others::uuid[])
                       OR d.client_id = ANY(:others::uuid[]) AND d.other_id = ANY(:members::uuid[]))
                ORDER BY d.position DESC""").param("members", ids(members)).param("others", ids(others))
                .query((row, _) -> distinction(row)).list();
    }

    List<Link> links(List<Named> members) {
        return database.sql("""
                SELECT cp.type, cp.value, l.client_id, c.name AS client_name, l.method, l.evidence, l.actor,
                    nullif(l.valid_from, '-infinity') AS valid_from, nullif(l.valid_to, 'infinity') AS valid_to,
                    l.linked_at, l.from_position, l.to_position = 9223372036854775807 AS stands,
                    coalesce(k.class, 'personal') AS class
                FROM contact_point_link l JOIN contact_point cp USING (contact_point_id)
                LEFT JOIN contact_point_class k ON k.contact_point_id = l.contact_point_id
                    AND k.to_position = 9223372036854775807
                JOIN client c ON c.client_id = l.client_id
                WHERE l.client_id = ANY(:members::uuid[]) ORDER BY l.from_position DESC""")
                .param("members", ids(members)).query((row, _) -> link(row)).list();
    }

    /**
     * A place in the list of those who may be one.
     *
     * @param tenths of the score
     */
    record Place(long position, long tenths, UUID client, UUID other) {}

    /** A pair, and the place behind it. */
    record Suspected(Suspicion suspicion, Place place) {}

    /** @param after null for the first */
    List<Suspected> suspicions(SuspicionQuestion question, int limit, @Nullable Place after) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = SUSPICIONS + chosen(question, parameters);
        if (after != null) {
            sql += """
                    AND (pair.position < :position OR pair.position = :position AND (pair.tenths < :tenths
                       OR pair.tenths = :tenths AND (pair.one, pair.two) > (:one, :two)))""";
            parameters.putAll(Map.of("position", after.position(), "tenths", after.tenths(), "one", after.client(),
                    "two", after.other()));
        }
        return database.sql(sql + " ORDER BY pair.position DESC, pair.tenths DESC, pair.one, pair.two LIMIT :limit")
                .params(parameters).param("limit", limit).query((row, _) -> suspected(row)).list();
    }

    long countSuspicions(SuspicionQuestion question) {
        Map<String, Object> parameters = new HashMap<>();
        return database.sql("SELECT count(*) FROM (" + SUSPICIONS + chosen(question, parameters) + ") all_of_them")
                .params(parameters).query(Long.class).single();
    }

    private static String chosen(SuspicionQuestion question, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder();
        if (question.client() != null) {
            sql.append(" AND (SELECT head_id FROM client WHERE client_id = :client) IN (pair.one, pair.two)");
            parameters.put("client", question.client().value());
        }
        if (question.ground() != null) {
            sql.append(switch (question.ground()) {
                case MESSAGE -> " AND pair.evidence IS NOT NULL";
                case LIST -> " AND pair.listed IS NOT NULL";
                case LIKENESS -> " AND pair.likeness IS NOT NULL";
            });
        }
        return sql.toString();
    }

    /** Reports that named contact points of both. */
    List<ReportId> evidence(List<Named> members, List<Named> others) {
        return database.sql("""
                SELECT evidence FROM suggestion
                WHERE evidence IS NOT NULL
                  AND (client_id = ANY(:members::uuid[]) AND other_id = ANY(:others::uuid[])
                       OR client_id = ANY(:others::uuid[]) AND other_id = ANY(:members::uuid[]))
                ORDER BY position DESC""").param("members", ids(members)).param("others", ids(others))
                .query((row, _) -> new ReportId(row.getObject("evidence", UUID.class))).list();
    }

    /** Rows of imported lists that do. */
    List<ListRow> listed(List<Named> members, List<Named> others) {
        return database.sql("""
                SELECT s.import_id, l.file, s.line FROM suspicion(9223372036854775806) s JOIN import l USING (import_id)
                WHERE s.client_id = ANY(:members::uuid[]) AND s.other_id = ANY(:others::uuid[])
                   OR s.client_id = ANY(:others::uuid[]) AND s.other_id = ANY(:members::uuid[])
                ORDER BY s.position DESC, s.line""").param("members", ids(members)).param("others", ids(others))
                .query((row, _) -> new ListRow(new ImportId(row.getObject("import_id", UUID.class)),
                        row.getString("file"), row.getLong("line")))
                .list();
    }

    /**
     * How many contacts two clients have together, and how many of them stand with both.
     *
     * @param all without counting one twice
     */
    record Together(long all, long shared) {}

    Together together(ClientId head, ClientId otherHead) {
        return database.sql("""
                WITH entry AS (
                    SELECT DISTINCT l.client_id, p.interaction_id
                    FROM belonging l JOIN participant p USING (contact_point_id)
                    WHERE l.client_id IN (?, ?) AND l.to_position = 9223372036854775807
                      AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to)
                SELECT count(DISTINCT interaction_id) AS all_of_them,
                    count(*) - count(DISTINCT interaction_id) AS shared
                FROM entry""").params(head.value(), otherHead.value())
                .query((row, _) -> new Together(row.getLong("all_of_them"), row.getLong("shared"))).single();
    }

    Optional<ContactPoint> contactPoint(ContactPointId id) {
        return database.sql("SELECT type, value FROM contact_point WHERE contact_point_id = ?").param(id.value())
                .query((row, _) -> new ContactPoint(ContactPoint.Type.of(row.getString("type")),
                        row.getString("value")))
                .optional();
    }

    /** Whose a contact point is at any of this time. */
    List<Named> owners(ContactPointId point, Instant from, Instant until) {
        return database.sql("""
                SELECT DISTINCT c.client_id, c.name FROM belonging l JOIN client c USING (client_id)
                WHERE l.contact_point_id = ? AND l.to_position = 9223372036854775807
                  AND l.valid_from < ?::timestamptz AND l.valid_to > ?::timestamptz
                ORDER BY c.client_id""").params(point.value(), bound(until), bound(from))
                .query((row, _) -> named(row, "client", "name")).list();
    }

    long contacts(ContactPointId point, Instant from, Instant until) {
        return database.sql("""
                SELECT count(*) FROM participant
                WHERE contact_point_id = ? AND occurred_at >= ?::timestamptz AND occurred_at < ?::timestamptz""")
                .params(point.value(), bound(from), bound(until)).query(Long.class).single();
    }

    private static String bound(Instant time) {
        return time.equals(Instant.MIN) ? "-infinity" : time.equals(Instant.MAX) ? "infinity" : time.toString();
    }

    /** What goes back with a client who is parted, or stays with whoever had absorbed her. */
    record Part(List<ContactPoint> points, long entries) {}

    /** What was made for a client and for those who were merged into her. */
    Part madeFor(ClientId client) {
        return database.sql("""
                WITH RECURSIVE hers AS (
                    SELECT ?::uuid AS client_id
                    UNION SELECT m.other_id FROM hers JOIN client_merge m USING (client_id)
                    WHERE m.to_position = 9223372036854775807),
                link AS (
                    SELECT l.* FROM contact_point_link l JOIN hers USING (client_id)
                    WHERE l.to_position = 9223372036854775807)
                SELECT
                    (SELECT array_agg(cp.type || ' ' || cp.value ORDER BY first.position)
                        FROM (SELECT contact_point_id, min(from_position) AS position FROM link
                              GROUP BY contact_point_id) first
                        JOIN contact_point cp USING (contact_point_id)) AS points,
                    (SELECT count(DISTINCT p.interaction_id) FROM link JOIN participant p USING (contact_point_id)
                        WHERE p.occurred_at >= link.valid_from AND p.occurred_at < link.valid_to) AS entries""")
                .param(client.value())
                .query((row, _) -> new Part(points(row.getArray("points")), row.getLong("entries"))).single();
    }

    /** Contact points that were learned of the survivor of a merge, or of as whom she counts, since it. */
    List<ContactPoint> learned(long merge) {
        return database.sql("""
                WITH RECURSIVE above AS (
                    SELECT client_id, position FROM client_merge WHERE position = :merge
                    UNION SELECT m.client_id, m.position FROM above JOIN client_merge m ON m.other_id = above.client_id
                    WHERE m.to_position = 9223372036854775807)
                SELECT array_agg(cp.type || ' ' || cp.value ORDER BY l.from_position) AS points
                FROM above JOIN contact_point_link l USING (client_id) JOIN contact_point cp USING (contact_point_id)
                WHERE l.from_position > above.position AND l.to_position = 9223372036854775807
                  AND NOT EXISTS (SELECT FROM contact_point_link e WHERE e.contact_point_id = l.contact_point_id
                      AND e.from_position < :merge)""").param("merge", merge)
                .query((row, _) -> points(row.getArray("points"))).single();
    }

    private static List<ContactPoint> points(@Nullable Array points) throws SQLException {
        return points == null
                ? List.of()
                : Stream.of((String[]) points.getArray()).map(text -> text.split(" ", 2))
                        .map(parts -> new ContactPoint(ContactPoint.Type.of(parts[0]), parts[1])).toList();
    }

    private static Merge merge(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        Long undone = row.getObject("undone_position", Long.class);
        return new Merge(Long.toString(position), named(row, "client"), named(row, "other"),
                row.getString("evidence"), row.getString("actor"), time(row, "recorded_at"), position,
                undone == null
                        ? null
                        : new Merge.Undone(row.getString("undone_reason"), row.getString("undone_by"),
                                time(row, "undone_at"), undone));
    }

    private static Distinction distinction(ResultSet row) throws SQLException {
        return new Distinction(named(row, "client"), named(row, "other"), row.getString("reason"),
                row.getString("actor"), time(row, "recorded_at"), row.getLong("position"), row.getBoolean("stands"));
    }

    private static Link link(ResultSet row) throws SQLException {
        UUID evidence = row.getObject("evidence", UUID.class);
        return new Link(ContactPoint.Type.of(row.getString("type")), row.getString("value"), named(row, "client"),
                ContactPointEvent.Method.of(row.getString("method")), evidence == null ? null : new ReportId(evidence),
                row.getString("actor"), timeOrNull(row, "valid_from"), timeOrNull(row, "valid_to"),
                time(row, "linked_at"), row.getLong("from_position"), row.getBoolean("stands"),
                ContactPointClass.of(row.getString("class")));
    }

    private static Suspected suspected(ResultSet row) throws SQLException {
        Array evidence = row.getArray("evidence");
        String listed = row.getString("listed");
        String likeness = row.getString("likeness");
        long position = row.getLong("position");
        Suspicion suspicion = new Suspicion(named(row, "client"), named(row, "other"),
                evidence == null
                        ? List.of()
                        : Stream.of((UUID[]) evidence.getArray()).distinct().map(ReportId::new).toList(),
                listed == null ? List.of() : JSON.readValue(listed, LISTED),
                likeness == null ? null : JSON.readValue(likeness, Likeness.class), position == 0 ? null : position);
        return new Suspected(suspicion, new Place(position, row.getLong("tenths"),
                suspicion.client().id().value(), suspicion.other().id().value()));
    }

    private static Named named(ResultSet row, String who) throws SQLException {
        return named(row, who, who + "_name");
    }

    private static Named named(ResultSet row, String who, String name) throws SQLException {
        return new Named(new ClientId(row.getObject(who + "_id", UUID.class)), row.getString(name));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static SqlArrayValue ids(List<Named> clients) {
        return new SqlArrayValue("uuid", clients.stream().map(client -> client.id().value()).toArray());
    }
}
