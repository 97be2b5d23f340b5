package org.interactionhub.queries.clientcard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.Party;
import org.interactionhub.events.Relation;
import org.interactionhub.queries.clientcard.ClientCard.Affiliation;
import org.interactionhub.queries.reading.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about one client, as she is known at a position and as it was valid at a moment. One statement a question. */
final class CardTable {

    private static final String CARD = """
            WITH head AS (
                SELECT head_id AS client_id FROM client_identity
                WHERE client_id = :client AND from_position <= :until AND to_position > :until
                UNION ALL SELECT client_id FROM client -- withdrawn with an import
                WHERE client_id = :client AND head_id IS NULL AND position <= :until),
            member AS (
                SELECT i.client_id FROM client_identity i JOIN head ON i.head_id = head.client_id
                WHERE i.from_position <= :until AND i.to_position > :until),
            met AS MATERIALIZED (SELECT contact_point_id, valid_from, valid_to FROM reach(:client, :until)),
            suspect AS (
                SELECT o.head_id AS client_id FROM member
                JOIN (SELECT client_id, other_id, position FROM suspicion(:until)
                      UNION ALL SELECT other_id, client_id, position FROM suspicion(:until)) s USING (client_id)
                JOIN client_identity o ON o.client_id = s.other_id AND o.from_position <= :until
                    AND o.to_position > :until
                WHERE s.position <= :until
                UNION SELECT o.client_id FROM head
                JOIN (SELECT client_id, other_id FROM likeness.pair
                      UNION ALL SELECT other_id, client_id FROM likeness.pair) l USING (client_id)
                JOIN client o ON o.client_id = l.other_id AND o.stands
                WHERE :until = %2$d
                EXCEPT SELECT client_id FROM head
                EXCEPT SELECT o.head_id FROM member
                JOIN (SELECT client_id, other_id, position, to_position FROM distinction
                      UNION ALL SELECT other_id, client_id, position, to_position FROM distinction) d USING (client_id)
                JOIN client_identity o ON o.client_id = d.other_id AND o.from_position <= :until
                    AND o.to_position > :until
                WHERE d.position <= :until AND d.to_position > :until
                EXCEPT SELECT a.organisation_id FROM head JOIN affiliation a USING (client_id)
                WHERE a.from_position <= :until AND a.to_position > :until
                EXCEPT SELECT a.client_id FROM head JOIN affiliation a ON a.organisation_id = head.client_id
                WHERE a.from_position <= :until AND a.to_position > :until),
            named AS (
                SELECT client_id, name FROM client_name WHERE from_position <= :until AND to_position > :until)
            SELECT c.client_id, c.kind, n.name, c.registered_at, least(c.position, :until) AS position,
                CASE WHEN c.head_id IS NULL AND c.position <= :until THEN c.withdrawn_with END AS withdrawn_with,
                p.party, p.legal_name, p.tax_number, p.city,
                (SELECT o.owner FROM client_owner o WHERE o.client_id = c.client_id
                    AND o.from_position <= :until AND o.to_position > :until
                    AND o.valid_from <= :moment::timestamptz AND o.valid_to > :moment::timestamptz) AS owner,
                (SELECT json_agg(json_build_object('id', cp.contact_point_id, 'type', cp.type, 'value', cp.value,
                        'method', l.method, 'since', l.linked_at, 'as', coalesce(k.class, 'personal'))
                        ORDER BY l.from_position)::text
                    FROM belonging l JOIN contact_point cp USING (contact_point_id)
                    LEFT JOIN contact_point_class k ON k.contact_point_id = l.contact_point_id
                        AND k.from_position <= :until AND k.to_position > :until
                    WHERE l.client_id = c.client_id AND l.from_position <= :until AND l.to_position > :until
                      AND l.valid_from <= :moment::timestamptz AND l.valid_to > :moment::timestamptz) AS links,
                (SELECT max(latest.occurred_at) FROM met CROSS JOIN LATERAL (
                    SELECT e.occurred_at FROM participant e
                    WHERE e.contact_point_id = met.contact_point_id AND e.happened AND e.channel NOT IN ('note', 'business')
                      AND e.occurred_at >= met.valid_from AND e.occurred_at < met.valid_to AND e.position <= :until%3$s
                    ORDER BY e.occurred_at DESC, e.interaction_id DESC LIMIT 1) latest) AS last_at,
                (SELECT count(DISTINCT e.interaction_id) FROM met JOIN participant e USING (contact_point_id)
                    WHERE e.occurred_at >= met.valid_from AND e.occurred_at < met.valid_to
                      AND e.position <= :until%1$s) AS entries,
                (SELECT json_agg(json_build_object('deals', deals, 'won', json_build_object('amount', won, 'currency',
                        currency), 'payments', payments, 'paid', json_build_object('amount', paid, 'currency', currency))
                        ORDER BY payments DESC, currency)::text
                    FROM (SELECT currency, count(*) FILTER (WHERE kind = 'deal') AS deals,
                            coalesce(sum(amount) FILTER (WHERE kind = 'deal'), 0) AS won,
                            count(*) FILTER (WHERE kind = 'payment') AS payments,
                            coalesce(sum(amount) FILTER (WHERE kind = 'payment'), 0) AS paid
                        FROM (SELECT DISTINCT b.position, b.kind, b.currency, b.amount
                            FROM met JOIN booking b USING (contact_point_id)
                            WHERE b.occurred_at >= met.valid_from AND b.occurred_at < met.valid_to
                              AND b.position <= :until%4$s) one
                        GROUP BY currency) each) AS booked,
                (SELECT json_agg(json_build_object('id', n.client_id, 'name', n.name,
                        'evidence', (SELECT coalesce(json_agg(s.evidence ORDER BY s.position DESC), '[]')
                            FROM suggestion s
                            JOIN client_identity a ON a.client_id = s.client_id AND a.from_position <= :until
                                AND a.to_position > :until
                            JOIN client_identity b ON b.client_id = s.other_id AND b.from_position <= :until
                                AND b.to_position > :until
                            WHERE s.evidence IS NOT NULL AND s.position <= :until AND (a.head_id, b.head_id) IN
                                ((n.client_id, c.client_id), (c.client_id, n.client_id))),
                        'listed', (SELECT coalesce(json_agg(json_build_object('importId', s.import_id, 'file', i.file,
                                'row', s.line) ORDER BY s.position DESC, s.line), '[]')
                            FROM suspicion(:until) s JOIN import i USING (import_id)
                            JOIN client_identity a ON a.client_id = s.client_id AND a.from_position <= :until
                                AND a.to_position > :until
                            JOIN client_identity b ON b.client_id = s.other_id AND b.from_position <= :until
                                AND b.to_position > :until
                            WHERE s.position <= :until AND (a.head_id, b.head_id) IN
                                ((n.client_id, c.client_id), (c.client_id, n.client_id))),
                        'likeness', (SELECT likeness FROM likeness.pair
                            WHERE client_id = least(n.client_id, c.client_id)
                              AND other_id = greatest(n.client_id, c.client_id) AND :until = %2$d))
                        ORDER BY n.client_id)::text
                    FROM named n JOIN suspect USING (client_id)) AS suggestions,
                (SELECT json_agg(json_build_object('id', n.client_id, 'name', n.name) ORDER BY n.client_id)::text
                    FROM named n JOIN member USING (client_id) WHERE n.client_id <> c.client_id) AS merged
            FROM head JOIN client c USING (client_id) JOIN named n USING (client_id)
            LEFT JOIN party p ON p.client_id = c.client_id AND p.from_position <= :until AND p.to_position > :until""";

