package org.interactionhub.queries.history;

import static org.interactionhub.queries.history.Columns.Type.BIGINT;
import static org.interactionhub.queries.history.Columns.Type.SMALLINT;
import static org.interactionhub.queries.history.Columns.Type.TEXT;
import static org.interactionhub.queries.history.Columns.Type.TIMESTAMPTZ;
import static org.interactionhub.queries.history.Columns.Type.UUID;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.interactionhub.queries.history.HistoryRow.Account;
import org.interactionhub.queries.history.HistoryRow.Address;
import org.interactionhub.queries.history.HistoryRow.Client;
import org.interactionhub.queries.history.HistoryRow.Colleague;
import org.interactionhub.queries.history.HistoryRow.Contact;
import org.interactionhub.queries.history.HistoryRow.Fact;
import org.interactionhub.queries.history.HistoryRow.HandoverEnd;
import org.interactionhub.queries.history.HistoryRow.LinkEnd;
import org.interactionhub.queries.history.HistoryRow.Name;
import org.interactionhub.queries.history.HistoryRow.Part;
import org.interactionhub.queries.history.HistoryRow.Party;
import org.interactionhub.queries.history.HistoryRow.PointClass;
import org.interactionhub.queries.history.HistoryRow.RelationEnd;
import org.interactionhub.queries.history.HistoryRow.Reply;
import org.interactionhub.queries.history.HistoryRow.Withdrawal;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * A kind of row that meets others of its key, and the one statement that takes a set of them in: a batch handed in as
 * arrays, or all that a rebuild has staged. Whatever the sets are, and in whatever order their rows stand, the tables
 * end up the same.
 *
 * @param name of the table that stages them
 * @param rows picks them from a batch
 * @param sql with {@code %s} where the set stands
 */
record KeyedTable<R>(String name, Columns<R> columns, Function<RowsByKind, List<R>> rows, String sql) {

    private static final int PAGE = 5000;

    static final KeyedTable<Shown> SHOWN = new KeyedTable<>("shown", Columns.of(Shown.class)
            .with("channel", TEXT, Shown::channel).with("account", TEXT, Shown::account)
            .with("facts", BIGINT, Shown::facts), rows -> Shown.by(rows.of(Fact.class)), """
                    INSERT INTO account_facts AS a (channel, account, facts)
                    SELECT channel, account, sum(facts)::bigint FROM %s AS t (channel, account, facts)
                    GROUP BY channel, account ORDER BY channel, account
                    ON CONFLICT (channel, account) DO UPDATE SET facts = a.facts + excluded.facts""");

    static final KeyedTable<Client> CLIENT = of("client", Client.class, Columns.of(Client.class)
            .with("client_id", UUID, Client::clientId).with("kind", TEXT, Client::kind)
            .with("name", TEXT, Client::name).with("registered_at", TIMESTAMPTZ, Client::registeredAt)
            .with("position", BIGINT, Client::position), """
                    WITH added AS (
                        INSERT INTO client (client_id, head_id, kind, name, registered_at, position)
                        SELECT DISTINCT ON (id) id, id, kind, name, registered_at, position
                        FROM %s AS t (id, kind, name, registered_at, position)
                        ORDER BY id, position
                        ON CONFLICT (client_id) DO NOTHING
                        RETURNING client_id, position)
                    INSERT INTO client_identity (client_id, head_id, from_position)
                    SELECT client_id, client_id, position FROM added""");

    static final KeyedTable<Name> NAME = of("name", Name.class, Columns.of(Name.class)
            .with("client_id", UUID, Name::clientId).with("name", TEXT, Name::name)
            .with("position", BIGINT, Name::position), """
                    UPDATE client c SET name = n.name, position = n.position
                    FROM (SELECT DISTINCT ON (client_id) client_id, name, position
                          FROM %s AS t (client_id, name, position) ORDER BY client_id, position DESC) n
                    WHERE c.client_id = n.client_id AND c.position < n.position""");

