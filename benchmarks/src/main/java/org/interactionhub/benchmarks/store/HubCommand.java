package org.interactionhub.benchmarks.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.commands.Aggregates;
import org.interactionhub.commands.client.RegisterClient;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.eventstore.EventStore;

/** A member of staff registers a client: the hub's own aggregate, command gateway and group commit, below HTTP. */
final class HubCommand extends OneByOne {

    static final String NAME = "hub command";

    private final BenchDatabase database;
    private final EventStore store;
    private final Configuration aggregates;
    private final StaffCommands commands;
    private final Clock clock = Clock.systemUTC();

    HubCommand(BenchDatabase database) {
        this.database = database;
        this.store = new EventStore(database.command());
        this.aggregates = Aggregates.on(store, new KnownInteractionTable(database.command()));
        aggregates.start();
        this.commands = new StaffCommands(aggregates.commandGateway());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) throws SQLException {
        database.empty();
    }

    @Override
    void once(int number) {
        Instant now = clock.instant();
        commands.send(
                new RegisterClient(ClientId.next(now), ClientEvent.Kind.CLIENT, null, "Анна Соколова", List.of(), null,
                        now),
                Optional.of("Ольга Орлова"));
    }

    @Override
    public List<String> check(long events) throws SQLException {
        return StoreCheck.contiguous(database, events);
    }

    @Override
    public void close() {
        aggregates.shutdown();
        store.close();
    }
}
