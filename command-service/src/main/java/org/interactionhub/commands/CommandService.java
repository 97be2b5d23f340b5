package org.interactionhub.commands;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.axonframework.config.Configuration;
import org.flywaydb.core.Flyway;
import org.interactionhub.commands.account.AccountController;
import org.interactionhub.commands.account.LedgerTable;
import org.interactionhub.commands.client.ClientController;
import org.interactionhub.commands.client.Kinship;
import org.interactionhub.commands.client.MergeController;
import org.interactionhub.commands.client.RelationController;
import org.interactionhub.commands.deadletter.DeadLetterController;
import org.interactionhub.commands.deadletter.DeadLetterTable;
import org.interactionhub.commands.deadletter.SecondReading;
import org.interactionhub.commands.imports.ImportController;
import org.interactionhub.commands.imports.Imports;
import org.interactionhub.commands.intake.IntakeRoom;
import org.interactionhub.commands.intake.IntakeTables;
import org.interactionhub.commands.interaction.InteractionController;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.commands.outlet.Outlet;
import org.interactionhub.commands.outlet.OutletHealth;
import org.interactionhub.commands.portfolio.HandoverController;
import org.interactionhub.commands.receipt.ReceiptController;
import org.interactionhub.commands.receipt.Receipts;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.HttpDoor;
import org.interactionhub.door.Outage;
import org.interactionhub.door.PassingFailure;
import org.interactionhub.eventstore.AppendFailed;
import org.interactionhub.eventstore.DurabilityCheck;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.EventStoreSchema;
import org.interactionhub.eventstore.LogUnavailable;
import org.interactionhub.readers.Phones;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** The command side of the hub. Imported by the process that is to have it; needs PostgreSQL and Kafka. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@PropertySource("classpath:command-service-defaults.properties")
@Import({HttpDoor.class, IntakeRoom.class})
public class CommandService {

    /** The writer, the leases, the outlet, and what requests ask for. */
    private static final int CONNECTIONS = 12;

    @Bean
    HikariDataSource commandDatabase(@Value("${hub.db.url}") String url,
            @Value("${hub.db.command-password:}") String password, MeterRegistry meters) {
        HikariDataSource database = new HikariDataSource();
        database.setPoolName("command");
        database.setJdbcUrl(url);
        database.setUsername("hub_command");
        database.setPassword(password);
        database.setMaximumPoolSize(CONNECTIONS);
        database.setMinimumIdle(1);
        database.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        database.setMetricRegistry(meters);
        database.setInitializationFailTimeout(-1); // the wait for the database is our own
        database.addDataSourceProperty("tcpKeepAlive", "true");
        database.addDataSourceProperty("ApplicationName", "hub-commands");
        // PostgreSQL tells whole rows in the details of an error; people's words and addresses do not belong into a log
        database.addDataSourceProperty("logServerErrorDetail", "false");
        return database;
    }

    /** Opened only once the database is there, is safe, and has its schemas. */
    @Bean
    EventStore eventStore(@Qualifier("commandDatabase") HikariDataSource commandDatabase, MeterRegistry meters) {
        DatabaseWait.until(Duration.ofSeconds(30), () -> DurabilityCheck.require(commandDatabase));
        EventStoreSchema.migrate(commandDatabase);
        Flyway.configure().dataSource(commandDatabase).defaultSchema("intake").createSchemas(false)
                .locations("classpath:org/interactionhub/commands/migrations").load().migrate();
        return new EventStore(commandDatabase, new AppendMeters(meters));
    }

    @Bean
    IntakeTables intakeTables(@Qualifier("commandDatabase") HikariDataSource commandDatabase) {
        return new IntakeTables(new DeadLetterTable(commandDatabase), new LedgerTable(commandDatabase),
                new KnownInteractionTable(commandDatabase));
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration aggregates(EventStore eventStore, IntakeTables intakeTables) {
        return Aggregates.on(eventStore, intakeTables.interactions());
    }

    @Bean
    StaffCommands staffCommands(Configuration aggregates) {
        return new StaffCommands(aggregates.commandGateway());
    }

    @Bean
    ClientController clientCommands(StaffCommands staffCommands, EventStore eventStore,
            @Value("${hub.region}") String region) {
        return new ClientController(staffCommands, new Kinship(eventStore.log()), eventStore.log(), new Phones(region),
                Clock.systemUTC());
    }

    @Bean
    RelationController relations(StaffCommands staffCommands, EventStore eventStore) {
        return new RelationController(staffCommands, new Kinship(eventStore.log()), eventStore.log());
    }

    @Bean
    MergeController merges(StaffCommands staffCommands, EventStore eventStore) {
        return new MergeController(staffCommands, new Kinship(eventStore.log()), eventStore.log());
    }

    @Bean
    HandoverController handovers(StaffCommands staffCommands, EventStore eventStore) {
        return new HandoverController(staffCommands, new Kinship(eventStore.log()), Clock.systemUTC());
    }

    @Bean
    ImportController imports(EventStore eventStore, @Value("${hub.region}") String region) {
        return new ImportController(new Imports(eventStore, new Phones(region), Clock.systemUTC()));
    }

    @Bean
    InteractionController interactionCommands(StaffCommands staffCommands, EventStore eventStore,
            @Value("${hub.zone:}") String zone) {
        return new InteractionController(staffCommands, eventStore.log(), Clock.systemUTC(),
                zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip()));
    }

    @Bean
    ReceiptController receipts(EventStore eventStore, IntakeTables intakeTables) {
        return new ReceiptController(new Receipts(eventStore.log(), intakeTables.letters()));
    }

    @Bean
    DeadLetterController deadLetters(IntakeTables intakeTables, SecondReading secondReading) {
        return new DeadLetterController(intakeTables.letters(), secondReading, Clock.systemUTC());
    }

    /** While PostgreSQL is away nobody did anything wrong. */
    @Bean
    PassingFailure commandDatabaseAway() {
        return failure -> failure instanceof LogUnavailable || failure instanceof AppendFailed
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException;
    }

    @Bean
    AccountController accounts(IntakeTables intakeTables, StaffCommands staffCommands, EventStore eventStore) {
        return new AccountController(intakeTables.ledger(), staffCommands, eventStore.log());
    }

    @Bean
    @ConditionalOnExpression("${hub.outlet}")
    Outlet outlet(@Value("${hub.kafka}") String bootstrapServers,
            @Qualifier("commandDatabase") HikariDataSource commandDatabase, EventStore eventStore,
            MeterRegistry meters) {
        return new Outlet(bootstrapServers, commandDatabase, eventStore.log(), meters);
    }

    @Bean
    @ConditionalOnExpression("${hub.outlet}")
    HealthIndicator outletHealthIndicator(Outlet outlet) {
        return new OutletHealth(outlet, new Outage(Clock.systemUTC()));
    }

    @Bean
    HealthIndicator eventLogHealthIndicator(EventStore eventStore) {
        return new EventLogHealth(eventStore, new Outage(Clock.systemUTC()));
    }
}
