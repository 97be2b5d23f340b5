package org.interactionhub.queries.interaction;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.interaction.WholeInteraction.Party;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL about one contact that is not the timeline's. */
final class InteractionTable {

    private final JdbcClient database;

    InteractionTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** On whose timelines it stands. */
    List<Party> clients(UUID interaction) {
        return database.sql("""
                SELECT DISTINCT c.client_id, c.name
                FROM participant p JOIN belonging l USING (contact_point_id) JOIN client c USING (client_id)
                WHERE p.interaction_id = ? AND l.to_position = 9223372036854775807
                  AND p.occurred_at >= l.valid_from AND p.occurred_at < l.valid_to
                ORDER BY c.client_id""").param(interaction)
                .query((row, _) -> new Party(new ClientId(row.getObject("client_id", UUID.class)),
                        row.getString("name")))
                .list();
    }
}