    /** Whoever is withdrawn counts as nobody from here on; she was never merged with anybody. */
    static final KeyedTable<Withdrawal> WITHDRAWAL = of("withdrawal", Withdrawal.class, Columns.of(Withdrawal.class)
            .with("client_id", UUID, Withdrawal::clientId).with("import_id", UUID, Withdrawal::importId)
            .with("position", BIGINT, Withdrawal::position), """
                    WITH gone AS (SELECT * FROM %s AS t (client_id, import_id, position)),
                    ended AS (
                        UPDATE client_identity i SET to_position = g.position FROM gone g
                        WHERE i.client_id = g.client_id AND i.to_position = 9223372036854775807)
                    UPDATE client c SET head_id = NULL, withdrawn_with = g.import_id, position = g.position
                    FROM gone g WHERE c.client_id = g.client_id""");

    static final KeyedTable<Colleague> COLLEAGUE = of("colleague", Colleague.class, Columns.of(Colleague.class)
            .with("name", TEXT, Colleague::name).with("position", BIGINT, Colleague::position), """
                    INSERT INTO colleague (name, position)
                    SELECT name, min(position) FROM %s AS t (name, position) GROUP BY name
                    ON CONFLICT (name) DO NOTHING""");

    static final KeyedTable<Address> ADDRESS = of("address", Address.class, Columns.of(Address.class)
            .with("contact_point_id", UUID, row -> row.point().id().value())
            .with("type", TEXT, row -> row.point().type().value())
            .with("value", TEXT, row -> Storable.text(row.point().value()))
            .with("position", BIGINT, Address::position), """
                    INSERT INTO contact_point (contact_point_id, type, value, position)
                    SELECT DISTINCT ON (id) * FROM %s AS t (id, type, value, position) ORDER BY id, position
                    ON CONFLICT (contact_point_id) DO NOTHING""");

    /**
     * A link ends where the next fact about the same two stands that speaks of any of its time, in whichever batches the
     * two come.
     */
    static final KeyedTable<LinkEnd> LINK_END = of("link_end", LinkEnd.class, Columns.of(LinkEnd.class)
            .with("contact_point_id", UUID, LinkEnd::contactPointId).with("client_id", UUID, LinkEnd::clientId)
            .with("valid_from", TIMESTAMPTZ, end -> AddedTable.begin(end.validFrom()))
            .with("valid_to", TIMESTAMPTZ, end -> AddedTable.end(end.validTo()))
            .with("position", BIGINT, LinkEnd::position), """
                    WITH ends AS (SELECT * FROM %s AS t (contact_point_id, client_id, valid_from, valid_to, position))
                    UPDATE contact_point_link l SET to_position = n.position
                    FROM (SELECT k.from_position, min(e.position) AS position
                          FROM ends e JOIN contact_point_link k USING (contact_point_id, client_id)
                          WHERE e.position > k.from_position AND e.valid_from < k.valid_to
                            AND e.valid_to > k.valid_from
                          GROUP BY k.from_position) n
                    WHERE l.from_position = n.from_position AND n.position < l.to_position""");

    /** A relation ends where the next fact about the same two stands that speaks of any of its time. */
    static final KeyedTable<RelationEnd> RELATION_END = of("relation_end", RelationEnd.class,
            Columns.of(RelationEnd.class).with("client_id", UUID, RelationEnd::clientId)
                    .with("to_id", UUID, RelationEnd::toId).with("relation", TEXT, RelationEnd::relation)
                    .with("valid_from", TIMESTAMPTZ, end -> AddedTable.begin(end.validFrom()))
                    .with("valid_to", TIMESTAMPTZ, end -> AddedTable.end(end.validTo()))
                    .with("position", BIGINT, RelationEnd::position),
            """
                    WITH ends AS (
                        SELECT * FROM %s AS t (client_id, to_id, relation, valid_from, valid_to, position)),
                    noted AS (
                        UPDATE client c SET position = greatest(c.position, n.position)
                        FROM (SELECT t.id, max(t.position) AS position
                              FROM (SELECT client_id AS id, position FROM ends
                                    UNION ALL SELECT to_id, position FROM ends) t GROUP BY t.id) n
                        WHERE c.client_id = n.id)
                    UPDATE relation l SET to_position = n.position
                    FROM (SELECT k.from_position, min(e.position) AS position
                          FROM ends e JOIN relation k USING (client_id, to_id, relation)
                          WHERE e.position > k.from_position AND e.valid_from < k.valid_to
                            AND e.valid_to > k.valid_from
                          GROUP BY k.from_position) n
                    WHERE l.from_position = n.from_position AND n.position < l.to_position""");

