package org.interactionhub.queries.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ImportEvent.Remark;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about imports. */
final class ImportTable {

    private static final int POINTS_AT_ONCE = 5_000;

    private static final String IMPORTS = """
            SELECT i.import_id, i.file, i.source, i.actor, i.recorded_at, i.position, i.rows, u.actor AS undone_by,
                u.recorded_at AS undone_at, u.reason,
                (SELECT json_object_agg(v.verdict, v.rows)::text
                    FROM (SELECT verdict, count(*) AS rows FROM imported_row r WHERE r.import_id = i.import_id
                          GROUP BY verdict) v) AS counts,
                CASE WHEN u.import_id IS NULL THEN 0
                    ELSE (SELECT count(*) FROM client c WHERE c.withdrawn_with = i.import_id) END AS withdrawn
            FROM import i LEFT JOIN import_undo u USING (import_id)
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<Verdict, Long>> COUNTS = new TypeReference<>() {
    };
    private static final TypeReference<List<Named>> CLIENTS = new TypeReference<>() {
    };
    private static final TypeReference<List<ContactPoint>> POINTS = new TypeReference<>() {
    };
    private static final TypeReference<List<Remark>> REMARKS = new TypeReference<>() {
    };

    private final JdbcClient database;

    ImportTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** @param before a position, exclusive */
    List<ImportEntry> imports(long before, int limit) {
        return database.sql(IMPORTS + "WHERE i.position < ? ORDER BY i.position DESC LIMIT ?").params(before, limit)
                .query((row, _) -> entry(row)).list();
    }

    Optional<ImportEntry> find(ImportId id) {
        return database.sql(IMPORTS + "WHERE i.import_id = ?").param(id.value()).query((row, _) -> entry(row))
                .optional();
    }

    /** @param after a row, exclusive */
    List<SortedRow> rows(ImportId id, @Nullable Verdict verdict, int after, int limit) {
        return database.sql("""
                SELECT r.line, r.name, r.verdict, r.same_as, r.linked::text, r.remarks::text,
                    (SELECT json_agg(json_build_object('id', c.client_id, 'name', c.name) ORDER BY n.place)::text
                     FROM jsonb_array_elements_text(r.clients) WITH ORDINALITY AS n (id, place)
                     JOIN client c ON c.client_id = n.id::uuid) AS clients
                FROM imported_row r
                WHERE r.import_id = :id AND r.line > :after AND (:verdict::text IS NULL OR r.verdict = :verdict)
                ORDER BY r.line LIMIT :limit""").param("id", id.value()).param("after", after).param("limit", limit)
                .param("verdict", verdict == null ? null : verdict.value()).query((row, _) -> row(row)).list();
    }

    /** Whose these are for good; those that are nobody's are absent. */
    /** Those of which somebody said something; few beside all. */
    Map<ContactPoint, ContactPointClass> classes() {
        Map<ContactPoint, ContactPointClass> classes = new HashMap<>();
        database.sql(
                """
                        SELECT cp.type, cp.value, k.class FROM contact_point_class k JOIN contact_point cp USING (contact_point_id)
                        WHERE k.to_position = 9223372036854775807""")
                .query(row -> {
                    classes.put(new ContactPoint(ContactPoint.Type.of(row.getString("type")), row.getString("value")),
                            ContactPointClass.of(row.getString("class")));
                });
        return classes;
    }

    Map<ContactPoint, Named> owners(Collection<ContactPoint> points) {
        Map<ContactPoint, Named> owners = new HashMap<>();
        List<ContactPoint> all = new ArrayList<>(points);
        for (int first = 0; first < all.size(); first += POINTS_AT_ONCE) {
            Object[] ids = all.subList(first, Math.min(all.size(), first + POINTS_AT_ONCE)).stream()
                    .map(point -> point.id().value()).toArray();
            database.sql("""
                    SELECT cp.type, cp.value, c.client_id, c.name
                    FROM contact_point cp JOIN belonging l USING (contact_point_id) JOIN client c USING (client_id)
                    WHERE cp.contact_point_id = ANY(?::uuid[]) AND l.to_position = 9223372036854775807
                      AND l.valid_to = 'infinity'""").param(new SqlArrayValue("uuid", ids))
                    .query(row -> {
                        owners.put(
                                new ContactPoint(ContactPoint.Type.of(row.getString("type")), row.getString("value")),
                                new Named(new ClientId(row.getObject("client_id", UUID.class)),
                                        row.getString("name")));
                    });
        }
        return owners;
    }

    Map<ClientId, String> names(Collection<ClientId> clients) {
        Map<ClientId, String> names = new HashMap<>();
        database.sql("SELECT client_id, name FROM client WHERE client_id = ANY(?::uuid[])")
                .param(new SqlArrayValue("uuid", clients.stream().map(ClientId::value).toArray()))
                .query(row -> {
                    names.put(new ClientId(row.getObject("client_id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    private static ImportEntry entry(ResultSet row) throws SQLException {
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        String counts = row.getString("counts");
        return new ImportEntry(new ImportId(row.getObject("import_id", UUID.class)), row.getString("file"),
                row.getString("source"), row.getString("actor"), time(row, "recorded_at"), row.getLong("position"),
                row.getLong("rows"), counts == null ? Map.of() : JSON.readValue(counts, COUNTS),
                undone == null
                        ? null
                        : new ImportEntry.Undone(row.getString("undone_by"), undone.toInstant(),
                                row.getString("reason"), row.getLong("withdrawn")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static SortedRow row(ResultSet row) throws SQLException {
        String clients = row.getString("clients");
        Long sameAs = row.getObject("same_as", Long.class);
        return new SortedRow(row.getInt("line"), row.getString("name"), Verdict.of(row.getString("verdict")),
                clients == null ? List.of() : JSON.readValue(clients, CLIENTS),
                sameAs == null ? null : Math.toIntExact(sameAs), JSON.readValue(row.getString("linked"), POINTS),
                JSON.readValue(row.getString("remarks"), REMARKS).stream().map(SortedRow.Said::of).toList());
    }
}
