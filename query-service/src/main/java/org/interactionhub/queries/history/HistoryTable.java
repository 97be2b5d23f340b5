package org.interactionhub.queries.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.queries.history.HistoryRow.Address;
import org.interactionhub.queries.history.HistoryRow.Client;
import org.interactionhub.queries.history.HistoryRow.Colleague;
import org.interactionhub.queries.history.HistoryRow.Contact;
import org.interactionhub.queries.history.HistoryRow.Decision;
import org.interactionhub.queries.history.HistoryRow.Fact;
import org.interactionhub.queries.history.HistoryRow.Link;
import org.interactionhub.queries.history.HistoryRow.LinkEnd;
import org.interactionhub.queries.history.HistoryRow.Name;
import org.interactionhub.queries.history.HistoryRow.Owner;
import org.interactionhub.queries.history.HistoryRow.Part;
import org.interactionhub.queries.history.HistoryRow.Reply;
import org.interactionhub.queries.history.HistoryRow.Suggestion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Writes the rows of a batch, one statement per table. Whatever the batches are, the tables end up the same: nothing
 * here depends on where one batch ends and the next begins. Runs in the transaction and the schema of its caller.
 */
final class HistoryTable {

    private final JdbcClient database;
    private final FactTable facts;
    private final OwnerTable owners;

    HistoryTable(DataSource source) {
        database = JdbcClient.create(source);
        facts = new FactTable(source);
        owners = new OwnerTable(source);
    }

    void add(List<HistoryRow> rows) {
        List<Fact> told = of(rows, Fact.class);
        facts.add(told);
        shown(told);
        decisions(of(rows, Decision.class));
        clients(of(rows, Client.class));
        names(of(rows, Name.class));
        owners.add(of(rows, Owner.class));
        colleagues(of(rows, Colleague.class));
        suggestions(of(rows, Suggestion.class));
        addresses(of(rows, Address.class));
        links(of(rows, Link.class));
        linkEnds(of(rows, LinkEnd.class));
        replies(of(rows, Reply.class));
        List<UUID> moved = contacts(of(rows, Contact.class));
        parts(of(rows, Part.class));
        follow(moved);
        latest(rows, moved);
    }

    private static <R> List<R> of(List<HistoryRow> rows, Class<R> table) {
        return rows.stream().filter(table::isInstance).map(table::cast).toList();
    }

    private void shown(List<Fact> facts) {
        Map<List<String>, Long> counts = new TreeMap<>((left, right) -> left.toString().compareTo(right.toString()));
        for (Fact fact : facts) {
            if (fact.account() != null && fact.channel() != null) {
                counts.merge(List.of(fact.channel(), fact.account()), 1L, Long::sum);
            }
        }
        List<Map.Entry<List<String>, Long>> rows = List.copyOf(counts.entrySet());
        insert(Columns.of(rows).with("text", row -> row.getKey().getFirst())
                .with("text", row -> row.getKey().getLast()).with("bigint", Map.Entry::getValue), """
                        INSERT INTO account_facts AS a (channel, account, facts) SELECT * FROM %s
                        ON CONFLICT (channel, account) DO UPDATE SET facts = a.facts + excluded.facts""");
    }

    private void decisions(List<Decision> rows) {
        insert(Columns.of(rows).with("bigint", Decision::position).with("uuid", Decision::interactionId)
                .with("text", Decision::decision).with("jsonb", Decision::options).with("text", Decision::reason)
                .with("bigint", Decision::takenAt).with("text", Decision::actor)
                .with("timestamptz", Decision::occurredAt).with("timestamptz", Decision::recordedAt), """
                        INSERT INTO decision (position, interaction_id, decision, options, reason, taken_at, actor,
                            occurred_at, recorded_at)
                        SELECT * FROM %s""");
    }

    private void clients(List<Client> rows) {
        insert(Columns.of(rows).with("uuid", Client::clientId).with("text", Client::kind).with("text", Client::name)
                .with("timestamptz", Client::registeredAt).with("bigint", Client::position), """
                        INSERT INTO client (client_id, kind, name, registered_at, position) SELECT * FROM %s
                        ON CONFLICT (client_id) DO NOTHING""");
    }