    /** What was known of a client by law ends where the next telling stands. */
    static final KeyedTable<Party> PARTY_END = of("party_end", Party.class, Columns.of(Party.class)
            .with("client_id", UUID, Party::clientId).with("position", BIGINT, Party::position), """
                    WITH ends AS (SELECT * FROM %%s AS t (client_id, position)),
                    noted AS (
                        UPDATE client c SET position = greatest(c.position, n.position)
                        FROM (SELECT client_id, max(position) AS position FROM ends GROUP BY client_id) n
                        WHERE c.client_id = n.client_id)
                    %s""".formatted(ending("party", "client_id")));

    static final KeyedTable<Name> NAME_END = of("name_end", Name.class, Columns.of(Name.class)
            .with("client_id", UUID, Name::clientId).with("position", BIGINT, Name::position), """
                    WITH ends AS (SELECT * FROM %%s AS t (client_id, position))
                    %s""".formatted(ending("client_name", "client_id")));

    static final KeyedTable<PointClass> CLASS_END = of("class_end", PointClass.class, Columns.of(PointClass.class)
            .with("contact_point_id", UUID, PointClass::contactPointId)
            .with("position", BIGINT, PointClass::position), """
                    WITH ends AS (SELECT * FROM %%s AS t (contact_point_id, position))
                    %s""".formatted(ending("contact_point_class", "contact_point_id")));

    static final KeyedTable<Account> ACCOUNT_END = of("account_end", Account.class, Columns.of(Account.class)
            .with("channel", TEXT, Account::channel).with("account", TEXT, Account::account)
            .with("position", BIGINT, Account::position), """
                    WITH ends AS (SELECT * FROM %%s AS t (channel, account, position))
                    %s""".formatted(ending("channel_account", "channel, account")));

    /** What a handover said of each client ends with it. */
    static final KeyedTable<HandoverEnd> HANDOVER_END = of("handover_end", HandoverEnd.class,
            Columns.of(HandoverEnd.class)
                    .with("handover_id", UUID, HandoverEnd::handoverId).with("reason", TEXT, HandoverEnd::reason)
                    .with("actor", TEXT, HandoverEnd::actor)
                    .with("recorded_at", TIMESTAMPTZ, HandoverEnd::recordedAt)
                    .with("position", BIGINT, HandoverEnd::position),
            """
                    WITH ends AS (SELECT * FROM %s AS t (handover_id, reason, actor, recorded_at, position)),
                    withdrawn AS (
                        UPDATE owner_fact f SET to_position = e.position FROM ends e
                        WHERE f.handover_id = e.handover_id)
                    UPDATE handover h SET to_position = e.position, undone_reason = e.reason, undone_by = e.actor,
                        undone_at = e.recorded_at
                    FROM ends e WHERE h.handover_id = e.handover_id""");

    /** Of mails that use one message id the first holds. */
    static final KeyedTable<Reply> REPLY = of("reply", Reply.class, Columns.of(Reply.class)
            .with("message", UUID, Reply::message).with("thread", UUID, Reply::thread)
            .with("position", BIGINT, Reply::position), """
                    INSERT INTO reply AS r (message, thread, position)
                    SELECT DISTINCT ON (message) * FROM %s AS t (message, thread, position)
                    ORDER BY message, position
                    ON CONFLICT (message) DO UPDATE SET thread = excluded.thread, position = excluded.position
                    WHERE excluded.position < r.position""");