    private static final String HAPPENED = " AND e.happened AND e.occurred_at <= :moment::timestamptz";

    private static final String BOOKED = " AND b.occurred_at <= :moment::timestamptz";

    /** Relations of a client with the other side of them; {@code %1$s} is her side and {@code %2$s} the other. */
    private static final String AFFILIATIONS = """
            SELECT a.%2$s AS client_id, n.name, a.relation, a.role, nullif(a.valid_from, '-infinity') AS valid_from,
                nullif(a.valid_to, 'infinity') AS valid_to, a.relation_position
            FROM affiliation a JOIN client_name n ON n.client_id = a.%2$s AND n.from_position <= :until
                AND n.to_position > :until
            WHERE a.%1$s = :client AND a.from_position <= :until AND a.to_position > :until
              AND a.relation_position < :before
            ORDER BY a.relation_position DESC LIMIT :limit""";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ClientCard.Link>> LINKS = new TypeReference<>() {
    };
    private static final TypeReference<List<ClientCard.Suggestion>> SUGGESTIONS = new TypeReference<>() {
    };
    private static final TypeReference<List<ClientCard.Booked>> BOOKINGS = new TypeReference<>() {
    };
    private static final TypeReference<List<ClientCard.Merged>> MERGED = new TypeReference<>() {
    };

