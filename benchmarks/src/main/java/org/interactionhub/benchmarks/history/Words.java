package org.interactionhub.benchmarks.history;

import java.sql.SQLException;
import org.interactionhub.benchmarks.frame.BenchDatabase;

/**
 * Takes the words that are searched for (a generated column and its index) out of the tables that a rebuild makes, at the
 * moment it makes them. The hub knows nothing of it: so its cost can be told from that of all else.
 */
final class Words implements AutoCloseable {

    private final BenchDatabase database;

    Words(BenchDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE OR REPLACE FUNCTION public.bench_no_words() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands()
                               WHERE object_identity = 'history_next.interaction_fact') THEN
                        ALTER TABLE history_next.interaction_fact ALTER COLUMN words DROP EXPRESSION;
                        ALTER TABLE history_next.interaction_fact ALTER COLUMN words DROP NOT NULL;
                    END IF;
                END $$""");
        database.execute("DROP EVENT TRIGGER IF EXISTS bench_no_words");
        database.execute("""
                CREATE EVENT TRIGGER bench_no_words ON ddl_command_end WHEN TAG IN ('CREATE TABLE')
                EXECUTE FUNCTION public.bench_no_words()""");
    }

    void wanted(boolean wanted) throws SQLException {
        database.execute("ALTER EVENT TRIGGER bench_no_words " + (wanted ? "DISABLE" : "ENABLE"));
    }

    @Override
    public void close() throws SQLException {
        database.execute("DROP EVENT TRIGGER IF EXISTS bench_no_words");
    }
}
