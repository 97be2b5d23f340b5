package org.interactionhub.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientId;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What Axon expects of any engine, in our own words: its own tests name aggregates by words and publish strings, which this
 * engine refuses. Times of tokens are those of recording. There are no snapshots.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineExpectationsTest {

    /** More than a page of the engine has. */
    private static final int MANY = 510;

    private final ClientId anna = ClientId.next(Instant.EPOCH);
    private final ClientId boris = ClientId.next(Instant.EPOCH);
    private TestDatabase database;
    private EventStore store;
    private HubEventStorageEngine engine;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        store = new EventStore(database.asCommand());
        engine = new HubEventStorageEngine(store);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void an_aggregate_has_its_own_events_and_nobody_elses() {
        // When
        engine.appendEvents(events(anna, 4));
        engine.appendEvents(events(boris, 1).getFirst());

        // Then
        assertThat(sequence(anna, 0)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(sequence(boris, 0)).containsExactly(0L);
    }

    @Test
    void an_aggregate_is_read_from_a_sequence_number_on() {
        engine.appendEvents(events(anna, 5));

        assertThat(sequence(anna, 2)).containsExactly(2L, 3L, 4L);
        assertThat(engine.lastSequenceNumberFor(anna.toString())).contains(4L);
    }

    @Test
    void an_aggregate_that_never_was_has_no_events() {
        String nobody = UUID.randomUUID().toString();

        assertThat(engine.readEvents(nobody).asStream()).isEmpty();
        assertThat(engine.lastSequenceNumberFor(nobody)).isEmpty();
        assertThat(engine.readSnapshot(nobody)).isEmpty();
    }

    @Test
    void many_events_come_whole_by_aggregate_and_by_stream() {
        engine.appendEvents(events(anna, MANY));

        assertThat(sequence(anna, 0)).containsExactlyElementsOf(
                IntStream.range(0, MANY).mapToObj(Long::valueOf).toList());
        assertThat(identifiers(engine.createTailToken())).hasSize(MANY);
    }

    @Test
    void a_second_event_of_the_same_number_is_refused_the_first_of_all_as_well() {
        engine.appendEvents(events(anna, 2));

        assertThatThrownBy(() -> engine.appendEvents(events(anna, 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.appendEvents(event(anna, 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(sequence(anna, 0)).containsExactly(0L, 1L);
    }

    @Test
    void events_that_are_refused_leave_nothing_of_those_beside_them() {
        engine.appendEvents(events(anna, 1));

        assertThatThrownBy(() -> engine.appendEvents(event(boris, 0), event(anna, 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(sequence(boris, 0)).isEmpty();
    }

    @Test
    void what_was_read_can_be_given_more_metadata_or_other() {
        engine.appendEvents(event(anna, 0).withMetaData(MetaData.with(Provenance.ACTOR, "Olga")));
        DomainEventMessage<?> read = engine.readEvents(anna.toString()).next();

        DomainEventMessage<?> other = read.withMetaData(MetaData.with("key", "value"));
        DomainEventMessage<?> more = read.andMetaData(MetaData.with("key", "value"));

        assertThat(other.getMetaData()).containsOnlyKeys("key");
        assertThat(more.getMetaData()).containsKeys("key", Provenance.ACTOR);
        assertThat(other.getPayload()).isEqualTo(read.getPayload());
    }

    @Test
    void a_stream_goes_on_behind_the_token_of_any_event() {
        engine.appendEvents(events(anna, 4));
        List<String> all = identifiers(engine.createTailToken());

        for (TrackedEventMessage<?> event : engine.readEvents(engine.createTailToken(), false).toList()) {
            int taken = all.indexOf(event.getIdentifier()) + 1;
            assertThat(identifiers(event.trackingToken())).isEqualTo(all.subList(taken, all.size()));
        }
    }

    @Test
    void a_tail_token_is_in_front_of_everything_and_a_head_token_behind_it() {
        engine.appendEvents(events(anna, 3));
        TrackingToken head = engine.createHeadToken();

        engine.appendEvents(event(boris, 0));

        assertThat(identifiers(engine.createTailToken())).hasSize(4);
        assertThat(identifiers(head)).hasSize(1);
        assertThat(identifiers(engine.createHeadToken())).isEmpty();
    }

    @Test
    void a_token_of_a_time_is_in_front_of_what_was_recorded_then_and_later() {
        engine.appendEvents(event(anna, 0));
        engine.appendEvents(event(anna, 1));
        engine.appendEvents(event(anna, 2));
        Instant second = store.log().at(2).map(StoredEvent::recordedAt).orElseThrow();

        assertThat(identifiers(engine.createTokenAt(second)))
                .isEqualTo(identifiers(engine.createTailToken()).subList(1, 3));
        assertThat(identifiers(engine.createTokenAt(second.plus(1, ChronoUnit.DAYS)))).isEmpty();
        assertThat(identifiers(engine.createTokenAt(Instant.EPOCH))).hasSize(3);
    }

    private List<DomainEventMessage<?>> events(ClientId client, int number) {
        return IntStream.range(0, number).<DomainEventMessage<?>>mapToObj(n -> event(client, n)).toList();
    }

    private static DomainEventMessage<?> event(ClientId client, long sequence) {
        return new GenericDomainEventMessage<>("Client", client.toString(), sequence,
                new ClientRenamed(client, "Name " + sequence));
    }

    private List<Long> sequence(ClientId client, long first) {
        return engine.readEvents(client.toString(), first).asStream().<Long>map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    private List<String> identifiers(TrackingToken token) {
        return engine.readEvents(token, false).<String>map(EventMessage::getIdentifier).toList();
    }
}