    private final JdbcClient database;
    private final Clock clock;

    /** @param clock tells of which moment is asked if none is named */
    CardTable(DataSource database, Clock clock) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    /** Of whoever was merged into another, that one's card. */
    Optional<ClientCard> card(ClientId id, AsOf asOf) {
        return database
                .sql(CARD.formatted(asOf.at() == null ? "" : HAPPENED, AsOf.EVERYTHING, asOf.isNow() ? "" : HAPPENED,
                        asOf.at() == null ? "" : BOOKED))
                .param("client", id.value())
                .param("until", asOf.position()).param("moment", asOf.moment(clock).toString())
                .query((row, _) -> card(row, asOf)).optional();
    }

    private ClientCard card(ResultSet row, AsOf asOf) throws SQLException {
        ClientId id = new ClientId(row.getObject("client_id", UUID.class));
        List<Affiliation> members = members(id, asOf, Clients.DEFAULT, Long.MAX_VALUE);
        String party = row.getString("party");
        return new ClientCard(id, ClientEvent.Kind.of(row.getString("kind")), row.getString("name"),
                party != null ? Party.of(party) : members.isEmpty() ? null : Party.ORGANISATION,
                row.getString("legal_name"), row.getString("tax_number"), row.getString("city"),
                read(row.getString("links"), LINKS), belongsTo(id, asOf), members,
                members.size() < Clients.DEFAULT ? members.size() : memberCount(id, asOf),
                suggestions(id, read(row.getString("suggestions"), SUGGESTIONS)), read(row.getString("merged"), MERGED),
                row.getString("owner"), time(row, "last_at"), row.getLong("entries"),
                read(row.getString("booked"), BOOKINGS),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(), row.getLong("position"),
                importId(row.getObject("withdrawn_with", UUID.class)));
    }

    /** Likeness is kept as it is seen by the one of the smaller id, and tells of now alone. */
    private static List<ClientCard.Suggestion> suggestions(ClientId client, List<ClientCard.Suggestion> kept) {
        return kept.stream().map(one -> one.id().toString().compareTo(client.toString()) < 0 ? one.turned() : one)
                .toList();
    }

    private List<Affiliation> belongsTo(ClientId client, AsOf asOf) {
        return affiliations("client_id", "organisation_id", client, asOf, Clients.MOST, Long.MAX_VALUE);
    }

    /** @param before exclusive, {@link Long#MAX_VALUE} for the last told */
    List<Affiliation> members(ClientId head, AsOf asOf, int limit, long before) {
        return affiliations("organisation_id", "client_id", head, asOf, limit, before);
    }

    long memberCount(ClientId head, AsOf asOf) {
        return database.sql("""
                SELECT count(*) FROM affiliation
                WHERE organisation_id = :client AND from_position <= :until AND to_position > :until""")
                .param("client", head.value()).param("until", asOf.position()).query(Long.class).single();
    }

    private List<Affiliation> affiliations(String hers, String other, ClientId client, AsOf asOf, int limit,
            long before) {
        return database.sql(AFFILIATIONS.formatted(hers, other)).param("client", client.value())
                .param("until", asOf.position()).param("before", before).param("limit", limit)
                .query((row, _) -> new Affiliation(new ClientId(row.getObject("client_id", UUID.class)),
                        row.getString("name"), Relation.of(row.getString("relation")), row.getString("role"),
                        time(row, "valid_from"), time(row, "valid_to"), row.getLong("relation_position")))
                .list();
    }

    private static @Nullable ImportId importId(@Nullable UUID id) {
        return id == null ? null : new ImportId(id);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> List<T> read(@Nullable String json, TypeReference<List<T>> type) {
        return json == null ? List.of() : JSON.readValue(json, type);
    }
}
