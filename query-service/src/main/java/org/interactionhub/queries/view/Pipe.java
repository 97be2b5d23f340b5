package org.interactionhub.queries.view;

import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessResourceFailureException;

/** Lets rows run from one connection's SELECT into another's table, and counts them. */
record Pipe(PGConnection reader, PGConnection writer) {

    static final long MOST_ROWS = 100_000;
    private static final long MOST_BYTES = 64 << 20;
    private static final String COPY = "COPY (";

    /**
     * @return how many rows there were
     * @throws ViewRefused if the SELECT fails, or gives more than a view may hold
     * @throws Stopped if the watch said so
     */
    long run(Select select, ViewDefinition view, String table, BuildTable.Watch watch) throws SQLException {
        CopyIn in = writer.getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
        try {
            CopyOut out = reader.getCopyAPI().copyOut(COPY + select.text() + ") TO STDOUT");
            long rows = flow(out, in, watch);
            in.endCopy();
            return rows;
        } catch (SQLException e) {
            throw told(e, select, view, watch);
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private long flow(CopyOut out, CopyIn in, BuildTable.Watch watch) throws SQLException {
        long rows = 0;
        long bytes = 0;
        try {
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                rows++;
                bytes += row.length;
                if (rows > MOST_ROWS || bytes > MOST_BYTES) {
                    throw new ViewRefused("It gives more than " + MOST_ROWS + " rows or " + (MOST_BYTES >> 20)
                            + " MB, and a view holds no more. Group more coarsely.");
                }
                if (!watch.wrote(rows)) {
                    throw new Stopped();
                }
                in.writeToCopy(row, 0, row.length);
            }
        } finally {
            if (out.isActive()) {
                drain(out);
            }
        }
        return rows;
    }

    /** The driver's own cancel leaves what is still on its way to whoever uses the connection next. */
    private void drain(CopyOut out) throws SQLException {
        reader.cancelQuery();
        try {
            while (out.readFromCopy() != null) {
                // until the server has heard of it
            }
        } catch (SQLException e) {
            if (!Complaint.isStop(e)) {
                throw e;
            }
        }
    }

    private static RuntimeException told(SQLException failure, Select select, ViewDefinition view,
            BuildTable.Watch watch) {
        if (Complaint.isStop(failure) && !watch.wrote(0)) {
            return new Stopped();
        }
        return Complaint.isOfTheView(failure)
                ? Complaint.refusal(failure, view, COPY.length() + select.sqlBegins())
                : new DataAccessResourceFailureException("A view could not be built: the database does not answer.",
                        failure);
    }
}
