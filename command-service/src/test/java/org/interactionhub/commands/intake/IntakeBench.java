package org.interactionhub.commands.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.interactionhub.commands.account.LedgerTable;
import org.interactionhub.commands.deadletter.DeadLetter;
import org.interactionhub.commands.deadletter.DeadLetterTable;
import org.interactionhub.commands.deadletter.KeptLetter;
import org.interactionhub.commands.deadletter.LetterFilter;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.KafkaOffsets;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Intake on a real database, fed by hand instead of by Kafka. */
final class IntakeBench implements AutoCloseable {

    private static final String TOPIC_ID = "bench-topic-id";

    private final JsonMapper json = JsonMapper.builder().build();
    private final TestDatabase database = TestDatabase.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<IntakeRefused> refusals = new CopyOnWriteArrayList<>();
    private final EventStore store;
    private final IntakeTables tables;
    private final Intake intake;
    private long next;

    IntakeBench() {
        Flyway.configure().dataSource(database.asCommand()).defaultSchema("intake").createSchemas(false)
                .locations("classpath:org/interactionhub/commands/migrations").load().migrate();
        store = new EventStore(database.asCommand());
        tables = new IntakeTables(new DeadLetterTable(database.asCommand()), new LedgerTable(database.asCommand()),
                new KnownInteractionTable(database.asCommand()));
        intake = new Intake(store, new RecordReading(new ReportFormat(json)), tables, new IntakeMetrics(meters),
                Clock.systemUTC());
    }

    void takes(InteractionReport... reports) {
        takesBytes(Arrays.stream(reports).map(this::json).toArray(byte[][]::new));
    }

    void takesBytes(byte[]... values) {
        List<Incoming> records = new ArrayList<>();
        for (byte[] value : values) {
            records.add(new Incoming(place(records.size()), Map.of(), value));
        }
        take(records);
    }

    void takesNothing() {
        take(List.of(new Incoming(place(0), Map.of(), null)));
    }

    void takesUnder(String id, InteractionReport report) {
        take(List.of(new Incoming(place(0), Map.of("ce_id", id), json(report))));
    }

    private void take(List<Incoming> records) {
        new KafkaOffsets(database.asCommand()).stored(InteractionReport.TOPIC, TOPIC_ID, 1);
        long first = next;
        intake.append(intake.read(new Portion(records, new Offsets(InteractionReport.TOPIC, TOPIC_ID,
                Map.of(0, new Offsets.Stretch(first, first + records.size()))), 0)));
        next = first + records.size();
    }

    private DeadLetter.Place place(int index) {
        return new DeadLetter.Place(InteractionReport.TOPIC, TOPIC_ID, 0, next + index);
    }

    byte[] json(InteractionReport report) {
        return json.writeValueAsBytes(report);
    }

    void hasNoPlaceFor(InteractionReport report) {
        JdbcClient.create(database.asCommand()).sql("alter table intake.interaction add check (interaction_id <> '"
                + report.interactionId() + "')").update();
    }

    ReportListener listener(String bootstrapServers) {
        return new ReportListener(bootstrapServers, database.asCommand(), intake, new IntakeMetrics(meters),
                Clock.systemUTC(), refusals::add);
    }

    List<IntakeRefused> refusals() {
        return refusals;
    }

    TestDatabase database() {
        return database;
    }

    List<HubEvent> events() {
        return store.log().after(0, 50_000).stream().map(StoredEvent::event).flatMap(Optional::stream)
                .toList();
    }

    EventLog log() {
        return store.log();
    }

    EventStore store() {
        return store;
    }

    IntakeTables tables() {
        return tables;
    }

    List<KeptLetter> openLetters() {
        return tables.letters().open(LetterFilter.ALL, 100, null);
    }

    /** As {@code received = recorded + duplicate + dead-lettered + refused}. */
    String balance(String channel) {
        return JdbcClient.create(database.asCommand()).sql("""
                select sum(received) || ' = ' || sum(recorded) || ' + ' || sum(duplicate) || ' + '
                    || sum(dead_lettered) || ' + ' || sum(refused)
                from intake.account_ledger where channel = ?
                """).param(channel).query(String.class).single();
    }

    double counted(String channel, String outcome) {
        return meters.get("hub.intake").tag("channel", channel).tag("outcome", outcome).counter().count();
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }
}
