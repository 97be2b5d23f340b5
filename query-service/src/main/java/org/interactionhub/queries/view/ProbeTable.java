package org.interactionhub.queries.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.interactionhub.queries.view.Column.Kind;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Parser;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Has PostgreSQL parse a view's SELECT, and looks at what it understood: a probe view is made over hollow relations and
 * taken back. So a SELECT reads nothing but what is documented, calls nothing that acts or that answers otherwise the next
 * time, and is one statement; what a login may do alone would hold back neither locks nor notifications.
 */
final class ProbeTable {

    /** Functions that depend on the time zone or language of the session, both of which the hub sets. */
    private static final Set<String> TRUSTED = Set.of("array_agg", "array_to_json", "array_to_string", "concat",
            "concat_ws", "date", "date_part", "date_trunc", "extract", "format", "generate_series", "json_agg",
            "json_build_array", "json_build_object", "json_object_agg", "jsonb_agg", "jsonb_build_array",
            "jsonb_build_object", "length", "overlaps", "row_to_json", "textanycat", "anytextcat", "time", "timestamp",
            "timestamptz", "to_char", "to_date", "to_json", "to_jsonb", "to_number", "to_timestamp", "string_agg");
    private static final String TRUSTED_OPERATORS = "^(date|timestamp|timestamptz|interval)_(cmp|eq|ge|gt|le|lt|ne|pl|mi)"
            + "(_(date|timestamp|timestamptz|interval))?$";
    private static final List<String> NUMBERS = List.of("bigint", "integer", "smallint", "numeric", "double precision",
            "real");

    private final DataSource source;

    ProbeTable(DataSource source) {
        this.source = source;
    }

    /**
     * The types of its columns, by name.
     *
     * @throws ViewRefused if it must not be run, or gives other columns than its header says
     */
    Map<String, String> columns(ViewDefinition view) {
        Select probe = Select.hollow(view);
        demandOneStatement(probe.text());
        try (Connection pooled = source.getConnection()) {
            // the pool would take a SELECT that PostgreSQL does not support for a broken connection
            Connection bare = pooled.unwrap(BaseConnection.class);
            bare.setAutoCommit(false);
            try {
                return agreed(view,
                        understood(view, probe, new JdbcTemplate(new SingleConnectionDataSource(bare, true))));
            } finally {
                bare.rollback();
                bare.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("A view could not be checked: the database does not answer.",
                    e);
        }
    }

    private static Map<String, String> understood(ViewDefinition view, Select probe, JdbcTemplate database) {
        String name = "views.probe_" + database.queryForObject("SELECT pg_backend_pid()", Integer.class);
        String make = "CREATE VIEW " + name + " AS ";
        // names without a schema mean the relations or nothing
        database.execute("SET LOCAL search_path TO pg_catalog");
        try {
            database.execute(make + probe.text());
        } catch (DataAccessException e) {
            throw Complaint.isOfTheView(e) ? Complaint.refusal(e, view, make.length() + probe.sqlBegins()) : e;
        }
        demandHarmless(database, name);
        return types(database, name);
    }

    private static void demandOneStatement(String sql) {
        try {
            // the driver would send them one by one
            if (Parser.parseJdbcSql(sql, true, false, true, false, true).size() != 1) {
                throw new ViewRefused("A view is one SELECT; there is a semicolon inside.");
            }
        } catch (SQLException e) {
            throw new ViewRefused("It cannot be read as SQL: " + e.getMessage() + ".", e);
        }
    }

    private static void demandHarmless(JdbcTemplate database, String view) {
        String understood = database.queryForObject(
                "SELECT ev_action::text FROM pg_rewrite WHERE ev_class = ?::regclass", String.class, view);
        List<String> relations = database.queryForList("""
                SELECT DISTINCT c.relname::text FROM regexp_matches(?, ':relid ([1-9]\\d*)', 'g') m
                JOIN pg_class c ON c.oid = m[1]::oid ORDER BY 1""", String.class, understood);
        if (!relations.isEmpty()) {
            throw new ViewRefused("It reads " + String.join(", ", relations) + "; a view may read "
                    + String.join(", ", Relations.all().stream().map(Relations.Relation::name).toList())
                    + ", named without a schema.");
        }
        List<String> functions = new ArrayList<>(database.queryForList("""
                SELECT DISTINCT p.proname::text
                FROM regexp_matches(?, ':(?:funcid|opfuncid|aggfnoid|winfnoid) ([1-9]\\d*)', 'g') m
                JOIN pg_proc p ON p.oid = m[1]::oid
                WHERE p.provolatile = 'v' OR p.pronamespace <> 'pg_catalog'::regnamespace
                    OR p.provolatile = 's' AND p.proname <> ALL (?) AND p.proname !~ ?
                ORDER BY 1""", String.class, understood, TRUSTED.toArray(String[]::new), TRUSTED_OPERATORS));
        if (String.valueOf(understood).contains(":hasForUpdate true")) {
            throw new ViewRefused("It locks rows; a view only reads.");
        }
        if (String.valueOf(understood).contains("{SQLVALUEFUNCTION ")) {
            functions.add("current_date, current_timestamp or the like");
        }
        if (!functions.isEmpty()) {
            throw new ViewRefused("It calls " + String.join(", ", functions) + "; a view may call only what does"
                    + " nothing but compute, and always gives the same for the same facts.");
        }
    }

    private static Map<String, String> types(JdbcTemplate database, String view) {
        Map<String, String> types = new LinkedHashMap<>();
        database.query("""
                SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute
                WHERE attrelid = ?::regclass AND attnum > 0 ORDER BY attnum""", row -> {
            types.put(row.getString(1), row.getString(2));
        }, view);
        return types;
    }

    private static Map<String, String> agreed(ViewDefinition view, Map<String, String> types) {
        for (Column column : view.columns()) {
            String type = types.get(column.name());
            if (type == null) {
                throw new ViewRefused(
                        "The header names a column '" + column.name() + "' that the SELECT does not give.");
            }
            if (column.kind().isNumber() && NUMBERS.stream().noneMatch(type::startsWith)
                    || column.kind() == Kind.MONTH && !type.equals("text")) {
                throw new ViewRefused("Column '" + column.name() + "' is " + type + ", which cannot be of kind "
                        + column.kind().value() + ".");
            }
        }
        types.keySet().stream().filter(name -> view.column(name).isEmpty()).findFirst().ifPresent(name -> {
            throw new ViewRefused("The SELECT gives a column '" + name + "' without a line '-- column " + name
                    + ": ...' in the header.");
        });
        return types;
    }
}
