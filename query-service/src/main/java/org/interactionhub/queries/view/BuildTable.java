package org.interactionhub.queries.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes what a view's SELECT gives into a table of its own. The SELECT runs on a connection that cannot write, within
 * limits; what it gives streams into a second connection, whose one transaction makes the table beside the shown one and
 * puts it in its place.
 */
final class BuildTable {

    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String SWAPPED = "A replay took the place of the history while the view was built; build it again.";
    private static final String TAKEN = "55P03";

    private final DataSource source;
    private final ZoneId zone;
    private final Duration longest;

    BuildTable(DataSource source, ZoneId zone) {
        this(source, zone, LONGEST);
    }

    BuildTable(DataSource source, ZoneId zone, Duration longest) {
        this.source = source;
        this.zone = zone;
        this.longest = longest;
    }

    /** Told of a build while it runs. */
    interface Watch {

        /** From now on {@code reader} runs the SELECT; stopping its statement stops the build. */
        void reads(PGConnection reader);

        /** @return false if the build is to stop */
        boolean wrote(long rows);

        /** The reader is about to be given back. */
        void read();
    }

    /**
     * Builds the view as of the position that the history has now.
     *
     * @param types of its columns
     * @return how many rows it has, of which position
     * @throws ViewRefused if the view is to blame
     * @throws Stopped if the watch said so
     */
    Built build(ViewDefinition view, String fingerprint, Map<String, String> types, Instant now, Watch watch) {
        long begun = System.nanoTime();
        try (Connection reader = source.getConnection(); Connection writer = source.getConnection()) {
            writer.setAutoCommit(false);
            reader.setReadOnly(true);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            JdbcTemplate reading = on(reader);
            JdbcTemplate writing = on(writer);
            claim(writing, view);
            String next = make(writing, view, types);
            limit(reading);
            long history = history(reading);
            long position = position(reading);
            Pipe pipe = new Pipe(reader.unwrap(PGConnection.class), writer.unwrap(PGConnection.class));
            long rows;
            watch.reads(pipe.reader());
            try {
                rows = pipe.run(Select.at(position, view), view, next, watch);
                if (history(reading) != history) {
                    throw Refusal.conflict(SWAPPED);
                }
            } finally {
                watch.read();
            }
            Built built = new Built(fingerprint, position, now, rows, (System.nanoTime() - begun) / 1_000_000,
                    view.face());
            swap(writing, view, next, built);
            writer.commit();
            return built;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("A view could not be built: the database does not answer.", e);
        }
    }

    /** Only one builds a view at a time, in whatever process; a build that dies lets go of it. */
    private static void claim(JdbcTemplate writer, ViewDefinition view) {
        writer.execute("SET LOCAL lock_timeout = '5s'");
        writer.execute("SET LOCAL synchronous_commit = off");
        try {
            writer.update("""
                    INSERT INTO views.built (name, fingerprint, position, built_at, rows, millis)
                    VALUES (?, '', -1, '-infinity', 0, 0) ON CONFLICT (name) DO NOTHING""", view.name());
            writer.queryForList("SELECT FROM views.built WHERE name = ? FOR UPDATE", view.name());
        } catch (DataAccessException e) {
            if (TAKEN.equals(Complaint.state(e))) {
                Refusal taken = Refusal.conflict("Another process builds the view just now.");
                taken.initCause(e);
                throw taken;
            }
            throw e;
        }
    }

    private static String make(JdbcTemplate writer, ViewDefinition view, Map<String, String> types) {
        String next = "views." + Select.quoted("building_" + view.name().replace('-', '_'));
        writer.execute(view.columns().stream()
                .map(column -> Select.quoted(column.name()) + " " + types.get(column.name()))
                .collect(Collectors.joining(", ", "CREATE TABLE " + next + " (\"#\" bigint PRIMARY KEY, ", ")")));
        return next;
    }

    private void limit(JdbcTemplate reader) {
        reader.execute("SET LOCAL search_path TO pg_catalog");
        reader.queryForList("SELECT set_config('TimeZone', ?, true), set_config('statement_timeout', ?, true)",
                zone.getId(), Long.toString(longest.toMillis()));
        reader.execute("SET LOCAL work_mem = '32MB'");
        reader.execute("SET LOCAL max_parallel_workers_per_gather = 0");
        reader.execute("SET LOCAL jit = off");
    }

    /** Names the tables that are shown as history: a replay swaps them for others. */
    private static long history(JdbcTemplate reader) {
        Long oid = reader.queryForObject("SELECT 'history.progress'::regclass::oid::bigint", Long.class);
        return oid == null ? 0 : oid;
    }

    private static long position(JdbcTemplate reader) {
        Long position = reader.queryForObject("SELECT position FROM history.progress", Long.class);
        return position == null ? 0 : position;
    }

    private static void swap(JdbcTemplate writer, ViewDefinition view, String next, Built built) {
        String key = view.key().stream().map(Select::quoted).collect(Collectors.joining(", "));
        try {
            writer.execute("CREATE UNIQUE INDEX ON " + next + " (" + key + ") NULLS NOT DISTINCT");
        } catch (DuplicateKeyException e) {
            throw new ViewRefused("Two rows have the same key (" + String.join(", ", view.key())
                    + "). Name more columns in '-- key:', or group by those that are named.", e);
        }
        writer.execute("ANALYZE " + next);
        writer.execute("DROP TABLE IF EXISTS views." + ViewsTable.table(view.name()));
        writer.execute("ALTER TABLE " + next + " RENAME TO " + ViewsTable.table(view.name()));
        writer.update("""
                UPDATE views.built SET fingerprint = ?, position = ?, built_at = ?::timestamptz, rows = ?, millis = ?,
                    face = ?::jsonb
                WHERE name = ?""", built.fingerprint(), built.position(), built.at().toString(), built.rows(),
                built.millis(), built.face().json(), view.name());
    }

    private static JdbcTemplate on(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }
}
