package org.interactionhub.queries.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** All SQL about words: what was typed becomes what a contact must hold, as PostgreSQL writes a {@code tsquery}. */
final class WordsTable {

    /** Around a word that was found; no text of a person holds them, and none is shown. */
    static final char BEGIN = '\uFDD0';
    static final char END = '\uFDD1';
    /** So much of a text is searched for words. */
    private static final int SEARCHED = 100_000;

    private final JdbcClient database;

    WordsTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** One word of what was typed, and what a contact must hold for it alone. */
    record Term(String typed, String wanted) {}

    String wanted(String typed) {
        return database.sql("SELECT sought(?)::text").param(typed).query(String.class).single();
    }

    /** The words that a contact must hold, at most eight; those that it must not are left away. */
    List<Term> terms(String typed) {
        return database.sql("""
                SELECT t.token, sought(t.token)::text AS wanted
                FROM (SELECT DISTINCT token FROM ts_parse('default', lower(:typed COLLATE "pg_c_utf8"))) t
                WHERE numnode(plainto_tsquery('russian', t.token)) = 1
                  AND strpos(querytree(websearch_to_tsquery('russian', lower(:typed COLLATE "pg_c_utf8"))),
                      plainto_tsquery('russian', t.token)::text) > 0
                ORDER BY t.token LIMIT 8""").param("typed", typed)
                .query((row, _) -> new Term(row.getString("token"), row.getString("wanted"))).list();
    }

    /** Whether at least so many contacts hold it, whoever's they are. */
    boolean isHeldBy(int contacts, String wanted, long until) {
        return database.sql("SELECT count(*) >= :contacts FROM holding(:wanted::tsquery, :until, :contacts)")
                .param("contacts", contacts).param("wanted", wanted).param("until", until).query(Boolean.class)
                .single();
    }

    /** Any of these words, of those that are held by any contact at all; nothing if none is. */
    Optional<String> anyOf(Collection<String> words, long until) {
        return database.sql("""
                SELECT string_agg('(' || s.wanted::text || ')', ' | ')
                FROM (SELECT DISTINCT sought(word) AS wanted FROM unnest(:words::text[]) AS w (word)) s
                WHERE numnode(s.wanted) > 0 AND EXISTS (SELECT FROM holding(s.wanted, :until, 1))""")
                .param("words", new SqlArrayValue("text", words.toArray())).param("until", until)
                .query(String.class).optional();
    }

    /** The same with something else in the place of what one term wants. */
    String instead(String wanted, String term, String other) {
        return database.sql("SELECT ts_rewrite(?::tsquery, ?::tsquery, ?::tsquery)::text").params(wanted, term, other)
                .query(String.class).single();
    }

    /** These texts in their order, in lower case, with {@link #BEGIN} and {@link #END} around what is wanted. */
    List<String> marked(String wanted, List<String> texts) {
        return database
                .sql("""
                        SELECT ts_headline('russian', left(lower(t.text COLLATE "pg_c_utf8"), :searched), :wanted::tsquery, :options)
                        FROM unnest(:texts::text[]) WITH ORDINALITY AS t (text, number) ORDER BY t.number""")
                .param("searched", SEARCHED).param("wanted", wanted)
                .param("options", "HighlightAll=true, StartSel=\"" + BEGIN + "\", StopSel=\"" + END + "\"")
                .param("texts", new SqlArrayValue("text", texts.toArray())).query(String.class).list();
    }
}
