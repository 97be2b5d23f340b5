package org.interactionhub.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.Ground;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;
import org.interactionhub.commands.account.LedgerTable;
import org.interactionhub.commands.deadletter.DeadLetterTable;
import org.interactionhub.commands.intake.IntakeRoom;
import org.interactionhub.commands.intake.IntakeTables;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The command service's own intake, listener and all, without the rest of the service: partitions are leased, records
 * checked against their schema and read, contact points find or found their clients, and what follows is appended with
 * originals, books and offsets. It stands at the gate of the log when the clock starts, with its first poll in hand.
 */
final class HubIntake implements Variant {

    static final String NAME = "hub intake";

    private static final long GLANCE_MILLIS = 5;

    private final Ground ground;
    private final ReportTopic topic;
    private final BenchDatabase database;
    private final Gate gate;
    private @Nullable AnnotationConfigApplicationContext intake;

    HubIntake(Ground ground, ReportTopic topic) throws SQLException {
        this.ground = ground;
        this.topic = topic;
        this.database = ground.database();
        this.gate = new Gate(database);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(int round) throws Exception {
        stop();
        database.empty();
        AnnotationConfigApplicationContext context = context();
        context.register(IntakeRoom.class);
        EventStore store = new EventStore(database.command());
        context.registerBean("eventStore", EventStore.class, () -> store);
        gate.shut();
        context.refresh();
        intake = context;
        while (database.number("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%append_gate%' "
                + "AND wait_event_type = 'Lock'") == 0) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    private AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench",
                Map.of("hub.kafka", topic.address(), "hub.region", "RU", "hub.call-log-zone", "UTC", "hub.data",
                        ground.directory().toString())));
        context.registerBean("commandDatabase", HikariDataSource.class, database::command,
                bean -> bean.setDestroyMethodName(""));
        context.registerBean("meters", MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean("intakeTables", IntakeTables.class,
                () -> new IntakeTables(new DeadLetterTable(database.command()), new LedgerTable(database.command()),
                        new KnownInteractionTable(database.command())));
        return context;
    }

    @Override
    public long work(LegWatch watch) throws Exception {
        gate.open();
        long records = 0;
        while (watch.goesOn(records) && records < topic.size()) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            records = durable();
        }
        gate.shut();
        return durable();
    }

    private long durable() throws SQLException {
        return database.number("SELECT coalesce(sum(next_offset), 0) FROM store.kafka_offset");
    }

    /** Of all that is there when intake has stopped: a little more than under the clock. */
    @Override
    public List<String> check(long counted) throws SQLException {
        stop();
        long records = durable();
        List<String> wrong = new ArrayList<>(StoreCheck.contiguous(database,
                database.number("SELECT coalesce(max(position), 0) FROM store.event")));
        long recorded = database.number("SELECT count(*) FROM store.original WHERE NOT variant");
        if (recorded != records) {
            wrong.add("%d originals of %d records.".formatted(recorded, records));
        }
        inOrder(wrong);
        return wrong;
    }

    /** What one partition told stands in the log as the partition told it, from its beginning, without a hole. */
    private void inOrder(List<String> wrong) throws SQLException {
        Map<UUID, Integer> partitions = new HashMap<>();
        topic.order().forEach((partition, reports) -> reports.forEach(report -> partitions.put(report, partition)));
        Map<Integer, Integer> places = new HashMap<>();
        try (Connection connection = database.command().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT stream FROM store.event ORDER BY position")) {
            while (row.next()) {
                UUID stream = row.getObject(1, UUID.class);
                Integer partition = partitions.get(stream);
                if (partition != null) {
                    int place = places.merge(partition, 1, Integer::sum) - 1;
                    if (!topic.order().getOrDefault(partition, List.of()).get(place).equals(stream)) {
                        wrong.add("Partition %d is out of order at its record %d.".formatted(partition, place));
                        return;
                    }
                }
            }
        }
    }

    private void stop() throws SQLException {
        gate.open();
        if (intake != null) {
            EventStore store = intake.getBean(EventStore.class);
            intake.close();
            store.close();
            intake = null;
        }
    }

    @Override
    public void close() throws SQLException {
        stop();
        gate.close();
    }
}