    private void names(List<Name> rows) {
        insert(Columns.of(rows).with("uuid", Name::clientId).with("text", Name::name)
                .with("bigint", Name::position), """
                        UPDATE client c SET name = n.name, position = n.position
                        FROM (SELECT DISTINCT ON (client_id) client_id, name, position
                              FROM %s AS t (client_id, name, position) ORDER BY client_id, position DESC) n
                        WHERE c.client_id = n.client_id AND c.position < n.position""");
    }

    private void colleagues(List<Colleague> rows) {
        insert(Columns.of(rows).with("text", Colleague::name).with("bigint", Colleague::position), """
                INSERT INTO colleague (name, position)
                SELECT name, min(position) FROM %s AS t (name, position) GROUP BY name
                ON CONFLICT (name) DO NOTHING""");
    }

    private void suggestions(List<Suggestion> rows) {
        insert(Columns.of(rows).with("bigint", Suggestion::position).with("uuid", Suggestion::clientId)
                .with("uuid", Suggestion::otherId).with("uuid", Suggestion::evidence),
                "INSERT INTO suggestion (position, client_id, other_id, evidence) SELECT * FROM %s");
    }

    private void addresses(List<Address> rows) {
        insert(Columns.of(rows).with("uuid", row -> row.point().id().value())
                .with("text", row -> row.point().type().value())
                .with("text", row -> Storable.text(row.point().value())).with("bigint", Address::position), """
                        INSERT INTO contact_point (contact_point_id, type, value, position)
                        SELECT DISTINCT ON (id) * FROM %s AS t (id, type, value, position) ORDER BY id, position
                        ON CONFLICT (contact_point_id) DO NOTHING""");
    }

    private void links(List<Link> rows) {
        insert(Columns.of(rows).with("uuid", Link::contactPointId).with("uuid", Link::clientId)
                .with("text", Link::method)
                .with("timestamptz", row -> row.validFrom() == null ? "-infinity" : row.validFrom())
                .with("timestamptz", row -> row.validTo() == null ? "infinity" : row.validTo())
                .with("timestamptz", Link::linkedAt).with("bigint", Link::position), """
                        INSERT INTO contact_point_link (contact_point_id, client_id, method, valid_from, valid_to,
                            linked_at, from_position)
                        SELECT * FROM %s""");
    }

    /** A link ends where the next fact about the same two stands, in whichever batches the two come. */
    private void linkEnds(List<LinkEnd> rows) {
        insert(Columns.of(rows).with("uuid", LinkEnd::contactPointId).with("uuid", LinkEnd::clientId)
                .with("bigint", LinkEnd::position), """
                        WITH ends AS (SELECT * FROM %s AS t (contact_point_id, client_id, position))
                        UPDATE contact_point_link l SET to_position = n.position
                        FROM (SELECT k.from_position, min(e.position) AS position
                              FROM ends e JOIN contact_point_link k USING (contact_point_id, client_id)
                              WHERE e.position > k.from_position GROUP BY k.from_position) n
                        WHERE l.from_position = n.from_position AND n.position < l.to_position""");
    }

    /** Of mails that use one message id the first holds. */
    private void replies(List<Reply> rows) {
        insert(Columns.of(rows).with("uuid", Reply::message).with("uuid", Reply::thread)
                .with("bigint", Reply::position), """
                        INSERT INTO reply AS r (message, thread, position)
                        SELECT DISTINCT ON (message) * FROM %s AS t (message, thread, position)
                        ORDER BY message, position
                        ON CONFLICT (message) DO UPDATE SET thread = excluded.thread, position = excluded.position
                        WHERE excluded.position < r.position""");
    }

    /** @return contacts that stood here already and are now known by a more telling fact */
    private List<UUID> contacts(List<Contact> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Columns<Contact> columns = Columns.of(rows).with("uuid", Contact::interactionId)
                .with("timestamptz", Contact::occurredAt).with("smallint", Contact::telling)
                .with("text", Contact::channel).with("text", Contact::direction).with("uuid", Contact::thread)
                .with("bigint", Contact::position);
        return bound(database.sql("""
                WITH written AS (
                    INSERT INTO interaction AS i (interaction_id, occurred_at, telling, channel, direction, thread,
                        position)
                    SELECT DISTINCT ON (id) * FROM %s
                        AS t (id, occurred_at, telling, channel, direction, thread, position)
                    ORDER BY id, telling DESC, position
                    ON CONFLICT (interaction_id) DO UPDATE SET occurred_at = excluded.occurred_at,
                        telling = excluded.telling, channel = excluded.channel, direction = excluded.direction,
                        thread = excluded.thread, position = excluded.position
                    WHERE excluded.telling > i.telling
                    RETURNING new.interaction_id, old.telling AS was)
                SELECT interaction_id FROM written WHERE was IS NOT NULL""".formatted(columns.unnest())), columns)
                .query(UUID.class).list();
    }

