package org.interactionhub.commands.account;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.interactionhub.commands.account.Entries.Account;
import org.interactionhub.commands.account.Entries.Sums;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the ledger. */
public final class LedgerTable {

    private static final String ALONE = """
            select channel, account, null as title, null as legal_entity, null as office, received, recorded, duplicate,
                   dead_lettered, refused, null::bigint as shown, last_received_at
            from intake.account_ledger order by channel, account
            """;

    private static final String BESIDE_HISTORY = """
            select channel, account, title, legal_entity, office, coalesce(received, 0) as received,
                   coalesce(recorded, 0) as recorded, coalesce(duplicate, 0) as duplicate,
                   coalesce(dead_lettered, 0) as dead_lettered, coalesce(refused, 0) as refused,
                   coalesce(shown, 0) as shown, last_received_at
            from intake.account_ledger full join history.account_described using (channel, account)
                left join history.account_shown using (channel, account)
            order by channel, account
            """;

    private final JdbcClient database;

    /** @param database as role {@code hub_command} */
    public LedgerTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Books the entries, in the transaction that makes them true. */
    public void book(Connection connection, Entries entries) throws SQLException {
        List<Map.Entry<Account, Sums>> rows = List.copyOf(entries.sums().entrySet());
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into intake.account_ledger as ledger
                    (channel, account, received, recorded, duplicate, dead_lettered, refused, last_received_at)
                select channel, account, received, recorded, duplicate, dead_lettered, refused, ?
                from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                    as entry (channel, account, received, recorded, duplicate, dead_lettered, refused)
                on conflict (channel, account) do update set
                    received = ledger.received + excluded.received,
                    recorded = ledger.recorded + excluded.recorded,
                    duplicate = ledger.duplicate + excluded.duplicate,
                    dead_lettered = ledger.dead_lettered + excluded.dead_lettered,
                    refused = ledger.refused + excluded.refused,
                    last_received_at = case when excluded.received > 0
                        then greatest(ledger.last_received_at, excluded.last_received_at)
                        else ledger.last_received_at end
                """)) {
            upsert.setObject(1, entries.at().atOffset(ZoneOffset.UTC));
            upsert.setArray(2, texts(connection, rows.stream().map(row -> row.getKey().channel()).toList()));
            upsert.setArray(3, texts(connection, rows.stream().map(row -> row.getKey().account()).toList()));
            upsert.setArray(4, sums(connection, rows, Sums::received));
            upsert.setArray(5, sums(connection, rows, Sums::recorded));
            upsert.setArray(6, sums(connection, rows, Sums::duplicate));
            upsert.setArray(7, sums(connection, rows, Sums::deadLettered));
            upsert.setArray(8, sums(connection, rows, Sums::refused));
            upsert.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Array sums(Connection connection, List<Map.Entry<Account, Sums>> rows, ToLongFunction<Sums> sum)
            throws SQLException {
        return connection.createArrayOf("int8",
                rows.stream().map(row -> sum.applyAsLong(row.getValue())).toArray());
    }

    List<AccountBalance> balances() {
        boolean historyIsKnown = database.sql("select to_regclass('history.account_described') is not null")
                .query(Boolean.class).single();
        return database.sql(historyIsKnown ? BESIDE_HISTORY : ALONE).query(AccountBalance.class).list();
    }
}
