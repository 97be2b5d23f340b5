package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aClient;
import static org.interactionhub.eventstore.Facts.aMail;
import static org.interactionhub.eventstore.Facts.linked;
import static org.interactionhub.eventstore.Facts.registered;
import static org.interactionhub.eventstore.Facts.renamed;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ReportedOriginal;
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
    private long before;
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
        log = new EventLog(database.asQuery());
        before = log.head();
        anna = ClientId.next(NOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_was_appended_is_read_in_order() {
        // When
        List<Outcome> outcomes = store.append(List.of(aClient(anna, "Anna"), Group.of(renamed(anna, 1, "Anna P."))));

        // Then
        assertThat(outcomes).containsExactly(appended(1, 1), appended(2, 2));
        assertThat(log.stream(anna.value())).extracting(StoredEvent::event).containsExactly(
                Optional.of(new ClientRegistered(anna, Kind.PROSPECT, "Anna")),
                Optional.of(new ClientRenamed(anna, "Anna P.")));
        assertThat(log.after(before, 10)).extracting(StoredEvent::position).containsExactly(before + 1, before + 2);
    }

    @Test
    void a_repeated_report_is_dropped_with_its_whole_group() {
        // Given
        store.append(List.of(Group.of(aMail("repeated", "Pump 12"))));

        // When
        List<Outcome> again = store.append(List.of(Group.of(aMail("repeated", "Pump 12"), registered(anna, "Anna"))));

        // Then
        assertThat(again).containsExactly(new Outcome.Repeated(before + 1, true));
        assertThat(log.head()).isEqualTo(before + 1);
        assertThat(log.originals(before + 1)).hasSize(1);
    }

    @Test
    void a_report_repeated_within_one_batch_is_written_once() {
        // When
        List<Outcome> outcomes = store.append(List.of(Group.of(aMail("twice", "Pump 12")),
                Group.of(aMail("twice", "Pump 12")), Group.of(aMail("twice", "Pump 13"))));

        // Then
        assertThat(outcomes).containsExactly(appended(1, 1), new Outcome.Repeated(before + 1, true),
                new Outcome.Repeated(before + 1, false));
        assertThat(log.originals(before + 1)).extracting(StoredOriginal::variant).containsExactly(false, true);
    }

    @Test
    void the_same_report_with_other_bytes_is_kept_beside_the_first_and_flagged() {
        // Given
        store.append(List.of(Group.of(aMail("varied", "Pump 12 is broken"))));

        // When
        List<Outcome> again = store.append(List.of(Group.of(aMail("varied", "Pump 13 is broken")),
                Group.of(aMail("varied", "Pump 13 is broken")), Group.of(aMail("varied", "Pump 12 is broken"))));

        // Then
        assertThat(again).containsExactly(new Outcome.Repeated(before + 1, false),
                new Outcome.Repeated(before + 1, false), new Outcome.Repeated(before + 1, true));
        assertThat(log.head()).isEqualTo(before + 1);
        assertThat(log.originals(before + 1)).extracting(StoredOriginal::variant).containsExactly(false, true);
        assertThat(log.originals(before + 1)).extracting(StoredOriginal::bytes)
                .extracting(bytes -> new String(bytes.orElseThrow(), StandardCharsets.UTF_8))
                .containsExactly("Pump 12 is broken", "Pump 13 is broken");
    }

    @Test
    void a_repeat_counts_as_the_same_where_the_first_original_was_deleted() throws SQLException {
        // Given
        store.append(List.of(Group.of(aMail("deleted", "Pump 12"))));
        Sql.run(database.asSuperuser(), "DELETE FROM store.original WHERE position = " + (before + 1));

        // When
        List<Outcome> again = store.append(List.of(Group.of(aMail("deleted", "Pump 13"))));

        // Then
        assertThat(again).containsExactly(new Outcome.Repeated(before + 1, true));
        assertThat(log.originals(before + 1)).isEmpty();
    }

    @Test
    void a_wrong_version_is_refused_with_its_whole_group_and_touches_no_other() {
        // Given
        ClientId boris = ClientId.next(NOON);
        store.append(List.of(aClient(anna, "Anna")));

        // When
        List<Outcome> outcomes = store.append(List.of(Group.of(registered(boris, "Boris"), renamed(anna, 5, "Anya")),
                Group.of(renamed(anna, 1, "Anna P.")), Group.of(renamed(anna, 1, "Anna Q."))));

        // Then
        assertThat(outcomes).containsExactly(new Outcome.Conflicted(anna.value(), 5, 1), appended(2, 2),
                new Outcome.Conflicted(anna.value(), 1, 2));
        assertThat(log.stream(boris.value())).isEmpty();
        assertThat(log.head()).isEqualTo(before + 2);
    }

    @Test
    void two_facts_of_one_group_cannot_begin_the_same_stream() {
        assertThatThrownBy(() -> Group.of(aMail("begun", "Pump 12"), aMail("begun", "Pump 12")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_group_takes_no_place() {
        assertThat(store.append(List.of(Group.of(), aClient(anna, "Anna")))).containsExactly(appended(1, 0),
                appended(1, 1));
    }

    @Test
    void a_batch_decides_on_what_the_log_holds_and_writes_its_own_rows_with_it() throws SQLException {
        // Given
        store.append(List.of(aClient(anna, "Anna")));
        Sql.run(database.asCommand(), "CREATE TABLE intake.receipt (position bigint)");

        // When
        List<Outcome> outcomes = store.append(TestBatch.deciding(present -> {
            int next = present.streams(List.of(anna.value())).getOrDefault(anna.value(), List.of()).size();
            return List.of(Group.of(renamed(anna, next, "Anna at " + present.head())));
        }).alongside((connection, written) -> Sql.run(connection,
                "INSERT INTO intake.receipt VALUES (" + ((Outcome.Appended) written.getFirst()).first() + ")")));

        // Then
        assertThat(outcomes).containsExactly(appended(2, 2));
        assertThat(log.at(before + 2).orElseThrow().event())
                .contains(new ClientRenamed(anna, "Anna at " + (before + 1)));
        assertThat(Sql.number(database.asCommand(), "SELECT position FROM intake.receipt")).isEqualTo(before + 2);
    }

    @Test
    void a_failing_batch_writes_nothing_and_fails_only_itself() {
        // Given
        TestBatch failing = TestBatch.deciding(_ -> List.of(aClient(anna, "Anna")))
                .alongside((connection, _) -> Sql.run(connection, "SELECT 1 / 0"));
        TestBatch undecided = TestBatch.deciding(_ -> {
            throw new StackOverflowError("too deep");
        });

        // When
        assertThatThrownBy(() -> store.append(failing)).isInstanceOf(AppendFailed.class)
                .hasMessageContaining("division by zero");
        assertThatThrownBy(() -> store.append(undecided)).isInstanceOf(AppendFailed.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);

        // Then
        assertThat(store.append(List.of(aClient(anna, "Anna")))).containsExactly(appended(1, 1));
    }

    @Test
    void a_decision_cannot_append_on_its_own() {
        assertThatThrownBy(() -> store.append(TestBatch.deciding(_ -> {
            store.append(List.of(aClient(anna, "Anna")));
            return List.of();
        }))).isInstanceOf(AppendFailed.class).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void offsets_move_with_the_facts() {
        // Given
        KafkaOffsets offsets = new KafkaOffsets(database.asCommand());
        offsets.stored("reports", "topic-1", 2);

        // When
        store.append(TestBatch.deciding(_ -> List.of(aClient(anna, "Anna"))).covering(new Offsets("reports", "topic-1",
                Map.of(0, new Offsets.Stretch(0, 7), 1, new Offsets.Stretch(0, 3)))));

        // Then
        assertThat(offsets.stored("reports", "topic-1", 2)).containsExactly(Map.entry(0, 7L), Map.entry(1, 3L));
    }

    @Test
    void a_consumer_that_comes_too_late_writes_nothing() {
        // Given
        KafkaOffsets offsets = new KafkaOffsets(database.asCommand());
        offsets.stored("calls", "topic-2", 2);
        store.append(TestBatch.deciding(_ -> List.of())
                .covering(new Offsets("calls", "topic-2", Map.of(0, new Offsets.Stretch(0, 7)))));
        TestBatch late = TestBatch.deciding(_ -> List.of(aClient(anna, "Anna"))).covering(new Offsets("calls",
                "topic-2", Map.of(0, new Offsets.Stretch(0, 5), 1, new Offsets.Stretch(0, 4))));

        // When
        assertThatThrownBy(() -> store.append(late)).isInstanceOf(OffsetsFenced.class);

        // Then
        assertThat(offsets.stored("calls", "topic-2", 2)).containsExactly(Map.entry(0, 7L), Map.entry(1, 0L));
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void a_large_original_is_kept_by_hash_alone_and_odd_values_are_taken_as_they_come() {
        // Given
        ReportedOriginal large = new ReportedOriginal("text/plain\0; x=\u00e9", ReportedOriginal.sha256(new byte[3]),
                40_000_000, null);
        Entry mail = aMail("odd", "NUL \0 and \ud83d alone");
        NewEvent odd = new NewEvent(mail.event().stream(), mail.event().event(), Instant.MAX, mail.event().metadata(),
                new NewOriginal(large));

        // When
        store.append(List.of(Group.of(new Entry.IfAbsent(odd)), Group.of(Facts.aMailFrom(Instant.MIN, "oldest"))));

        // Then
        assertThat(log.originals(before + 1)).containsExactly(new StoredOriginal(before + 1, "text/plain; x=\u00e9",
                large.sha256(), 40_000_000, false, Optional.empty()));
        assertThat(log.at(before + 1).orElseThrow().event()).isPresent();
        assertThat(log.at(before + 1).orElseThrow().occurredAt()).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(log.at(before + 2).orElseThrow().occurredAt()).isEqualTo("0001-01-01T00:00:00Z");
    }

    @Test
    void more_than_is_sent_at_once_is_written_whole_and_in_order() {
        // Given
        String words = "x".repeat(14_000_000);

        // When
        List<Outcome> outcomes = store.append(List.of(Group.of(aMail("long 1", words)),
                Group.of(aMail("long 2", words)), Group.of(aMail("long 3", words)), Group.of(aMail("short", "x"))));

        // Then
        assertThat(outcomes).containsExactly(appended(1, 1), appended(2, 2), appended(3, 3), appended(4, 4));
        assertThat(log.after(before, 10)).extracting(event -> event.payload().length > words.length())
                .containsExactly(true, true, true, false);
        assertThat(log.originals(before + 4)).hasSize(1);
    }

    @Test
    void an_original_whose_hash_is_not_that_of_its_bytes_is_refused() {
        assertThatThrownBy(() -> new NewOriginal(new ReportedOriginal("text/plain",
                ReportedOriginal.sha256(new byte[3]), 6, "AAAA".repeat(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hash");
    }

    @Test
    void an_original_whose_size_is_not_that_of_its_bytes_is_refused() {
        assertThatThrownBy(() -> new NewOriginal(new ReportedOriginal("text/plain",
                ReportedOriginal.sha256(new byte[6]), 1, "AAAA".repeat(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size");
    }

    @Test
    void a_contact_point_is_linked_once_in_its_life() {
        // Given
        ContactPoint phone = new ContactPoint(ContactPoint.Type.PHONE, "+74951234567");
        ClientId boris = ClientId.next(NOON);

        // When
        List<Outcome> outcomes = store.append(List.of(Group.of(registered(anna, "Anna"), linked(phone, 0, anna)),
                Group.of(registered(boris, "Boris"), linked(phone, 0, boris))));

        // Then
        assertThat(outcomes).containsExactly(appended(1, 2), new Outcome.Conflicted(phone.id().value(), 0, 1));
        assertThat(log.stream(boris.value())).isEmpty();
    }

    private Outcome appended(int first, int last) {
        return new Outcome.Appended(before + first, before + last);
    }
}