    private void parts(List<Part> rows) {
        insert(Columns.of(rows).with("uuid", Part::interactionId).with("uuid", Part::contactPointId)
                .with("text", Part::role).with("bigint", Part::position), """
                        INSERT INTO participant AS p (interaction_id, contact_point_id, occurred_at, happened, channel,
                            direction, roles, position)
                        SELECT i.interaction_id, t.point, i.occurred_at, i.telling <> 1, i.channel, i.direction,
                            array_agg(DISTINCT t.role ORDER BY t.role), min(t.position)
                        FROM %s AS t (id, point, role, position) JOIN interaction i ON i.interaction_id = t.id
                        GROUP BY i.interaction_id, t.point
                        ON CONFLICT (interaction_id, contact_point_id) DO UPDATE SET roles =
                            (SELECT array_agg(DISTINCT r ORDER BY r) FROM unnest(p.roles || excluded.roles) r)
                        WHERE NOT p.roles @> excluded.roles""");
    }

    private void follow(List<UUID> moved) {
        if (!moved.isEmpty()) {
            database.sql("""
                    UPDATE participant p SET occurred_at = i.occurred_at, happened = i.telling <> 1,
                        channel = i.channel, direction = i.direction
                    FROM interaction i
                    WHERE i.interaction_id = ANY(?::uuid[]) AND p.interaction_id = i.interaction_id""")
                    .param(new SqlArrayValue("uuid", moved.toArray())).update();
        }
    }

    /** Finds the latest contact anew for every client whom these rows touch: a few index probes each. */
    private void latest(List<HistoryRow> rows, List<UUID> moved) {
        Set<UUID> points = of(rows, Part.class).stream().map(Part::contactPointId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<UUID> clients = Stream.of(of(rows, Link.class).stream().map(Link::clientId),
                of(rows, LinkEnd.class).stream().map(LinkEnd::clientId),
                of(rows, Client.class).stream().map(Client::clientId))
                .flatMap(ids -> ids).collect(Collectors.toCollection(TreeSet::new));
        if (points.isEmpty() && clients.isEmpty() && moved.isEmpty()) {
            return;
        }
        database.sql("""
                WITH touched AS (
                    SELECT client_id FROM contact_point_link WHERE contact_point_id = ANY(?::uuid[])
                    UNION SELECT unnest(?::uuid[])
                    UNION SELECT l.client_id FROM participant p JOIN contact_point_link l USING (contact_point_id)
                        WHERE p.interaction_id = ANY(?::uuid[]))
                UPDATE client c SET last_at = n.last_at
                FROM (SELECT t.client_id, coalesce(max(latest.occurred_at), '-infinity') AS last_at
                      FROM touched t
                      LEFT JOIN contact_point_link l ON l.client_id = t.client_id
                          AND l.to_position = 9223372036854775807
                      LEFT JOIN LATERAL (
                          SELECT p.occurred_at FROM participant p
                          WHERE p.contact_point_id = l.contact_point_id AND p.happened AND p.channel <> 'note'
                            AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                          ORDER BY p.occurred_at DESC, p.interaction_id DESC LIMIT 1) latest ON true
                      GROUP BY t.client_id) n
                WHERE c.client_id = n.client_id AND c.last_at <> n.last_at""")
                .param(new SqlArrayValue("uuid", points.toArray())).param(new SqlArrayValue("uuid", clients.toArray()))
                .param(new SqlArrayValue("uuid", moved.toArray())).update();
    }

    private <R> void insert(Columns<R> columns, String sql) {
        if (!columns.isEmpty()) {
            bound(database.sql(sql.formatted(columns.unnest())), columns).update();
        }
    }

    private static <R> JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Columns<R> columns) {
        JdbcClient.StatementSpec bound = statement;
        for (Columns.Column column : columns.columns()) {
            bound = bound.param(new SqlArrayValue(column.type(), column.values()));
        }
        return bound;
    }
}
