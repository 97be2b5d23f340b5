package org.interactionhub.benchmarks.peers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.interactionhub.benchmarks.peers.PeerHistoryTable.Row;

/** What a user of Axon writes to keep tables: gathers rows while events come, writes them before the unit of work commits. */
public final class AxonProjection {

    private static final String ROWS = "rows";

    /** Is told the stream of every fact as soon as its rows are durable. */
    public interface Shown {
        void fact(String stream);
    }

    private final DataSource database;
    private final AtomicLong done = new AtomicLong();
    private volatile Shown shown = _ -> {};

    AxonProjection(DataSource database) {
        this.database = database;
    }

    /** For Axon. */
    @EventHandler
    public void on(PeerFact fact, TrackingToken token, @Timestamp Instant recordedAt) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<Row> rows = work.getOrComputeResource(ROWS, _ -> begin(work));
        rows.add(new Row(token.position().orElseThrow(), recordedAt, fact));
    }

    private List<Row> begin(UnitOfWork<?> work) {
        List<Row> rows = new ArrayList<>();
        work.onPrepareCommit(_ -> write(rows));
        work.afterCommit(_ -> {
            rows.forEach(row -> shown.fact(row.fact().stream));
            done.addAndGet(rows.size());
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

    void whenShown(Shown seen) {
        shown = seen;
    }

    long done() {
        return done.get();
    }

    void reset() {
        done.set(0);
    }
}
