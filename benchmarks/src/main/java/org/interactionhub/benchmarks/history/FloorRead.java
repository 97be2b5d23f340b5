package org.interactionhub.benchmarks.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.EventNames;
import org.interactionhub.events.HubEvent;
import tools.jackson.databind.json.JsonMapper;

/** The floor: one SELECT over a cursor, all columns taken, fact and metadata decoded by the same reader. */
final class FloorRead implements Variant {

    static final String NAME = "floor: SELECT";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource database;
    private final long events;
    private final Order order = new Order();
    private final Map<Short, Class<? extends HubEvent>> types = new HashMap<>();
    private long columns;

    FloorRead(DataSource database, long events) throws SQLException {
        this.database = database;
        this.events = events;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, name FROM store.event_type")) {
            while (row.next()) {
                short id = row.getShort(1);
                EventNames.find(row.getString(2)).ifPresent(type -> types.put(id, type));
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) {
        order.begin();
        columns = 0;
    }

    @Override
    public long work(LegWatch watch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(HubRead.PAGE);
                read(statement);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return order.events();
    }

    private void read(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT position, stream, version, type, occurred_at, recorded_at, payload, metadata
                FROM store.event ORDER BY position""")) {
            while (row.next()) {
                columns += row.getObject(2, UUID.class).variant() + row.getInt(3)
                        + row.getObject(5, OffsetDateTime.class).getNano()
                        + row.getObject(6, OffsetDateTime.class).getNano();
                order.next(row.getLong(1), JSON.readValue(row.getBytes(7), type(row.getShort(4))),
                        JSON.readValue(row.getBytes(8), EventMetadata.class));
            }
        }
    }

    private Class<? extends HubEvent> type(short id) {
        Class<? extends HubEvent> type = types.get(id);
        if (type == null) {
            throw new IllegalStateException("There is no event type " + id);
        }
        return type;
    }

    @Override
    public List<String> check(long done) {
        return columns == 0 ? List.of("Nothing was read.") : order.check(events);
    }
}
