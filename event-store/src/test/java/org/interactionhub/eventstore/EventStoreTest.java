package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aClient;
import static org.interactionhub.eventstore.Facts.aMail;
import static org.interactionhub.eventstore.Facts.renamed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventStoreTest {

    private static TestDatabase database;

    private EventStore store;
    private EventLog log;

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
        log = new EventLog(database.asQuery());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_was_appended_is_read_in_order() {
        // Given
        long before = log.head();
        ClientId anna = ClientId.next(NOON);

        // When
        List<Outcome> outcomes = store
                .append(List.of(aClient(anna, "Anna"), Group.of(renamed(anna, 1, "Anna Petrova"))));

        // Then
        assertThat(outcomes).containsExactly(new Outcome.Appended(before + 1, before + 1),
                new Outcome.Appended(before + 2, before + 2));
        assertThat(log.stream(anna.value())).extracting(StoredEvent::event).containsExactly(
                Optional.of(new ClientRegistered(anna, Kind.PROSPECT, "Anna")),
                Optional.of(new ClientRenamed(anna, "Anna Petrova")));
        assertThat(log.after(before, 10)).extracting(StoredEvent::position).containsExactly(before + 1, before + 2);
        assertThat(log.head()).isEqualTo(before + 2);
    }

    @Test
    void the_same_report_with_other_bytes_is_kept_beside_the_first_and_flagged() {
        // Given
        store.append(List.of(Group.of(aMail("m-1", "Pump 12 is broken"))));
        long position = log.head();

        // When
        List<Outcome> again = store.append(List.of(Group.of(aMail("m-1", "Pump 13 is broken")),
                Group.of(aMail("m-1", "Pump 13 is broken")), Group.of(aMail("m-1", "Pump 12 is broken"))));

        // Then
        assertThat(again).containsExactly(new Outcome.Repeated(position, false), new Outcome.Repeated(position, false),
                new Outcome.Repeated(position, true));
        assertThat(log.head()).isEqualTo(position);
        assertThat(log.originals(position)).extracting(StoredOriginal::variant).containsExactly(false, true);
        assertThat(log.originals(position))
                .extracting(original -> new String(original.bytes().orElseThrow(), StandardCharsets.UTF_8))
                .containsExactly("Pump 12 is broken", "Pump 13 is broken");
    }
}
