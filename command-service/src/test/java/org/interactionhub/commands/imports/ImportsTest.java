package org.interactionhub.commands.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.commands.Told.point;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.interactionhub.commands.Told;
import org.interactionhub.commands.imports.Imports.Imported;
import org.interactionhub.commands.imports.Imports.Order;
import org.interactionhub.commands.imports.Imports.TakenBack;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientWithdrawn;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent.ContactPointClassified;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.InteractionEvent.DecisionTaken;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionEvent.NoteAdded;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.listing.Undo.Added;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ANNA = "anna@acme.example";
    private static final String ANNAS_PHONE = "+79161234567";

    private final TestDatabase database = TestDatabase.create();
    private final EventStore store = new EventStore(database.asCommand());
    private final Imports imports = new Imports(store, new Phones("RU"), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void whoever_is_nobody_yet_is_registered_with_all_that_the_list_says_of_her() {
        Imported imported = take("name,phone,email,owner,city,comment",
                "Anna," + ANNAS_PHONE + "," + ANNA + ",Olga,Kazan,tea");

        ClientId anna = imported.rows().getFirst().clients().getFirst();
        assertThat(facts(anna.value())).containsExactly(new ClientRegistered(anna, Kind.CLIENT, "Anna"),
                new PartyStated(anna, null, null, null, "Kazan"),
                new OwnerAssigned(anna, "Olga", NOW));
        assertThat(facts(point(ANNA).id().value())).containsExactly(
                new ContactPointLinked(point(ANNA), anna, Method.IMPORT, null, null, null));
        assertThat(log()).extracting(event -> event.event().orElseThrow()).filteredOn(NoteAdded.class::isInstance)
                .singleElement().extracting(event -> ((NoteAdded) event).text()).isEqualTo("comment: tea");
        assertThat(log()).allSatisfy(event -> {
            assertThat(event.metadata().cause()).isEqualTo(imported.id().toString());
            assertThat(event.metadata().actor()).isEqualTo(new EventMetadata.Actor("Irina", false));
        });
    }

    @Test
    void a_known_client_gets_the_contact_points_she_lacks_and_nothing_else() {
        ClientId anna = known("Anna", ANNA);

        Imported imported = take("name,phone,email,owner,city",
                "A. Petrova," + ANNAS_PHONE + "," + ANNA + ",Olga,Kazan");

        assertThat(imported.rows()).singleElement()
                .isEqualTo(new Row(2, "A. Petrova", Verdict.KNOWN, List.of(anna), null, List.of(point(ANNAS_PHONE)),
                        List.of()));
        assertThat(facts(anna.value())).containsExactly(new ClientRegistered(anna, Kind.CLIENT, "Anna"));
        assertThat(facts(point(ANNAS_PHONE).id().value())).hasSize(1);
        assertThat(facts(point(ANNA).id().value())).hasSize(1);
    }

    @Test
    void two_rows_about_one_client_are_one_client() {
        Imported imported = take("name,phone,email", "Anna,," + ANNA, "Anna P.," + ANNAS_PHONE + "," + ANNA);

        ClientId anna = imported.rows().getFirst().clients().getFirst();
        assertThat(imported.rows().get(1)).isEqualTo(new Row(3, "Anna P.", Verdict.REPEATED, List.of(anna), 2,
                List.of(point(ANNAS_PHONE)), List.of()));
    }

    @Test
    void a_row_whose_contact_points_are_two_clients_makes_nobody_one() {
        ClientId anna = known("Anna", ANNA);
        ClientId other = known("Other", ANNAS_PHONE);

        Imported imported = take("name,phone,email", "Anna," + ANNAS_PHONE + "," + ANNA + "; new@acme.example");

        assertThat(imported.rows().getFirst().verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(imported.rows().getFirst().clients()).containsExactly(other, anna);
        assertThat(facts(point("new@acme.example").id().value())).isEmpty();
    }

    @Test
    void the_phone_of_a_reception_recognises_none_of_those_who_are_reached_there() {
        known("Zavod", ANNAS_PHONE);
        classified(ANNAS_PHONE, ContactPointClass.SHARED);

        Imported imported = take("name,phone,email", "Anna," + ANNAS_PHONE + "," + ANNA,
                "Boris," + ANNAS_PHONE + ",boris@acme.example");

        assertThat(imported.rows()).extracting(Row::verdict).containsOnly(Verdict.NEW);
        assertThat(imported.rows()).extracting(Row::linked).containsExactly(List.of(point(ANNA)),
                List.of(point("boris@acme.example")));
    }

    @Test
    void a_row_that_names_nothing_but_a_phone_of_our_own_people_makes_nobody() {
        classified(ANNAS_PHONE, ContactPointClass.OWN_STAFF);

        assertThat(take("name,phone", "Ivan," + ANNAS_PHONE).rows()).extracting(Row::verdict)
                .containsExactly(Verdict.REFUSED);
    }

    @Test
    void whoever_was_decided_about_at_the_note_of_the_list_stays() {
        Imported imported = take("name,email,note", "Anna," + ANNA + ",tea");
        InteractionId note = log().stream().flatMap(event -> event.event().stream())
                .filter(NoteAdded.class::isInstance).map(event -> ((NoteAdded) event).interactionId()).findFirst()
                .orElseThrow();
        store.append(List.of(Group.of(new Entry.AtVersion(new NewEvent(note.value(),
                new DecisionTaken(note, "Send an offer", List.of(), null, 1), NOW, EventMetadata.NONE, null), 1))));

        assertThat(imports.undo(imported.id(), null, Optional.empty()).kept()).extracting(Added::name)
                .containsExactly("Anna");
    }

    @Test
    void one_bad_row_does_not_fail_the_others() {
        Imported imported = take("name,phone", "Nobody,12", "Anna," + ANNAS_PHONE);

        assertThat(imported.rows()).extracting(Row::verdict).containsExactly(Verdict.REFUSED, Verdict.NEW);
    }

    @Test
    void the_same_list_again_writes_nothing_and_says_so() {
        Imported first = take("name,email", "Anna," + ANNA, "Nobody,x");
        long head = store.log().head();

        Imported again = take("name,email", "Anna," + ANNA, "Nobody,x");

        assertThat(again).isEqualTo(new Imported(first.id(), true, first.position(), first.rows()));
        assertThat(store.log().head()).isEqualTo(head);
    }

    @Test
    void the_same_list_with_other_columns_is_refused_while_the_first_import_stands() {
        byte[] list = list("a,b", "Anna," + ANNA);
        imports.take(list, new Order("a.csv", List.of("name", "email"), null), Optional.empty());

        assertThatThrownBy(
                () -> imports.take(list, new Order("a.csv", List.of("company", "email"), null), Optional.empty()))
                .isInstanceOf(Refusal.class).hasMessageContaining("Undo that import first");
    }

    @Test
    void an_import_that_broke_off_goes_on_where_it_was() {
        String[] rows = Stream.iterate(0, i -> i + 1).limit(600).map(i -> "C" + i + ",c" + i + "@acme.example")
                .toArray(String[]::new);
        Imports breaking = new Imports(store, new Phones("RU"), new BreakingClock(2));
        assertThatThrownBy(() -> breaking.take(list("name,email", rows), order(), Optional.of("Irina")))
                .hasMessage("the power went");
        long written = store.log().head();

        Imported imported = take("name,email", rows);

        assertThat(written).isPositive();
        assertThat(imported.already()).isFalse();
        assertThat(imported.rows()).hasSize(600).allMatch(row -> row.verdict() == Verdict.NEW);
        assertThat(log()).filteredOn(event -> event.event().orElseThrow() instanceof ClientRegistered).hasSize(600);
    }

    @Test
    void an_undo_takes_back_whoever_was_registered_and_whatever_was_linked() {
        ClientId known = known("Known", "known@acme.example");
        Imported imported = take("name,phone,email", "Anna,," + ANNA, "Known," + ANNAS_PHONE + ",known@acme.example");
        ClientId anna = imported.rows().getFirst().clients().getFirst();

        TakenBack undone = imports.undo(imported.id(), "wrong list", Optional.of("Irina"));

        assertThat(undone.kept()).isEmpty();
        assertThat(facts(anna.value())).last().isEqualTo(new ClientWithdrawn(anna, imported.id()));
        assertThat(facts(point(ANNA).id().value())).last()
                .isEqualTo(new ContactPointUnlinked(point(ANNA), anna, "wrong list"));
        assertThat(facts(point(ANNAS_PHONE).id().value())).last()
                .isEqualTo(new ContactPointUnlinked(point(ANNAS_PHONE), known, "wrong list"));
        assertThat(facts(known.value())).hasSize(1);
        assertThat(facts(point("known@acme.example").id().value())).hasSize(1);
    }

    @Test
    void whoever_was_in_contact_since_stays_with_all_that_the_list_said_of_her() {
        Imported imported = take("name,phone,email", "Anna," + ANNAS_PHONE + "," + ANNA, "Boris,,boris@acme.example");
        heard(Told.mailFrom(ANNA).report());

        TakenBack undone = imports.undo(imported.id(), null, Optional.empty());

        assertThat(undone.kept()).extracting(Added::name).containsExactly("Anna");
        assertThat(undone.back()).extracting(Added::name).containsExactly("Boris");
        assertThat(facts(point(ANNAS_PHONE).id().value())).hasSize(1);
    }

    @Test
    void a_contact_point_through_which_a_known_client_came_since_stays_hers() {
        known("Known", "known@acme.example");
        Imported imported = take("name,phone,email", "Known," + ANNAS_PHONE + ",known@acme.example");
        heard(Told.callFrom(ANNAS_PHONE).report());

        TakenBack undone = imports.undo(imported.id(), null, Optional.empty());

        assertThat(undone.back()).isEmpty();
        assertThat(undone.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.registered()).isFalse();
            assertThat(kept.linked()).containsExactly(point(ANNAS_PHONE));
        });
    }

    @Test
    void an_undo_said_twice_takes_back_nothing_more() {
        Imported imported = take("name,email", "Anna," + ANNA);
        imports.undo(imported.id(), null, Optional.empty());
        long head = store.log().head();

        TakenBack again = imports.undo(imported.id(), null, Optional.empty());

        assertThat(again.back()).isEmpty();
        assertThat(store.log().head()).isEqualTo(head);
    }

    @Test
    void what_was_undone_can_be_imported_again_and_makes_other_clients() {
        Imported first = take("name,email", "Anna," + ANNA);
        imports.undo(first.id(), null, Optional.empty());

        Imported again = take("name,email", "Anna," + ANNA);

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.already()).isFalse();
        assertThat(again.rows()).extracting(Row::verdict).containsExactly(Verdict.NEW);
        assertThat(again.rows().getFirst().clients()).isNotEqualTo(first.rows().getFirst().clients());
    }

    @Test
    void whoever_another_list_knows_as_well_stays() {
        Imported first = take("name,email", "Anna," + ANNA);
        take("name,email", "Anna P.," + ANNA);

        TakenBack undone = imports.undo(first.id(), null, Optional.empty());

        assertThat(undone.back()).isEmpty();
        assertThat(undone.kept()).extracting(Added::name).containsExactly("Anna");
    }

    /** Tells the time so often, and then no more. */
    private static final class BreakingClock extends Clock {

        private int left;

        BreakingClock(int times) {
            left = times;
        }

        @Override
        public Instant instant() {
            if (left-- == 0) {
                throw new IllegalStateException("the power went");
            }
            return NOW;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private Imported take(String header, String... rows) {
        return imports.take(list(header, rows), order(), Optional.of("Irina"));
    }

    private static Order order() {
        return new Order("clients.csv", List.of(), "old CRM");
    }

    private static byte[] list(String header, String... rows) {
        return (header + "\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private ClientId known(String name, String address) {
        ClientId client = ClientId.next(NOW);
        ContactPoint point = point(address);
        store.append(List.of(Group.of(entry(client.value(), new ClientRegistered(client, Kind.CLIENT, name)),
                entry(point.id().value(), new ContactPointLinked(point, client, Method.STAFF, null, null, null)))));
        return client;
    }

    private void classified(String address, ContactPointClass as) {
        ContactPoint point = point(address);
        store.append(List.of(Group.of(new Entry.AtVersion(new NewEvent(point.id().value(),
                new ContactPointClassified(point, as, null), NOW, EventMetadata.NONE, null),
                facts(point.id().value()).size()))));
    }

    private void heard(InteractionReport report) {
        store.append(List.of(Group.of(new Entry.IfAbsent(new NewEvent(report.reportId().value(),
                new InteractionRecorded(report.interactionId(), Heard.of(report)), NOW, EventMetadata.NONE, null)))));
    }

    private static Entry entry(UUID stream, HubEvent event) {
        return new Entry.AtVersion(new NewEvent(stream, event, NOW, EventMetadata.NONE, null), 0);
    }

    private List<HubEvent> facts(UUID stream) {
        return store.log().stream(stream).stream().map(event -> event.event().orElseThrow()).toList();
    }

    private List<StoredEvent> log() {
        return new ArrayList<>(store.log().after(0, 10_000));
    }
}
