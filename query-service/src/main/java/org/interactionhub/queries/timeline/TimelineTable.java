package org.interactionhub.queries.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Participant;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.timeline.TimelineItem.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the timeline. Each question is one statement, so that it sees one state of the history. */
public final class TimelineTable {

    /** What a contact is made of, found by the entries of {@code page}. */
    private static final String FACTS = PageTable.ROOTS + """
            SELECT page.occurred_at AS page_time, f.position, f.interaction_id, f.event, f.channel, f.account,
                f.direction, f.occurred_at, f.recorded_at, f.actor, f.subject, f.text, f.reply, f.attributes::text,
                f.attachments::text, f.participants::text, f.stated::text, root.root AS thread,
                a.from_position AS ours, a.title AS our_title, a.legal_entity AS our_legal_entity,
                a.office AS our_office,
                (SELECT json_agg(json_build_object('decision', d.decision, 'options', d.options, 'reason', d.reason,
                        'by', d.actor, 'takenAt', d.taken_at,
                        'occurredAt', d.occurred_at, 'recordedAt', d.recorded_at, 'position', d.position)
                        ORDER BY d.position)::text
                    FROM decision d WHERE d.interaction_id = page.interaction_id AND d.position <= :until) AS decisions
            FROM page JOIN interaction i ON i.interaction_id = page.interaction_id
                LEFT JOIN root ON root.thread = i.thread
                JOIN interaction_fact f ON f.interaction_id = page.interaction_id AND f.position <= :until
                LEFT JOIN channel_account a ON a.channel = f.channel AND a.account = f.account
                    AND a.from_position <= :until AND a.to_position > :until
            ORDER BY page.occurred_at DESC, page.interaction_id DESC, f.position
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {
    };
    private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {
    };
    private static final TypeReference<List<Participant>> PARTICIPANTS = new TypeReference<>() {
    };
    private static final TypeReference<List<ContactPoint>> STATED = new TypeReference<>() {
    };
    private static final TypeReference<List<Decision>> DECISIONS = new TypeReference<>() {
    };

    private final JdbcClient database;

    public TimelineTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** What is known of one contact: enough to show it and to name its place on a timeline. */
    public record Contact(UUID id, Instant placedAt, List<FactRow> facts, List<Decision> decisions) {}

    boolean knows(UUID client, long until) {
        return database.sql("""
                SELECT EXISTS (SELECT FROM client_identity WHERE client_id = :client AND from_position <= :until)""")
                .param("client", client).param("until", until).query(Boolean.class).single();
    }

    /** The digits of her phone numbers that have these among them; at most some. */
    List<String> numbers(ClientId client, String digits, @Nullable Long until) {
        return database
                .sql("""
                        SELECT DISTINCT translate(c.value, '+', '') FROM reach(:client, :until) JOIN contact_point c USING (contact_point_id)
                        WHERE c.type = 'phone' AND strpos(c.value, :digits) > 0 LIMIT 20""")
                .param("client", client.value())
                .param("until", until == null ? AsOf.EVERYTHING : until).param("digits", digits)
                .query(String.class).list();
    }

    /** Whether there is anything at all in it. */
    boolean any(Slice slice) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        return database.sql(PageTable.page(slice, parameters) + "SELECT EXISTS (SELECT FROM page)").params(parameters)
                .query(Boolean.class).single();
    }

    /** Contacts of a client, newest first. */
    List<Contact> page(Slice slice) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        return contacts(PageTable.page(slice, parameters), parameters);
    }

    /** These contacts, newest first; those that nobody knows are absent. */
    public List<Contact> contacts(Collection<InteractionId> ids) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("ids", new SqlArrayValue("uuid", ids.stream().map(InteractionId::value).toArray()));
        parameters.put("until", AsOf.EVERYTHING);
        return contacts("""
                WITH RECURSIVE page AS MATERIALIZED (
                    SELECT occurred_at, interaction_id FROM interaction WHERE interaction_id = ANY(:ids::uuid[]))
                """, parameters);
    }

    private List<Contact> contacts(String page, Map<String, Object> parameters) {
        Map<UUID, Contact> contacts = new LinkedHashMap<>();
        database.sql(page + FACTS).params(parameters).query(row -> {
            FactRow fact = fact(row);
            Contact contact = contacts.get(fact.interactionId());
            if (contact == null) {
                contact = new Contact(fact.interactionId(), time(row, "page_time"),
                        new ArrayList<>(), decisions(row.getString("decisions")));
                contacts.put(fact.interactionId(), contact);
            }
            contact.facts().add(fact);
        });
        return List.copyOf(contacts.values());
    }

    private static @Nullable Ours ours(ResultSet row) throws SQLException {
        return row.getObject("ours") == null
                ? null
                : new Ours(row.getString("our_title"), row.getString("our_legal_entity"), row.getString("our_office"));
    }

    private static FactRow fact(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        String direction = row.getString("direction");
        return new FactRow(row.getLong("position"), row.getObject("interaction_id", UUID.class),
                row.getString("event"), channel == null ? null : Channel.of(channel), row.getString("account"),
                ours(row),
                direction == null ? null : Direction.of(direction), time(row, "occurred_at"),
                time(row, "recorded_at"), row.getString("actor"), row.getString("subject"),
                row.getString("text"), row.getString("reply"), read(row.getString("attributes"), ATTRIBUTES, Map.of()),
                read(row.getString("attachments"), ATTACHMENTS, List.of()),
                read(row.getString("participants"), PARTICIPANTS, List.of()),
                read(row.getString("stated"), STATED, List.of()), PageTable.thread(row));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Decision> decisions(@Nullable String json) {
        return json == null ? List.of() : read(json, DECISIONS, List.of());
    }

    private static <T> T read(String json, TypeReference<T> type, T empty) {
        return json.length() == 2 ? empty : JSON.readValue(json, type);
    }
}
