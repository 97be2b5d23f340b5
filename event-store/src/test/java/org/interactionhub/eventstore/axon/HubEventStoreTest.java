package org.interactionhub.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionEvent.InteractionHeld;
import org.interactionhub.events.InteractionId;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HubEventStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static TestDatabase database;

    private EventStore store;
    private HubEventStore events;
    private CommandGateway commands;
    private ClientId anna;

    @BeforeAll
    static void makeDatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        store = new EventStore(database.asCommand());
        events = new HubEventStore(store);
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(new Provenance())));
        AggregateAnnotationCommandHandler.<Client>builder().aggregateType(Client.class)
                .repository(EventSourcingRepository.builder(Client.class).eventStore(events).build()).build()
                .subscribe(bus);
        commands = DefaultCommandGateway.builder().commandBus(bus).build();
        anna = ClientId.next(NOON);
    }

    @AfterEach
    void close() {
        events.close();
        store.close();
    }

    @Test
    void an_aggregate_is_created_loaded_and_goes_on() {
        // When
        commands.sendAndWait(new Client.Register(anna, "Ann"));
        commands.sendAndWait(new Client.Lengthen(anna));
        commands.sendAndWait(new Client.Lengthen(anna));

        // Then
        assertThat(store.log().stream(anna.value())).extracting(StoredEvent::event).containsExactly(
                Optional.of(new ClientRegistered(anna, Kind.CLIENT, "Ann")),
                Optional.of(new ClientRenamed(anna, "Anna")),
                Optional.of(new ClientRenamed(anna, "Annaa")));
        assertThat(events.lastSequenceNumberFor(anna.toString())).contains(2L);
    }

    @Test
    void an_unknown_aggregate_is_not_found() {
        assertThatThrownBy(() -> commands.sendAndWait(new Client.Lengthen(anna)))
                .isInstanceOf(AggregateNotFoundException.class);
    }

    @Test
    void forty_commands_at_once_on_one_aggregate_all_succeed() throws Exception {
        // Given
        commands.sendAndWait(new Client.Register(anna, ""));

        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> sent = IntStream.range(0, 40)
                    .mapToObj(_ -> threads.submit(() -> commands.sendAndWait(new Client.Lengthen(anna)))).toList();
            for (Future<Object> command : sent) {
                command.get();
            }
        }

        // Then
        List<StoredEvent> stream = store.log().stream(anna.value());
        assertThat(stream).hasSize(41);
        assertThat(stream.getLast().event()).contains(new ClientRenamed(anna, "a".repeat(40)));
    }

    @Test
    void an_append_between_decision_and_commit_is_a_conflict_and_the_command_may_be_sent_again() {
        // Given
        commands.sendAndWait(new Client.Register(anna, "Ann"));
        Runnable another = () -> store.append(List.of(Group.of(new Entry.AtVersion(
                new NewEvent(anna.value(), new ClientRenamed(anna, "Foreign"), NOON, EventMetadata.NONE, null), 1))));

        // When
        assertThatThrownBy(() -> commands.sendAndWait(new Client.Rename(anna, "Mine", another)))
                .isInstanceOf(ConcurrencyException.class);
        commands.sendAndWait(new Client.Lengthen(anna));

        // Then
        assertThat(store.log().stream(anna.value()).getLast().event()).contains(new ClientRenamed(anna, "Foreigna"));
    }

    @Test
    void a_client_registered_twice_is_a_conflict() {
        // Given
        commands.sendAndWait(new Client.Register(anna, "Ann"));

        // Then
        assertThatThrownBy(() -> commands.sendAndWait(new Client.Register(anna, "Ann")))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void commands_of_one_unit_of_work_are_appended_together_and_tell_their_position() {
        // Given
        ClientId boris = ClientId.next(NOON);
        UnitOfWork<?> root = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("both"));

        // When
        commands.sendAndWait(new Client.Register(anna, "Anna"));
        commands.sendAndWait(new Client.Register(boris, "Boris"));
        assertThat(WrittenPosition.of(root)).isEmpty();
        root.commit();

        // Then
        long first = store.log().stream(anna.value()).getFirst().position();
        assertThat(store.log().stream(boris.value()).getFirst().position()).isEqualTo(first + 1);
        assertThat(WrittenPosition.of(root)).hasValue(first + 1);
    }

    @Test
    void an_event_knows_who_asked_for_it_and_by_which_command() {
        // Given
        var command = new GenericCommandMessage<>(new Client.Register(anna, "Anna"))
                .withMetaData(MetaData.with(Provenance.ACTOR, "Olga"));

        // When
        commands.sendAndWait(command);

        // Then
        assertThat(store.log().stream(anna.value()).getFirst().metadata())
                .isEqualTo(new EventMetadata(new EventMetadata.Actor("Olga", false), command.getIdentifier()));
    }

    @Test
    void what_no_aggregate_published_is_refused() {
        assertThatThrownBy(() -> events.publish(GenericEventMessage.asEventMessage("gossip")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_policy_receives_everything_in_order_back_dated_or_not() {
        // Given
        Follower follower = new Follower();
        PooledStreamingEventProcessor processor = processorOf(follower);
        long before = store.log().head();
        processor.start();

        // When
        for (int n = 0; n < 300; n++) {
            meeting(NOON.minusSeconds(n * 86_400L * (n % 3)));
        }

        // Then
        try {
            List<Long> all = LongStream.rangeClosed(1, before + 300).boxed().toList();
            await().untilAsserted(() -> assertThat(follower.positions).isEqualTo(all));
            assertThat(follower.heldAt.stream().filter(NOON.minusSeconds(60)::isAfter)).hasSize(200);
        } finally {
            processor.shutDown();
        }
    }

    @Test
    void a_token_names_the_position_behind_which_to_go_on() throws InterruptedException {
        // Given
        commands.sendAndWait(new Client.Register(anna, "Anna"));
        StoredEvent registered = store.log().stream(anna.value()).getFirst();
        List<TrackingToken> tokens = List.of(events.createTokenAt(registered.recordedAt()),
                AxonEvents.token(registered.position() - 1));

        // Then
        for (TrackingToken token : tokens) {
            try (var stream = events.openStream(token)) {
                assertThat(stream.nextAvailable().getPayload()).isEqualTo(registered.event().orElseThrow());
            }
        }
        try (var stream = events.openStream(events.createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    private void meeting(Instant at) {
        InteractionId id = InteractionId.next(NOON);
        InteractionHeld held = new InteractionHeld(id, anna, Channel.MEETING, at, "Pump", null);
        store.append(List.of(
                Group.of(new Entry.AtVersion(new NewEvent(id.value(), held, at, EventMetadata.NONE, null), 0))));
    }

    private PooledStreamingEventProcessor processorOf(Follower follower) {
        return PooledStreamingEventProcessor.builder().name("follower-" + UUID.randomUUID())
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(follower)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE).build())
                .messageSource(events).tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE).initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .coordinatorExecutor(_ -> Executors.newSingleThreadScheduledExecutor())
                .workerExecutor(_ -> Executors.newScheduledThreadPool(2)).batchSize(100).build();
    }

    /** Writes down what it was told. */
    static final class Follower {

        private final List<Long> positions = new CopyOnWriteArrayList<>();
        private final List<Instant> heldAt = new ArrayList<>();

        @EventHandler
        void on(HubEvent event, TrackingToken token) {
            if (event instanceof InteractionHeld held) {
                heldAt.add(held.occurredAt());
            }
            positions.add(token.position().orElseThrow());
        }
    }
}
