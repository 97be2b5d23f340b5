package org.interactionhub.queries.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Direction;
import org.interactionhub.events.HandoverId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.clientcard.ClientQuestion;
import org.interactionhub.queries.identity.Named;
import org.interactionhub.queries.portfolio.Handover.State;
import org.interactionhub.queries.portfolio.Handover.Undone;
import org.interactionhub.queries.portfolio.HandoverPreview.ChangingHands;
import org.interactionhub.queries.portfolio.HandoverPreview.StandIn;
import org.interactionhub.queries.portfolio.WholeHandover.Moved;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** All SQL about portfolios and handovers. */
final class PortfolioTable {

    /** A row of {@code client_owner o} that holds now. */
    private static final String HOLDS = """
            o.to_position = 9223372036854775807 AND o.valid_from <= :now::timestamptz AND o.valid_to > :now::timestamptz""";

    /** Begins with the open plans, which are few beside the clients. */
    private static final String ALL = """
            WITH open AS MATERIALIZED (
                SELECT p.interaction_id, p.contact_point_id, p.occurred_at FROM participant p
                WHERE NOT p.happened AND NOT EXISTS (SELECT FROM interaction_fact f
                    WHERE f.interaction_id = p.interaction_id
                      AND f.event IN ('interaction-missed', 'interaction-cancelled'))),
            hers AS (
                SELECT m.head_id AS client_id, count(DISTINCT open.interaction_id) AS plans,
                    count(DISTINCT open.interaction_id) FILTER (WHERE open.occurred_at < :now::timestamptz) AS overdue
                FROM open JOIN contact_point_link l ON l.contact_point_id = open.contact_point_id
                    AND l.to_position = 9223372036854775807
                    AND open.occurred_at >= l.valid_from AND open.occurred_at < l.valid_to
                JOIN client m ON m.client_id = l.client_id GROUP BY m.head_id)
            SELECT o.owner, count(*) AS clients, coalesce(sum(hers.plans), 0)::bigint AS plans,
                coalesce(sum(hers.overdue), 0)::bigint AS overdue
            FROM client c LEFT JOIN client_owner o ON o.client_id = c.client_id AND %s
            LEFT JOIN hers ON hers.client_id = c.client_id
            WHERE c.stands GROUP BY o.owner ORDER BY o.owner IS NULL, o.owner COLLATE "unicode"
            """.formatted(HOLDS);

    /** The clients {@code mine}. */
    private static final String OWNED = """
            WITH mine AS MATERIALIZED (
                SELECT c.client_id, o.owner FROM client_owner o JOIN client c USING (client_id)
                WHERE o.owner = :owner AND %s AND c.stands)""".formatted(HOLDS);

    private static final String NOBODYS = """
            WITH mine AS MATERIALIZED (
                SELECT c.client_id, NULL AS owner FROM client c
                WHERE c.stands AND NOT EXISTS (
                    SELECT FROM client_owner o WHERE o.client_id = c.client_id AND o.owner IS NOT NULL AND %s))"""
            .formatted(HOLDS);

    private static final String NAMED = """
            WITH mine AS MATERIALIZED (SELECT client_id, NULL AS owner FROM unnest(:clients::uuid[]) AS t (client_id))""";

    /** What is planned with them, or with whoever counts as one of them now, and neither took place nor was called off. */
    private static final String PLAN = """
            , plan AS MATERIALIZED (
                SELECT DISTINCT mine.client_id, p.interaction_id, p.channel, p.occurred_at
                FROM mine JOIN client m ON m.head_id = mine.client_id
                JOIN contact_point_link l ON l.client_id = m.client_id AND l.to_position = 9223372036854775807
                JOIN participant p ON p.contact_point_id = l.contact_point_id AND NOT p.happened
                    AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                WHERE NOT EXISTS (SELECT FROM interaction_fact f WHERE f.interaction_id = p.interaction_id
                    AND f.event IN ('interaction-missed', 'interaction-cancelled')))
            """;

    private static final String COUNTED = PLAN + """
            SELECT owner, count(*) AS clients, coalesce(sum(plans), 0)::bigint AS plans,
                coalesce(sum(overdue), 0)::bigint AS overdue
            FROM mine LEFT JOIN (
                SELECT client_id, count(*) AS plans, count(*) FILTER (WHERE occurred_at < :now::timestamptz) AS overdue
                FROM plan GROUP BY client_id) hers USING (client_id)
            GROUP BY owner ORDER BY owner IS NULL, owner COLLATE "unicode"
            """;

