package org.interactionhub.benchmarks.peers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.interactionhub.benchmarks.peers.PeerHistoryTable.Row;

/**
 * What a user of Axon writes to keep tables. It writes the rows of each event as it comes; or it gathers them and sends
 * those of a unit of work at once before that commits, which is work by hand and no switch of Axon's.
 */
public final class AxonProjection {

    private static final String ROWS = "rows";

    /** Is told the stream of every fact as soon as its rows are durable. */
    public interface Shown {
        void fact(String stream);
    }

    private final DataSource database;
    private final Set<Long> done = ConcurrentHashMap.newKeySet();
    private volatile Shown shown = _ -> {};
    private volatile boolean gathers;

    AxonProjection(DataSource database) {
        this.database = database;
    }

    /** For Axon. */
    @EventHandler
    public void on(PeerFact fact, TrackingToken token, @Timestamp Instant recordedAt) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<Row> rows = work.getOrComputeResource(ROWS, _ -> begin(work));
        Row row = new Row(token.position().orElseThrow(), recordedAt, fact);
        rows.add(row);
        if (!gathers) {
            write(List.of(row));
        }
    }

    private List<Row> begin(UnitOfWork<?> work) {
        List<Row> rows = new ArrayList<>();
        if (gathers) {
            work.onPrepareCommit(_ -> write(rows));
        }
        work.afterCommit(_ -> {
            rows.forEach(row -> shown.fact(row.fact().stream));
            rows.forEach(row -> done.add(row.position()));
        });
        return rows;
    }

    private void write(List<Row> rows) {
        try (Connection connection = database.getConnection()) {
            PeerHistoryTable.add(connection, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Before the processor starts. */
    void gathers(boolean rows) {
        gathers = rows;
    }

    void whenShown(Shown seen) {
        shown = seen;
    }

    /** Each event counts once, however often it comes. */
    long done() {
        return done.size();
    }

    void reset() {
        done.clear();
    }
}
