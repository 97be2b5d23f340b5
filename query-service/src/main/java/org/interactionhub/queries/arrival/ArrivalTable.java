package org.interactionhub.queries.arrival;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.arrival.Arrival.DeadLetter;
import org.interactionhub.queries.arrival.Arrival.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of arrivals: facts by position, which is the order of their recording, and dead letters by time. */
final class ArrivalTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The newest facts that are asked for, each with the client whom it stands with now. */
    private static final String FACTS = """
            (WITH told AS MATERIALIZED (
                SELECT position, interaction_id, recorded_at, event, channel, account, direction, subject,
                    left(coalesce(nullif(reply, ''), text), 300) AS beginning, attributes ->> 'event' AS step,
                    coalesce(jsonb_path_query_first(participants, CASE direction
                        WHEN 'outbound' THEN '$[*] ? (@.role == "to")'::jsonpath
                        ELSE '$[*] ? (@.role == "from" && @.type != "cookie")'::jsonpath END),
                        stated -> 0, participants -> 0)::text AS party
                FROM interaction_fact
                WHERE account IS NOT NULL AND position > :first AND position < :before%s
                ORDER BY position DESC LIMIT :limit)
            SELECT t.recorded_at AS received_at, t.position, NULL::uuid AS letter_id, t.channel, t.account, t.direction,
                t.event, t.step, t.party, t.subject, t.beginning, t.interaction_id, c.client_id, c.name AS client_name,
                false AS refused, NULL AS reason_code, NULL AS sentence, false AS open
            FROM told t LEFT JOIN LATERAL (
                SELECT c.client_id, c.name
                FROM participant p
                JOIN belonging l ON l.contact_point_id = p.contact_point_id
                    AND l.to_position = 9223372036854775807
                    AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                JOIN client c USING (client_id)
                WHERE p.interaction_id = t.interaction_id
                ORDER BY 'from' = ANY(p.roles) DESC, 'stated' = ANY(p.roles) DESC, c.client_id LIMIT 1) c ON true)
            """;

    private static final String LETTERS = """
            (SELECT received_at, NULL::bigint AS position, id AS letter_id, channel, account, NULL AS direction,
                NULL AS event, NULL AS step, NULL AS party, NULL AS subject, NULL AS beginning,
                NULL::uuid AS interaction_id, NULL::uuid AS client_id, NULL AS client_name,
                kind = 'refused' AS refused, reason_code, sentence, state = 'open' AS open
            FROM intake.dead_letter_shown
            WHERE (received_at, id) < (:letterAt::timestamptz, :letterId::uuid)%s
            ORDER BY received_at DESC, id DESC LIMIT :limit)
            """;

    private final JdbcClient database;

    ArrivalTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * Facts and dead letters behind a place, newest first.
     *
     * @param first facts behind this position alone
     * @param letters whether the view of dead letters may be asked
     */
    List<Arrival> page(ArrivalQuestion asked, ArrivalPlace place, long first, boolean letters) {
        boolean facts = asked.verdict() == null || asked.verdict() == Verdict.RECORDED;
        boolean dead = letters && asked.verdict() != Verdict.RECORDED;
        String sql = "SELECT * FROM (" + (facts ? FACTS.formatted(conditions(asked)) : "")
                + (facts && dead ? "UNION ALL\n" : "") + (dead ? LETTERS.formatted(letterConditions(asked)) : "")
                + ") arrival ORDER BY received_at DESC, position DESC NULLS LAST, letter_id DESC LIMIT :limit";
        return !facts && !dead
                ? List.of()
                : database.sql(sql).param("first", first).param("before", place.before())
                        .param("letterAt", place.letterAt().toString()).param("letterId", place.letterId())
                        .param("channel", asked.channel()).param("account", asked.account()).param("q", asked.q())
                        .param("refused", asked.verdict() == Verdict.REFUSED ? "refused" : "unreadable")
                        .param("from", asked.from() == null ? null : asked.from().toString())
                        .param("limit", asked.limit() + 1).query((row, _) -> arrival(row)).list();
    }

    private static String conditions(ArrivalQuestion asked) {
        return same(asked) + (asked.q() == null
                ? ""
                : " AND words @@ sought(:q)");
    }

    private static String letterConditions(ArrivalQuestion asked) {
        return same(asked) + (asked.verdict() == null ? "" : " AND kind = :refused")
                + (asked.from() == null ? "" : " AND received_at >= :from::timestamptz")
                + (asked.q() == null
                        ? ""
                        : " AND strpos(lower(sentence || ' ' || reason_code || ' ' || account), lower(:q)) > 0");
    }

    private static String same(ArrivalQuestion asked) {
        return (asked.channel() == null ? "" : " AND channel = :channel")
                + (asked.account() == null ? "" : " AND account = :account");
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        UUID letter = row.getObject("letter_id", UUID.class);
        UUID interaction = row.getObject("interaction_id", UUID.class);
        UUID client = row.getObject("client_id", UUID.class);
        String party = row.getString("party");
        return new Arrival(row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getString("channel"),
                row.getString("account"), verdict(letter, row.getBoolean("refused")), row.getString("direction"),
                row.getString("event"), row.getString("step"),
                party == null ? null : JSON.readValue(party, Party.class), row.getString("subject"),
                row.getString("beginning"), interaction == null ? null : new InteractionId(interaction),
                client == null ? null : new ClientId(client), row.getString("client_name"),
                letter == null ? row.getLong("position") : null, letter(row, letter));
    }

    private static Verdict verdict(@Nullable UUID letter, boolean refused) {
        return letter == null ? Verdict.RECORDED : refused ? Verdict.REFUSED : Verdict.DEAD_LETTERED;
    }

    private static @Nullable DeadLetter letter(ResultSet row, @Nullable UUID id) throws SQLException {
        return id == null
                ? null
                : new DeadLetter(id, row.getString("reason_code"), row.getString("sentence"), row.getBoolean("open"));
    }
}
