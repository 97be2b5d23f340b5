package org.interactionhub.commands.outlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.flywaydb.core.Flyway;
import org.interactionhub.commands.TestBroker;
import org.interactionhub.door.Outage;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.EventMetadata.Actor;
import org.interactionhub.events.PublishedFact;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutletTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final TestBroker broker = TestBroker.withTopic(1);
    private final TestDatabase database = TestDatabase.create();
    private final List<Outlet> outlets = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private EventStore store;

    @BeforeEach
    void open() {
        broker.forget(PublishedFact.TOPIC);
        Flyway.configure().dataSource(database.asCommand()).defaultSchema("intake").createSchemas(false)
                .locations("classpath:org/interactionhub/commands/migrations").load().migrate();
        store = new EventStore(database.asCommand());
    }

    @AfterEach
    void close() {
        outlets.forEach(Outlet::stop);
        store.close();
        database.close();
    }

    @Test
    void every_fact_is_told_once_in_the_order_of_the_log_though_outlets_come_and_go() {
        register(1_200);
        Outlet first = outlet(broker.address());
        await().atMost(PATIENCE).until(() -> first.position() > 0);
        first.stop();
        outlet(broker.address());
        outlet(broker.address());
        register(300);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).extracting(OutletTest::id)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_500).boxed().toList()));
        assertThat(meters.get("hub.outlet.facts").counter().count()).isEqualTo(1_500);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outlets.subList(1, 3)).extracting(Outlet::position)
                .as("the one that waits knows it too").containsExactly(1_500L, 1_500L));
    }

    @Test
    void a_fact_says_what_when_of_which_stream_and_by_whom() {
        register(1);
        outlet(broker.address());

        await().atMost(PATIENCE).until(() -> told().size() == 1);
        ConsumerRecord<byte[], byte[]> fact = told().getFirst();
        Map<String, String> headers = headers(fact);
        assertThat(headers).containsEntry("ce_id", "1").containsEntry("ce_source", "/log")
                .containsEntry("ce_type", "org.interactionhub.client-registered.v1")
                .containsEntry("ce_time", MONDAY.toString()).containsEntry("ce_streamversion", "0")
                .containsEntry("ce_dataschema", "/schemas/events/client-registered.1.schema.json")
                .containsEntry("ce_actor", "Ольга").containsEntry("ce_subject", new String(fact.key(), UTF_8))
                .containsKeys("ce_specversion", "ce_recordedat", "content-type");
        System.gc(); // a gauge that nobody but its registry knows would be gone now
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(meters.get("hub.outlet.lag.events").gauge().value()).isZero());
        assertThat(fact.value()).isEqualTo(store.log().at(1).orElseThrow().payload());
    }

    @Test
    void while_Kafka_is_away_it_says_so_and_afterwards_goes_on() {
        register(3);
        Outlet lost = outlet("127.0.0.1:1");
        OutletHealth health = new OutletHealth(lost, new Outage(Clock.systemUTC()));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(health.health().getDetails()).extractingByKey("sentence").asString()
                .contains("Kafka does not take facts");
        lost.stop();
        outlet(broker.address());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).hasSize(3));
    }

    private Outlet outlet(String address) {
        Outlet outlet = new Outlet(address, database.asCommand(), store.log(), meters);
        outlets.add(outlet);
        outlet.start();
        return outlet;
    }

    private void register(int clients) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            ClientId client = ClientId.next(MONDAY);
            groups.add(Group.of(new Entry.AtVersion(new NewEvent(client.value(),
                    new ClientRegistered(client, Kind.CLIENT, "Клиент " + i), MONDAY,
                    new EventMetadata(new Actor("Ольга", false), null), null), 0)));
        }
        store.append(groups);
    }

    private List<ConsumerRecord<byte[], byte[]>> told() {
        List<ConsumerRecord<byte[], byte[]>> told = new ArrayList<>();
        TopicPartition only = new TopicPartition(PublishedFact.TOPIC, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(told::add);
            }
        }
        return told;
    }

    private static long id(ConsumerRecord<byte[], byte[]> fact) {
        return Long.parseLong(headers(fact).getOrDefault("ce_id", "0"));
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> fact) {
        Map<String, String> headers = new HashMap<>();
        fact.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
