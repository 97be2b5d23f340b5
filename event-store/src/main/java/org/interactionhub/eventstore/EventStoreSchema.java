package org.interactionhub.eventstore;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings schema {@code store} up to date. Schema and logins exist before: see {@code roles.sql} beside this class. */
public final class EventStoreSchema {

    private EventStoreSchema() {}

    /** @param database as role {@code hub_command}, which owns the schema */
    public static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).defaultSchema("store").createSchemas(false)
                .locations("classpath:org/interactionhub/eventstore/migrations").load().migrate();
    }
}