    /** Gives the contacts that stood there already and are now known by a more telling fact. */
    static final KeyedTable<Contact> CONTACT = of("contact", Contact.class, Columns.of(Contact.class)
            .with("interaction_id", UUID, Contact::interactionId)
            .with("occurred_at", TIMESTAMPTZ, Contact::occurredAt).with("telling", SMALLINT, Contact::telling)
            .with("channel", TEXT, Contact::channel).with("direction", TEXT, Contact::direction)
            .with("thread", UUID, Contact::thread).with("position", BIGINT, Contact::position), """
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
                    SELECT interaction_id FROM written WHERE was IS NOT NULL""");

    static final KeyedTable<Part> PART = of("part", Part.class, Columns.of(Part.class)
            .with("interaction_id", UUID, Part::interactionId).with("contact_point_id", UUID, Part::contactPointId)
            .with("role", TEXT, Part::role).with("position", BIGINT, Part::position), """
                    INSERT INTO participant AS p (interaction_id, contact_point_id, occurred_at, happened, channel,
                        direction, roles, position)
                    SELECT i.interaction_id, t.point, i.occurred_at, i.telling <> 1, i.channel, i.direction,
                        array_agg(DISTINCT t.role ORDER BY t.role), min(t.position)
                    FROM %s AS t (id, point, role, position) JOIN interaction i ON i.interaction_id = t.id
                    GROUP BY i.interaction_id, t.point
                    ON CONFLICT (interaction_id, contact_point_id) DO UPDATE SET roles =
                        (SELECT array_agg(DISTINCT r ORDER BY r) FROM unnest(p.roles || excluded.roles) r)
                    WHERE NOT p.roles @> excluded.roles""");

    /** In the order in which a batch takes them in: names meet clients, ends meet links and handovers. */
    static final List<KeyedTable<?>> SINGLE = List.of(SHOWN, CLIENT, NAME, NAME_END, WITHDRAWAL, COLLEAGUE, ADDRESS,
            CLASS_END,
            LINK_END, PARTY_END, RELATION_END, REPLY, HANDOVER_END, ACCOUNT_END);

    /** What a row tells holds until the next one of the same key that is among {@code ends}. */
    private static String ending(String table, String key) {
        return """
                UPDATE %1$s l SET to_position = n.position
                FROM (SELECT k.from_position, min(e.position) AS position
                      FROM ends e JOIN %1$s k USING (%2$s)
                      WHERE e.position > k.from_position GROUP BY k.from_position) n
                WHERE l.from_position = n.from_position AND n.position < l.to_position""".formatted(table, key);
    }

    private static <R extends HistoryRow> KeyedTable<R> of(String name, Class<R> kind, Columns<R> columns, String sql) {
        return new KeyedTable<>(name, columns, rows -> rows.of(kind), sql);
    }

    void merge(JdbcClient database, RowsByKind batch) {
        List<R> set = rows.apply(batch);
        if (!set.isEmpty()) {
            over(database, set).update();
        }
    }

    /** The statement over these rows. */
    JdbcClient.StatementSpec over(JdbcClient database, List<R> set) {
        JdbcClient.StatementSpec statement = database.sql(sql.formatted(columns.unnest()));
        for (Columns.Values values : columns.arrays(set)) {
            statement = statement.param(new SqlArrayValue(values.type(), values.cells()));
        }
        return statement;
    }

    void stage(CopyTable copy, String schema, RowsByKind batch) {
        copy.add(schema + "." + name, columns, rows.apply(batch));
    }

    /** Hands on all rows that are staged, page by page, in the order of the log: for those that build on each other. */
    void eachStaged(JdbcClient database, String schema, RowMapper<R> mapper, ToLongFunction<R> position,
            Consumer<List<R>> taker) {
        long last = 0;
        for (List<R> page = page(database, schema, mapper, last); !page.isEmpty(); page = page(database, schema,
                mapper, last)) {
            taker.accept(page);
            last = position.applyAsLong(page.getLast());
        }
    }

    private List<R> page(JdbcClient database, String schema, RowMapper<R> mapper, long position) {
        return database.sql("SELECT %s FROM %s.%s WHERE position > ? ORDER BY position LIMIT %d"
                .formatted(columns.names(), schema, name, PAGE)).param(position).query(mapper).list();
    }

    /** The statement over all rows that are staged. */
    String overStaged(String schema) {
        return sql.formatted(schema + "." + name);
    }
}
