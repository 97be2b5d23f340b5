package org.interactionhub.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.interactionhub.benchmarks.frame.BenchDatabase;

/** The floor of a command: BEGIN, INSERT of one event that is known already, COMMIT. */
final class BareInsert extends OneByOne {

    static final String NAME = "floor: BEGIN, INSERT, COMMIT";

    private static final byte[] PAYLOAD = """
            {"clientId":"019f0000-0000-7000-8000-000000000000","kind":"client","name":"Анна Соколова"}"""
            .getBytes(StandardCharsets.UTF_8);

    private final BenchDatabase database;
    private final Connection connection;
    private final PreparedStatement insert;

    BareInsert(BenchDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.command().getConnection();
        connection.setAutoCommit(false);
        this.insert = connection.prepareStatement("""
                INSERT INTO store.event (position, stream, version, type, occurred_at, recorded_at, payload, metadata)
                VALUES (?, ?, 0, 1, now(), now(), ?, '{}')""");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) throws SQLException {
        database.empty();
    }

    @Override
    void once(int number) throws SQLException {
        insert.setLong(1, number + 1L);
        insert.setObject(2, new UUID(number, 0));
        insert.setBytes(3, PAYLOAD);
        insert.executeUpdate();
        connection.commit();
    }

    @Override
    public List<String> check(long events) throws SQLException {
        return StoreCheck.contiguous(database, events);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        insert.close();
        connection.close();
    }
}
