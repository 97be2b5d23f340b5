package org.interactionhub.queries.likeness;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.queries.history.History;
import org.interactionhub.readers.matching.Commonness;
import org.interactionhub.readers.matching.Description;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.databind.json.JsonMapper;

/** All SQL about who resembles whom. But for the first two, everything runs in the transaction and the schema of its caller. */
final class LikenessTable {

    /** What everybody reads. */
    static final String SHOWN = "likeness";
    private static final String NEXT = "likeness_next";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nobody is described yet. */
    private static final long NOTHING = -1;

    private final JdbcClient database;

    LikenessTable(DataSource source) {
        database = JdbcClient.create(source);
    }

    /** Makes the tables, with nothing in them, unless they are there. */
    void prepare() {
        if (!database.sql("SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = ? AND tablename = 'reached')")
                .param(SHOWN).query(Boolean.class).single()) {
            create(SHOWN);
            index();
        }
    }

    /** The last event that the shown pairs hold. */
    long position() {
        return Math.max(0, database.sql("SELECT position FROM likeness.reached").query(Long.class).single());
    }

    private void create(String schema) {
        database.sql("CREATE SCHEMA " + schema).update();
        enter(schema);
        database.sql(LikenessRules.HERE.tables()).update();
        database.sql("INSERT INTO reached (position, build, rules) VALUES (:none, :none, '')").param("none", NOTHING)
                .update();
    }

    private void index() {
        database.sql("CREATE INDEX mark_holder ON mark (mark, client_id)").update();
        database.sql("CREATE INDEX mark_client ON mark (client_id)").update();
    }

    /** From here on until the end of the transaction, which is not waited for on the disk: what it writes is derived. */
    void enter() {
        enter(SHOWN);
    }

    private void enter(String schema) {
        database.sql("SELECT set_config('search_path', ?, true), set_config('synchronous_commit', 'off', true)")
                .param(schema + ", " + History.SCHEMA + ", public").query(_ -> {});
    }

    /** Makes empty tables beside the shown ones, and enters them. */
    void enterNext() {
        database.sql("DROP SCHEMA IF EXISTS " + NEXT + " CASCADE").update();
        create(NEXT);
    }

    void indexNext() {
        index();
        database.sql("ANALYZE mark").update();
        database.sql("ANALYZE described").update();
    }

    /** Shows what was built beside. */
    void swap() {
        database.sql("DROP SCHEMA " + SHOWN + " CASCADE").update();
        database.sql("ALTER SCHEMA " + NEXT + " RENAME TO " + SHOWN).update();
    }

    /**
     * How far the pairs are.
     *
     * @param build of the history
     * @param rules by which they were compared
     */
    record Reached(long position, long build, String rules) {}

    Reached reached() {
        return reached("").orElseThrow();
    }

    /** Nobody else writes until the end of the transaction; empty if somebody does. */
    Optional<Reached> take() {
        return reached(" FOR UPDATE SKIP LOCKED");
    }

    /** The same, once whoever writes is done. */
    void await() {
        reached(" FOR UPDATE");
    }

    private Optional<Reached> reached(String lock) {
        return database.sql("SELECT position, build, rules FROM reached" + lock)
                .query((row, _) -> new Reached(row.getLong("position"), row.getLong("build"), row.getString("rules")))
                .optional();
    }

    void reach(Reached reached) {
        database.sql("UPDATE reached SET position = ?, build = ?, rules = ?")
                .params(reached.position(), reached.build(), reached.rules()).update();
    }

    /** The next who are described, in the order of their ids. */
    List<UUID> behind(UUID client, int limit) {
        return database.sql("SELECT client_id FROM described WHERE client_id > ? ORDER BY client_id LIMIT ?")
                .params(client, limit).query(UUID.class).list();
    }

    Map<UUID, Description> described(Collection<UUID> clients) {
        Map<UUID, Description> described = new HashMap<>();
        database.sql("SELECT client_id, told::text AS told FROM described WHERE client_id = ANY(?::uuid[])")
                .param(uuids(clients)).query(row -> {
                    described.put(row.getObject("client_id", UUID.class),
                            JSON.readValue(row.getString("told"), Description.class));
                });
        return described;
    }

    void describe(Map<UUID, Description> clients) {
        List<UUID> ids = List.copyOf(clients.keySet());
        database.sql("""
                INSERT INTO described (client_id, told) SELECT * FROM unnest(?::uuid[], ?::jsonb[])
                ON CONFLICT (client_id) DO UPDATE SET told = excluded.told""").param(uuids(ids))
                .param(new SqlArrayValue("text",
                        ids.stream().map(clients::get).map(JSON::writeValueAsString).toArray()))
                .update();
    }

    void forget(Collection<UUID> clients) {
        database.sql("DELETE FROM described WHERE client_id = ANY(?::uuid[])").param(uuids(clients)).update();
    }

    void unmark(Collection<UUID> clients) {
        database.sql("DELETE FROM mark WHERE client_id = ANY(?::uuid[])").param(uuids(clients)).update();
    }

    void mark(Collection<Marked> marks) {
        database.sql("INSERT INTO mark (mark, client_id) SELECT * FROM unnest(?::bigint[], ?::uuid[])")
                .param(new SqlArrayValue("bigint", marks.stream().map(Marked::mark).toArray()))
                .param(new SqlArrayValue("uuid", marks.stream().map(Marked::client).toArray())).update();
    }

    /** How many have each of these marks; nobody is counted beyond {@link Commonness#ENOUGH_TO_COUNT}. */
    Map<Long, Commonness> commonness(Collection<Long> marks) {
        Map<Long, Commonness> commonness = new HashMap<>();
        database.sql("""
                SELECT m AS mark, (SELECT count(*) FROM (SELECT FROM mark WHERE mark.mark = m LIMIT ?) held) AS holders
                FROM unnest(?::bigint[]) m""").param(Commonness.ENOUGH_TO_COUNT).param(longs(marks))
                .query(row -> {
                    commonness.put(row.getLong("mark"), Commonness.of(row.getInt("holders")));
                });
        return commonness;
    }

    List<Marked> holders(Collection<Long> marks) {
        return database.sql("""
                SELECT m.mark, m.client_id FROM unnest(?::bigint[]) asked, LATERAL (
                    SELECT mark, client_id FROM mark WHERE mark = asked) m""").param(longs(marks))
                .query((row, _) -> new Marked(row.getLong("mark"), row.getObject("client_id", UUID.class))).list();
    }

    void unpair(Collection<UUID> clients) {
        database.sql("""
                DELETE FROM pair WHERE client_id = ANY(:clients::uuid[]) OR other_id = ANY(:clients::uuid[])""")
                .param("clients", uuids(clients)).update();
    }

    void pair(List<Alike> pairs) {
        database.sql("""
                INSERT INTO pair (client_id, other_id, score, likeness)
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::double precision[], ?::jsonb[])""")
                .param(uuids(pairs.stream().map(Alike::client).toList()))
                .param(uuids(pairs.stream().map(Alike::other).toList()))
                .param(new SqlArrayValue("float8", pairs.stream().map(pair -> pair.likeness().score()).toArray()))
                .param(new SqlArrayValue("text",
                        pairs.stream().map(Alike::likeness).map(JSON::writeValueAsString).toArray()))
                .update();
    }

    private static SqlArrayValue uuids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    private static SqlArrayValue longs(Collection<Long> numbers) {
        return new SqlArrayValue("bigint", numbers.toArray());
    }
}
