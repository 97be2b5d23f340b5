package org.interactionhub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks, before the first message is taken, whether PostgreSQL keeps what it says it has. */
public final class DurabilityCheck {

    private DurabilityCheck() {}

    /**
     * @param database with the login that will append, since settings may differ by login
     * @throws UnsafeSettings naming every setting that must be changed
     * @throws LogUnavailable if the database does not answer
     */
    public static void require(DataSource database) {
        List<String> complaints = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            if (isOff(connection, "fsync")) {
                complaints.add("fsync is off: a power cut would lose or corrupt what was confirmed. Set fsync=on.");
            }
            if (isOff(connection, "full_page_writes")) {
                complaints.add("full_page_writes is off: a power cut in the middle of writing a page would corrupt it. "
                        + "Set full_page_writes=on.");
            }
            if (isOff(connection, "synchronous_commit")) { // every other value waits for the local disk at least
                complaints.add("synchronous_commit is off: what was confirmed in the last moments before a power cut "
                        + "would be lost. Set synchronous_commit=on.");
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
        if (!complaints.isEmpty()) {
            throw new UnsafeSettings("PostgreSQL is not set to keep what it confirms. " + String.join(" ", complaints));
        }
    }

    private static boolean isOff(Connection connection, String setting) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT current_setting(?)")) {
            query.setString(1, setting);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1).equals("off");
            }
        }
    }
}