    private static final String PROMISES = PLAN + """
            SELECT plan.*, c.name, plan.occurred_at < :now::timestamptz AS overdue,
                (SELECT f.subject FROM interaction_fact f
                    WHERE f.interaction_id = plan.interaction_id AND f.event = 'interaction-planned'
                    ORDER BY f.position DESC LIMIT 1) AS subject
            FROM plan JOIN client c USING (client_id)
            ORDER BY plan.occurred_at, plan.interaction_id, plan.client_id LIMIT :limit
            """;

    /** The newest contacts of all are among the newest of those who had one last. */
    private static final String CONTACTS = """
            , latest AS MATERIALIZED (
                SELECT c.client_id, c.name FROM mine JOIN client c USING (client_id) WHERE c.last_at > '-infinity'
                ORDER BY c.last_at DESC, c.client_id DESC LIMIT :limit),
            entry AS (
                SELECT DISTINCT latest.client_id, latest.name, e.*
                FROM latest JOIN belonging b USING (client_id) CROSS JOIN LATERAL (
                    SELECT p.interaction_id, p.channel, p.direction, p.occurred_at FROM participant p
                    WHERE p.contact_point_id = b.contact_point_id AND p.happened AND p.channel NOT IN ('note', 'business')
                      AND p.occurred_at >= b.valid_from AND p.occurred_at < b.valid_to
                    ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT :limit) e
                WHERE b.to_position = 9223372036854775807)
            SELECT entry.*, (SELECT f.subject FROM interaction_fact f
                WHERE f.interaction_id = entry.interaction_id AND f.subject IS NOT NULL
                ORDER BY f.position LIMIT 1) AS subject
            FROM entry ORDER BY occurred_at DESC, interaction_id DESC, client_id LIMIT :limit
            """;

    private static final String HANDOVER = """
            SELECT handover_id, from_owner, to_owner, clients, valid_from, nullif(valid_to, 'infinity') AS valid_to, reason,
                actor, recorded_at, position, nullif(to_position, 9223372036854775807) AS undone_position, undone_reason,
                undone_by, undone_at
            FROM handover
            """;

    private final JdbcClient database;

    PortfolioTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    List<Portfolio> all(Instant now) {
        return database.sql(ALL).param("now", now.toString()).query((row, _) -> portfolio(row)).list();
    }

    /** Whether she ever looked after anybody, or said anything. */
    boolean isKnown(String name) {
        return database.sql("SELECT EXISTS (SELECT FROM colleague WHERE name = ?)").param(name).query(Boolean.class)
                .single();
    }

    Portfolio portfolio(String owner, Instant now) {
        return of(owner, COUNTED, now).query((row, _) -> portfolio(row)).optional()
                .orElseGet(() -> new Portfolio(owner.equals(ClientQuestion.NOBODY) ? null : owner, 0, 0, 0));
    }

    Portfolio counted(List<ClientId> clients, Instant now) {
        return database.sql(NAMED + COUNTED).param("clients", ids(clients)).param("now", now.toString())
                .query((row, _) -> portfolio(row)).optional().orElseGet(() -> new Portfolio(null, 0, 0, 0));
    }

    List<Promise> promises(String owner, int limit, Instant now) {
        return of(owner, PROMISES, now).param("limit", limit).query((row, _) -> promise(row)).list();
    }

    List<Promise> promises(List<ClientId> clients, int limit, Instant now) {
        return database.sql(NAMED + PROMISES).param("clients", ids(clients)).param("limit", limit)
                .param("now", now.toString()).query((row, _) -> promise(row)).list();
    }

    List<LatestContact> contacts(String owner, int limit, Instant now) {
        return of(owner, CONTACTS, now).param("limit", limit)
                .query((row, _) -> new LatestContact(interaction(row), client(row),
                        Channel.of(row.getString("channel")), Direction.of(row.getString("direction")),
                        time(row, "occurred_at"), row.getString("subject")))
                .list();
    }

    private StatementSpec of(String owner, String question, Instant now) {
        return owner.equals(ClientQuestion.NOBODY)
                ? database.sql(NOBODYS + question).param("now", now.toString())
                : database.sql(OWNED + question).param("now", now.toString()).param("owner", owner);
    }

    List<Handover> handovers(@Nullable String owner, long before, int limit, Instant now) {
        String whose = owner == null ? "" : " AND (from_owner = :owner OR to_owner = :owner)";
        StatementSpec statement = database
                .sql(HANDOVER + "WHERE position < :before" + whose + " ORDER BY position DESC LIMIT :limit")
                .param("before", before).param("limit", limit);
        return (owner == null ? statement : statement.param("owner", owner)).query((row, _) -> handover(row, now))
                .list();
    }

    Optional<Handover> handover(HandoverId id, Instant now) {
        return database.sql(HANDOVER + "WHERE handover_id = :id").param("id", id.value())
                .query((row, _) -> handover(row, now)).optional();
    }

