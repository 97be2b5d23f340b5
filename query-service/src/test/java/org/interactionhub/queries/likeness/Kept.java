package org.interactionhub.queries.likeness;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pairs of a history, kept up by hand. */
final class Kept {

    private final LikenessKeeper keeper;
    private final JdbcClient database;

    Kept(DataSource database) {
        keeper = new LikenessKeeper(database);
        this.database = JdbcClient.create(database);
        keeper.prepare();
    }

    Kept upToNow() {
        keeper.catchUp();
        return this;
    }

    void anew() {
        keeper.build((_, _, _) -> true);
    }

    /** Every pair with what it rests on, as text. */
    List<String> pairs() {
        return database.sql("SELECT p::text FROM likeness.pair p ORDER BY client_id, other_id").query(String.class)
                .list();
    }
}
