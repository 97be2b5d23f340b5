package org.interactionhub.queries.clientcard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.clientcard.Dealings.OnChannel;
import org.interactionhub.queries.clientcard.Dealings.OpenPlan;
import org.interactionhub.queries.clientcard.Dealings.Taken;
import org.interactionhub.queries.reading.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** All SQL about what passes between a client and us, at a glance: read from the index of her timeline alone. */
final class DealingsTable {

    private static final int PLANS = 20;
    private static final int DECISIONS = 3;
    /** Among so many of her newest contacts the last decisions are looked for. */
    private static final int NEWEST = 100;

    private static final String LINK = """
            WITH link AS MATERIALIZED (
                SELECT contact_point_id, valid_from, valid_to FROM reach(:client, :until)),
            """;

    private final JdbcClient database;
    private final Clock clock;
    private final ZoneId zone;

    DealingsTable(DataSource database, Clock clock, ZoneId zone) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
        this.zone = zone;
    }

    Dealings of(ClientId client, AsOf asOf) {
        Instant now = asOf.moment(clock);
        List<OpenPlan> plans = asOf.position() == AsOf.EVERYTHING ? plans(client, now) : plansThen(client, asOf, now);
        return new Dealings(channels(client, plans, asOf, now), plans.stream().limit(PLANS).toList(),
                decisions(client, asOf));
    }

    private List<OnChannel> channels(ClientId client, List<OpenPlan> plans, AsOf asOf, Instant now) {
        Map<Channel, Instant> last = new EnumMap<>(Channel.class);
        Map<Channel, int[]> months = new EnumMap<>(Channel.class);
        database.sql(LINK + """
                entry AS (
                    SELECT DISTINCT p.interaction_id, p.channel, p.occurred_at
                    FROM link JOIN participant p USING (contact_point_id)
                    WHERE p.happened AND p.channel NOT IN ('note', 'business') AND p.occurred_at >= link.valid_from
                      AND p.occurred_at < link.valid_to AND p.position <= :until
                      AND (:everything OR p.occurred_at <= :now::timestamptz))
                SELECT channel, width_bucket(occurred_at, :months::timestamptz[]) AS month, max(occurred_at) AS last_at,
                    count(*) AS contacts
                FROM entry GROUP BY 1, 2""").param("client", client.value()).param("until", asOf.position())
                .param("everything", asOf.isNow()).param("now", now.toString())
                .param("months", new SqlArrayValue("timestamptz", beginnings(now).toArray())).query(row -> {
                    Channel channel = Channel.of(row.getString("channel"));
                    last.merge(channel, time(row, "last_at"), (one, other) -> one.isAfter(other) ? one : other);
                    int month = row.getInt("month");
                    if (month > 0) {
                        months.computeIfAbsent(channel, _ -> new int[Dealings.MONTHS])[month - 1] = row
                                .getInt("contacts");
                    }
                });
        return Stream.of(Channel.values())
                .map(channel -> on(channel, last.get(channel), plans, months.get(channel), now))
                .filter(one -> one.lastAt() != null || one.nextAt() != null).toList();
    }

    private static OnChannel on(Channel channel, @Nullable Instant last, List<OpenPlan> plans, int @Nullable [] months,
            Instant now) {
        List<Integer> counts = new ArrayList<>();
        for (int month = 0; month < Dealings.MONTHS; month++) {
            counts.add(months == null ? 0 : months[month]);
        }
        return new OnChannel(channel, last, plans.stream().filter(plan -> plan.channel() == channel)
                .map(OpenPlan::plannedFor).filter(now::isBefore).findFirst().orElse(null), counts);
    }

    private List<String> beginnings(Instant now) {
        YearMonth current = YearMonth.from(now.atZone(zone));
        return Stream.iterate(current.minusMonths(Dealings.MONTHS - 1L), month -> month.plusMonths(1))
                .limit(Dealings.MONTHS).map(month -> month.atDay(1).atStartOfDay(zone).toInstant().toString()).toList();
    }

    private List<OpenPlan> plans(ClientId client, Instant now) {
        return database.sql(LINK + """
                plan AS (
                    SELECT DISTINCT p.interaction_id, p.channel, p.occurred_at
                    FROM link JOIN participant p USING (contact_point_id)
                    WHERE NOT p.happened AND p.occurred_at >= link.valid_from AND p.occurred_at < link.valid_to)
                SELECT plan.*, (SELECT f.subject FROM interaction_fact f
                    WHERE f.interaction_id = plan.interaction_id AND f.event = 'interaction-planned'
                    ORDER BY f.position DESC LIMIT 1) AS subject
                FROM plan
                WHERE NOT EXISTS (SELECT FROM interaction_fact f WHERE f.interaction_id = plan.interaction_id
                    AND f.event IN ('interaction-missed', 'interaction-cancelled'))
                ORDER BY plan.occurred_at, plan.interaction_id""").param("client", client.value())
                .param("until", AsOf.EVERYTHING).query((row, _) -> plan(row, now)).list();
    }

    /** What was open then, whatever became of it: told by the facts that were known. They stand under stand-ins alone. */
    private List<OpenPlan> plansThen(ClientId client, AsOf asOf, Instant now) {
        return database.sql(LINK + """
                standin AS MATERIALIZED (
                    SELECT link.* FROM link WHERE NOT EXISTS (SELECT FROM contact_point cp
                        WHERE cp.contact_point_id = link.contact_point_id))
                SELECT DISTINCT ON (f.interaction_id) f.interaction_id, f.channel, f.occurred_at, f.subject
                FROM standin JOIN participant p USING (contact_point_id)
                JOIN interaction_fact f ON f.interaction_id = p.interaction_id AND f.event = 'interaction-planned'
                    AND f.position <= :until
                WHERE f.occurred_at >= standin.valid_from AND f.occurred_at < standin.valid_to
                  AND NOT EXISTS (SELECT FROM interaction_fact e WHERE e.interaction_id = f.interaction_id
                    AND e.event IN ('interaction-held', 'interaction-missed', 'interaction-cancelled')
                    AND e.position <= :until)
                ORDER BY f.interaction_id, f.position DESC""").param("client", client.value())
                .param("until", asOf.position()).query((row, _) -> plan(row, now)).list().stream()
                .sorted(Comparator.comparing(OpenPlan::plannedFor)).toList();
    }

    private static OpenPlan plan(ResultSet row, Instant now) throws SQLException {
        Instant plannedFor = time(row, "occurred_at");
        return new OpenPlan(id(row), Channel.of(row.getString("channel")), plannedFor, row.getString("subject"),
                plannedFor.isBefore(now));
    }

    private List<Taken> decisions(ClientId client, AsOf asOf) {
        return database.sql(LINK + """
                front AS MATERIALIZED (
                    SELECT contact_point_id, valid_from, valid_to FROM (
                        SELECT link.*, dense_rank() OVER (ORDER BY e.occurred_at DESC, e.interaction_id DESC) AS place
                        FROM link CROSS JOIN LATERAL (
                            SELECT p.occurred_at, p.interaction_id FROM participant p
                            WHERE p.contact_point_id = link.contact_point_id AND p.position <= :until
                              AND p.occurred_at >= link.valid_from AND p.occurred_at < link.valid_to
                            ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT 1) e) ranked
                    WHERE place <= :newest),
                newest AS MATERIALIZED (
                    SELECT DISTINCT e.occurred_at, e.interaction_id FROM front CROSS JOIN LATERAL (
                        SELECT p.occurred_at, p.interaction_id FROM participant p
                        WHERE p.contact_point_id = front.contact_point_id AND p.position <= :until
                          AND p.occurred_at >= front.valid_from AND p.occurred_at < front.valid_to
                        ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT :newest) e
                    ORDER BY e.occurred_at DESC, e.interaction_id DESC LIMIT :newest)
                SELECT d.interaction_id, d.decision, d.reason, d.actor, d.occurred_at
                FROM newest JOIN decision d USING (interaction_id)
                WHERE d.position <= :until AND (:everything OR d.occurred_at <= :now::timestamptz)
                ORDER BY d.occurred_at DESC, d.position DESC LIMIT :limit""").param("client", client.value())
                .param("until", asOf.position()).param("everything", asOf.isNow())
                .param("now", asOf.moment(clock).toString()).param("newest", NEWEST).param("limit", DECISIONS)
                .query((row, _) -> new Taken(id(row), row.getString("decision"), row.getString("reason"),
                        row.getString("actor"), time(row, "occurred_at")))
                .list();
    }

    private static InteractionId id(ResultSet row) throws SQLException {
        return new InteractionId(row.getObject("interaction_id", UUID.class));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