    List<Moved> moved(HandoverId id, Instant now) {
        return database.sql("""
                SELECT c.client_id, c.name, o.owner
                FROM owner_fact f JOIN client c USING (client_id)
                LEFT JOIN client_owner o ON o.client_id = c.head_id AND %s
                WHERE f.handover_id = :id ORDER BY c.name COLLATE "unicode", c.client_id""".formatted(HOLDS))
                .param("id", id.value()).param("now", now.toString())
                .query((row, _) -> new Moved(client(row).id(), row.getString("name"), row.getString("owner"))).list();
    }

    /** Who of these is known at all. */
    List<ClientId> known(Collection<ClientId> clients) {
        return database
                .sql("SELECT client_id FROM client WHERE client_id = ANY(:clients::uuid[]) AND head_id IS NOT NULL")
                .param("clients", ids(clients)).query((row, _) -> id(row)).list();
    }

    /** As whom these count, by latest contact. */
    List<ClientId> heads(Collection<ClientId> clients) {
        return database.sql("""
                SELECT client_id FROM client
                WHERE client_id IN (SELECT head_id FROM client WHERE client_id = ANY(:clients::uuid[]))
                ORDER BY last_at DESC, client_id DESC""")
                .param("clients", ids(clients)).query((row, _) -> id(row)).list();
    }

    /** In the order of {@code clients}. */
    List<ChangingHands> changingHands(List<ClientId> clients, Instant since, @Nullable Instant until, Instant now) {
        return database.sql("""
                SELECT c.client_id, c.name, o.owner, nullif(c.last_at, '-infinity') AS last_at, standing.*
                FROM unnest(:clients::uuid[]) WITH ORDINALITY AS t (client_id, place)
                JOIN client c USING (client_id)
                LEFT JOIN client_owner o ON o.client_id = c.client_id AND %s
                LEFT JOIN LATERAL (
                    SELECT h.handover_id, h.from_owner, h.to_owner, h.valid_from, h.valid_to
                    FROM owner_fact f JOIN handover h USING (handover_id)
                    WHERE f.client_id = c.client_id AND f.to_position = 9223372036854775807
                      AND f.valid_to < 'infinity' AND f.valid_to > :since::timestamptz
                      AND f.valid_from < :until::timestamptz
                    ORDER BY f.position DESC LIMIT 1) standing ON true
                ORDER BY t.place""".formatted(HOLDS))
                .param("clients", ids(clients)).param("now", now.toString()).param("since", since.toString())
                .param("until", until == null ? "infinity" : until.toString())
                .query((row, _) -> new ChangingHands(id(row), row.getString("name"), row.getString("owner"),
                        timeOrNull(row, "last_at"), standIn(row)))
                .list();
    }

    private static @Nullable StandIn standIn(ResultSet row) throws SQLException {
        UUID handover = row.getObject("handover_id", UUID.class);
        return handover == null
                ? null
                : new StandIn(new HandoverId(handover), row.getString("from_owner"), row.getString("to_owner"),
                        time(row, "valid_from"), time(row, "valid_to"));
    }

    private static Handover handover(ResultSet row, Instant now) throws SQLException {
        Instant since = time(row, "valid_from");
        Instant until = timeOrNull(row, "valid_to");
        Long undoneAt = row.getObject("undone_position", Long.class);
        Undone undone = undoneAt == null
                ? null
                : new Undone(row.getString("undone_reason"), row.getString("undone_by"), time(row, "undone_at"),
                        undoneAt);
        return new Handover(new HandoverId(row.getObject("handover_id", UUID.class)), row.getString("from_owner"),
                row.getString("to_owner"), row.getLong("clients"), since, until,
                State.of(since, until, undone != null, now), row.getString("reason"), row.getString("actor"),
                time(row, "recorded_at"), row.getLong("position"), undone);
    }

    private static Portfolio portfolio(ResultSet row) throws SQLException {
        return new Portfolio(row.getString("owner"), row.getLong("clients"), row.getLong("plans"),
                row.getLong("overdue"));
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(interaction(row), client(row), Channel.of(row.getString("channel")),
                time(row, "occurred_at"), row.getString("subject"), row.getBoolean("overdue"));
    }

    private static InteractionId interaction(ResultSet row) throws SQLException {
        return new InteractionId(row.getObject("interaction_id", UUID.class));
    }

    private static Named client(ResultSet row) throws SQLException {
        return new Named(id(row), row.getString("name"));
    }

    private static ClientId id(ResultSet row) throws SQLException {
        return new ClientId(row.getObject("client_id", UUID.class));
    }

    private static SqlArrayValue ids(Collection<ClientId> clients) {
        return new SqlArrayValue("uuid", clients.stream().map(ClientId::value).toArray());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
