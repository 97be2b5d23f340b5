package org.interactionhub.commands.interaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.interactionhub.events.InteractionId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which contacts reports told of. Their facts lie in the streams of the reports, so that only this table can tell. */
public final class KnownInteractionTable implements KnownInteractions {

    private final JdbcClient database;

    /** @param database as role {@code hub_command} */
    public KnownInteractionTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * To be called behind the gate, so that nobody else adds meanwhile.
     *
     * @param firstPositions where each contact was told of; one that is known already stays as it is
     */
    public void add(Connection connection, Map<InteractionId, Long> firstPositions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into intake.interaction (interaction_id, first_position)
                select id, position from unnest(?::uuid[], ?::bigint[]) as told (id, position)
                where (select true from intake.interaction where interaction_id = id limit 1) is null
                """)) {
            insert.setArray(1, connection.createArrayOf("uuid",
                    firstPositions.keySet().stream().map(InteractionId::value).toArray()));
            insert.setArray(2, connection.createArrayOf("int8", firstPositions.values().toArray()));
            insert.executeUpdate();
        }
    }

    @Override
    public boolean contains(InteractionId interaction) {
        return database.sql("select exists (select from intake.interaction where interaction_id = ?)")
                .param(interaction.value()).query(Boolean.class).single();
    }
}
