package org.interactionhub.queries.segment;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.segment.Features.Care;
import org.interactionhub.queries.segment.Features.Counts;
import org.interactionhub.queries.segment.Features.Waiting;
import org.interactionhub.queries.segment.Purchases.Paid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** All SQL about features: one statement computes them, for everybody or for some. */
final class FeatureTable {

    /**
     * We answered her when we wrote to her, when a call was taken, whoever rang, and when we met. What she began later
     * waits, unless she took it back; a call that was taken never waits, and a mail that she merely got a copy of is
     * not hers.
     */
    private static final String FEATURES = """
            WITH asked AS (SELECT client_id, kind, name, registered_at FROM client WHERE stands%s),
            contact AS MATERIALIZED (
                SELECT l.client_id, p.interaction_id, p.occurred_at, p.channel, p.direction,
                    bool_or(p.roles && '{from,stated}') AS hers
                FROM asked JOIN belonging l USING (client_id) JOIN participant p USING (contact_point_id)
                WHERE l.to_position = 9223372036854775807 AND p.happened AND p.channel NOT IN ('note', 'business')
                  AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                GROUP BY l.client_id, p.interaction_id, p.occurred_at, p.channel, p.direction),
            told AS MATERIALIZED (
                SELECT said.*, max(occurred_at) FILTER (WHERE answers) OVER (PARTITION BY client_id) AS answered_at
                FROM (SELECT contact.*, CASE channel WHEN 'meeting' THEN true
                          WHEN 'phone' THEN EXISTS (SELECT FROM interaction_fact f
                              WHERE f.interaction_id = contact.interaction_id
                                AND (f.event = 'interaction-held' OR f.attributes ->> 'event' = 'answer'
                                     OR f.attributes ->> 'answered' = 'true'))
                          ELSE direction = 'outbound' END AS answers
                      FROM contact
                      WHERE NOT EXISTS (SELECT FROM interaction_fact m
                          WHERE m.interaction_id = contact.interaction_id AND m.by_machine)) said),
            waiting AS (
                SELECT DISTINCT ON (client_id) client_id, occurred_at, channel
                FROM told t
                WHERE t.direction = 'inbound' AND t.hers AND NOT t.answers
                  AND (t.answered_at IS NULL OR t.occurred_at > t.answered_at)
                  AND NOT EXISTS (SELECT FROM interaction_fact d
                      WHERE d.interaction_id = t.interaction_id AND d.event = 'message-deleted')
                ORDER BY client_id, occurred_at, interaction_id),
            span AS (
                SELECT client_id, min(occurred_at) AS first_at, max(occurred_at) AS last_at
                FROM contact GROUP BY client_id),
            heard AS (
                SELECT client_id, count(*) AS inbound, max(occurred_at) AS last_inbound_at
                FROM told WHERE direction = 'inbound' GROUP BY client_id),
            tally AS (
                SELECT client_id, count(*) AS all_contacts,
                    count(*) FILTER (WHERE direction = 'outbound') AS outbound,
                    (array_agg(channel ORDER BY occurred_at DESC, interaction_id DESC))[1] AS last_channel
                FROM contact GROUP BY client_id),
            missed AS (
                SELECT client_id, count(*) AS missed FROM told
                WHERE channel = 'phone' AND direction = 'inbound' AND NOT answers GROUP BY client_id),
            planned AS (
                SELECT l.client_id, count(DISTINCT p.interaction_id) AS open_plans
                FROM asked JOIN belonging l USING (client_id) JOIN participant p USING (contact_point_id)
                WHERE l.to_position = 9223372036854775807 AND NOT p.happened
                  AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                  AND NOT EXISTS (SELECT FROM interaction_fact f WHERE f.interaction_id = p.interaction_id
                      AND f.event IN ('interaction-missed', 'interaction-cancelled'))
                GROUP BY l.client_id),
            cared AS (
                SELECT client_id, array_agg(owner ORDER BY valid_from) AS owners,
                    array_agg(CASE WHEN isfinite(valid_from) THEN (extract(epoch FROM valid_from) * 1000000)::bigint
                        ELSE -9223372036854775808 END ORDER BY valid_from) AS owned_from,
                    array_agg(CASE WHEN isfinite(valid_to) THEN (extract(epoch FROM valid_to) * 1000000)::bigint
                        ELSE 9223372036854775807 END ORDER BY valid_from) AS owned_to
                FROM asked JOIN client_owner o USING (client_id)
                WHERE o.to_position = 9223372036854775807 AND o.owner IS NOT NULL GROUP BY client_id),
            bought AS (
                SELECT client_id, count(*) FILTER (WHERE amount > 0) AS payments,
                    max(occurred_at) FILTER (WHERE amount > 0) AS last_payment_at,
                    array_agg((extract(epoch FROM occurred_at) * 1000000)::bigint ORDER BY occurred_at, position)
                        FILTER (WHERE currency = :currency) AS paid_at,
                    array_agg(amount ORDER BY occurred_at, position) FILTER (WHERE currency = :currency) AS paid
                FROM (SELECT DISTINCT l.client_id, b.position, b.occurred_at, b.amount, b.currency
                      FROM asked JOIN belonging l USING (client_id) JOIN booking b USING (contact_point_id)
                      WHERE l.to_position = 9223372036854775807 AND b.kind = 'payment'
                        AND b.occurred_at >= l.valid_from AND b.occurred_at < l.valid_to) one
                GROUP BY client_id),
            quarter AS (
                SELECT client_id, array_agg(begun) AS quarters, array_agg(contacts) AS contacts
                FROM (SELECT client_id, width_bucket(occurred_at, :beginnings::timestamptz[]) AS begun,
                        count(*)::int AS contacts
                      FROM contact GROUP BY 1, 2) each
                GROUP BY client_id)
            SELECT asked.*, first_at, last_at, last_inbound_at, waiting.occurred_at AS waiting_since,
                waiting.channel AS waiting_channel, quarters, contacts, all_contacts, inbound, outbound, last_channel,
                missed, open_plans, owners, owned_from, owned_to, payments, last_payment_at, paid_at, paid
            FROM asked LEFT JOIN span USING (client_id) LEFT JOIN heard USING (client_id) LEFT JOIN waiting USING (client_id)
                LEFT JOIN quarter USING (client_id) LEFT JOIN tally USING (client_id)
                LEFT JOIN missed USING (client_id) LEFT JOIN bought USING (client_id)
                LEFT JOIN planned USING (client_id) LEFT JOIN cared USING (client_id)
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SqlArrayValue beginnings;
    private final String home;

    /** @param home the hub's currency */
    FeatureTable(DataSource database, ZoneId zone, Currency home) {
        this.home = home.getCurrencyCode();
        this.database = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        beginnings = new SqlArrayValue("timestamptz",
                new Quarters(zone).beginnings().stream().map(Instant::toString).toArray());
    }

    /**
     * How far the shown history is, and which build of it is shown.
     *
     * @param build another one once a rebuild has taken its place
     */
    record State(long position, long build) {}

    State state() {
        return database.sql("SELECT position, tableoid::bigint AS build FROM progress")
                .query((row, _) -> new State(row.getLong("position"), row.getLong("build"))).single();
    }

    /** Clients of whom these positions tell something, links, names and merges included; the later end is included. */
    List<ClientId> touched(long after, long last) {
        return database.sql("""
                SELECT l.client_id FROM interaction_fact f JOIN participant p USING (interaction_id)
                    JOIN belonging l USING (contact_point_id)
                    WHERE f.position > :after AND f.position <= :last AND l.to_position = 9223372036854775807
                UNION SELECT coalesce(head_id, client_id) FROM contact_point_link JOIN client USING (client_id)
                    WHERE from_position > :after AND from_position <= :last
                UNION SELECT coalesce(head_id, client_id) FROM contact_point_link JOIN client USING (client_id)
                    WHERE to_position > :after AND to_position <= :last
                UNION SELECT client_id FROM client WHERE position > :after AND position <= :last""")
                .param("after", after).param("last", last)
                .query((row, _) -> new ClientId(row.getObject("client_id", UUID.class))).list();
    }

    /** As whom a client counts; she herself if nobody knows her. */
    ClientId headOf(ClientId client) {
        return database.sql("SELECT coalesce(head_id, client_id) FROM client WHERE client_id = ?").param(client.value())
                .query(UUID.class)
                .optional().map(ClientId::new).orElse(client);
    }

    /**
     * Each row is joined as one of all. PostgreSQL takes the clients for few, since it cannot tell how many count as
     * themselves, and would look up each pair of them by itself: measured with 100,000 clients, minutes instead of five
     * seconds.
     */
    List<Features> all() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            database.sql("SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)")
                    .query(_ -> {});
            return database.sql(FEATURES.formatted("")).param("beginnings", beginnings).param("currency", home)
                    .query((row, _) -> features(row)).list();
        }));
    }

    List<Features> of(Collection<ClientId> clients) {
        return database.sql(FEATURES.formatted(" AND client_id = ANY(:clients::uuid[])"))
                .param("beginnings", beginnings).param("currency", home)
                .param("clients", new SqlArrayValue("uuid", clients.stream().map(ClientId::value).toArray()))
                .query((row, _) -> features(row)).list();
    }

    private static Features features(ResultSet row) throws SQLException {
        Instant since = time(row, "waiting_since");
        return new Features(new ClientId(row.getObject("client_id", UUID.class)), row.getString("name"),
                ClientEvent.Kind.of(row.getString("kind")), registered(row), time(row, "first_at"),
                time(row, "last_at"), time(row, "last_inbound_at"),
                row.getString("last_channel") == null ? null : Channel.of(row.getString("last_channel")),
                new Counts(row.getLong("all_contacts"), row.getLong("inbound"), row.getLong("outbound"),
                        row.getLong("missed")),
                row.getLong("open_plans"), owners(row), purchases(row),
                since == null ? null : new Waiting(since, Channel.of(row.getString("waiting_channel"))),
                contacts(row.getArray("quarters"), row.getArray("contacts")));
    }

    private static List<Care> owners(ResultSet row) throws SQLException {
        List<Care> owners = new ArrayList<>();
        Array names = row.getArray("owners");
        if (names != null) {
            String[] owner = (String[]) names.getArray();
            Long[] from = (Long[]) row.getArray("owned_from").getArray();
            Long[] until = (Long[]) row.getArray("owned_to").getArray();
            for (int i = 0; i < owner.length; i++) {
                owners.add(new Care(owner[i], micros(from[i]), micros(until[i])));
            }
        }
        return owners;
    }

    private static Instant micros(long sinceEpoch) {
        return Instant.EPOCH.plus(sinceEpoch, ChronoUnit.MICROS);
    }

    private static Purchases purchases(ResultSet row) throws SQLException {
        List<Paid> paid = new ArrayList<>();
        Array times = row.getArray("paid_at");
        if (times != null) {
            Long[] at = (Long[]) times.getArray();
            BigDecimal[] amounts = (BigDecimal[]) row.getArray("paid").getArray();
            for (int i = 0; i < at.length; i++) {
                paid.add(new Paid(micros(at[i]), amounts[i]));
            }
        }
        return new Purchases(row.getLong("payments"), time(row, "last_payment_at"), paid);
    }

    private static Map<Integer, Integer> contacts(@Nullable Array quarters, @Nullable Array counts)
            throws SQLException {
        Map<Integer, Integer> contacts = new HashMap<>();
        if (quarters != null && counts != null) {
            Integer[] begun = (Integer[]) quarters.getArray();
            Integer[] each = (Integer[]) counts.getArray();
            for (int i = 0; i < begun.length; i++) {
                contacts.put(Quarters.numberOf(begun[i]), each[i]);
            }
        }
        return contacts;
    }

    private static Instant registered(ResultSet row) throws SQLException {
        return row.getObject("registered_at", OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
