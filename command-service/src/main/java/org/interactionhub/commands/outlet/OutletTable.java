package org.interactionhub.commands.outlet;

import java.util.Objects;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How far the facts are published. Whoever holds the row publishes; all others wait. */
final class OutletTable {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    /** @param source as role {@code hub_command} */
    OutletTable(DataSource source) {
        database = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /**
     * Publishes behind the last published position, and remembers how far it came.
     *
     * @param publish gives the last position that is durable in the topic afterwards
     * @return that position; nothing if another process publishes
     */
    Optional<Long> advance(LongUnaryOperator publish) {
        return Objects.requireNonNullElse(transaction.execute(_ -> held().map(position -> moved(position, publish))),
                Optional.empty());
    }

    private long moved(long position, LongUnaryOperator publish) {
        long reached = publish.applyAsLong(position);
        if (reached > position) {
            database.sql("update intake.outlet set position = ?, told_at = clock_timestamp()").param(reached).update();
        }
        return reached;
    }

    /** The last published position, whoever publishes. */
    long position() {
        return database.sql("select position from intake.outlet").query(Long.class).single();
    }

    /** What a crash takes of a position that was not synced to disk is published again, as after any crash. */
    private Optional<Long> held() {
        return database.sql("""
                select position, set_config('synchronous_commit', 'off', true)
                from intake.outlet for update skip locked""")
                .query((row, _) -> row.getLong("position")).optional();
    }
}
