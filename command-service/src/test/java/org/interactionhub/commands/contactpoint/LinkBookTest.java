package org.interactionhub.commands.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.interactionhub.commands.Told;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.ContactPointUnlinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.AppendFailed;
import org.interactionhub.eventstore.Batch;
import org.interactionhub.eventstore.Entry;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;
import org.interactionhub.eventstore.StoredEvent;
import org.interactionhub.eventstore.TestDatabase;

class LinkBookTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int POINTS = 4;
    private static final String BEHIND = "the batch fails behind its decision";

    /** What happens next to one of a few contact points. */
    enum Step {
        LINKED_BY_A_BATCH, LINKED_BY_A_BATCH_THAT_FAILS, LINKED_BY_STAFF, UNLINKED_BY_STAFF, MUCH_ELSE_IS_WRITTEN
    }

    record Move(Step step, int point) {}

    private static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeContainer
    static void prepare() {
        new EventStore(DATABASE.asCommand()).close();
    }

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    /** Small books forget, others remember; whoever wrote meanwhile, both say what the log says. */
    @Property(tries = 30)
    void a_book_that_is_kept_says_what_the_log_says(@ForAll("moves") List<Move> moves) {
        try (EventStore store = new EventStore(DATABASE.asCommand())) {
            Run run = new Run(store, UUID.randomUUID().toString());
            moves.forEach(run::make);
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Step> often = Arbitraries.of(Step.LINKED_BY_A_BATCH, Step.LINKED_BY_A_BATCH_THAT_FAILS,
                Step.LINKED_BY_STAFF, Step.UNLINKED_BY_STAFF);
        Arbitrary<Step> steps = Arbitraries.frequencyOf(Tuple.of(40, often),
                Tuple.of(1, Arbitraries.just(Step.MUCH_ELSE_IS_WRITTEN)));
        return steps.flatMap(step -> Arbitraries.integers().between(0, POINTS - 1).map(point -> new Move(step, point)))
                .list().ofMinSize(1).ofMaxSize(20);
    }

    private static final class Run {

        private final EventStore store;
        private final List<ContactPoint> points = new ArrayList<>();
        private final LinkBook large = new LinkBook(1_000);
        private final LinkBook small = new LinkBook(2);

        Run(EventStore store, String name) {
            this.store = store;
            for (int number = 0; number < POINTS; number++) {
                points.add(Told.point(number + "-" + name + "@acme.example"));
            }
        }

        void make(Move move) {
            ContactPoint point = points.get(move.point());
            switch (move.step()) {
                case LINKED_BY_A_BATCH -> batch(point, false);
                case LINKED_BY_A_BATCH_THAT_FAILS -> batch(point, true);
                case LINKED_BY_STAFF -> byStaff(link(point));
                case UNLINKED_BY_STAFF -> byStaff(new ContactPointUnlinked(point,
                        owner(store.log().stream(point.id().value())).orElseGet(() -> ClientId.next(NOON)), "moved"));
                case MUCH_ELSE_IS_WRITTEN -> muchElse();
            }
        }

        private void byStaff(ContactPointEvent fact) {
            UUID stream = fact.contactPoint().id().value();
            store.append(List.of(Group.of(new Entry.AtVersion(event(stream, fact),
                    store.log().stream(stream).size()))));
        }

        private void muchElse() {
            List<Group> groups = new ArrayList<>();
            for (int number = 0; number < 3_100; number++) {
                ContactPoint other = Told.point(number + "-" + UUID.randomUUID() + "@acme.example");
                groups.add(Group.of(new Entry.AtVersion(event(other.id().value(), link(other)), 0)));
            }
            store.append(groups);
        }

        private void batch(ContactPoint point, boolean fails) {
            Said said = new Said(point, fails);
            try {
                List<Outcome> outcomes = store.append(said);
                said.linked.forEach(each -> each.keep(((Outcome.Appended) outcomes.getFirst()).last()));
            } catch (AppendFailed e) {
                assertThat(e).as("failure of a batch").hasRootCauseMessage(BEHIND);
            }
        }

        /** Reads both books while the log stands still, and holds them against it. */
        private final class Said implements Batch {

            private final ContactPoint point;
            private final boolean fails;
            private final List<KnownLinks> linked = new ArrayList<>();

            Said(ContactPoint point, boolean fails) {
                this.point = point;
                this.fails = fails;
            }

            @Override
            public Optional<Offsets> offsets() {
                return Optional.empty();
            }

            @Override
            public List<Group> decide(Present present) {
                Map<ContactPoint, UUID> streams = new HashMap<>();
                points.forEach(each -> streams.put(each, each.id().value()));
                Outsiders outsiders = new Outsiders(Told.mailFrom("a@acme.example").report().reportId(), List.of(),
                        streams);
                NewEvent event = event(point.id().value(), link(point));
                List<Entry> entries = new ArrayList<>();
                for (LinkBook book : List.of(large, small)) {
                    KnownLinks links = KnownLinks.of(List.of(outsiders), book, present);
                    for (ContactPoint each : points) {
                        assertThat(links.ownerOf(each)).as("owner of %s", each).isEqualTo(ownerInLog(present, each));
                    }
                    entries.add(links.next(event));
                    linked.add(links);
                }
                assertThat(entries).containsOnly(entries.getFirst());
                return List.of(Group.of(entries.getFirst()));
            }

            @Override
            public void alongside(Connection connection, List<Outcome> outcomes) {
                assertThat(outcomes).allMatch(Outcome.Appended.class::isInstance);
                if (fails) {
                    throw new IllegalStateException(BEHIND);
                }
            }
        }
    }

    private static Optional<ClientId> ownerInLog(Present present, ContactPoint point) {
        return owner(present.streams(Set.of(point.id().value())).getOrDefault(point.id().value(), List.of()));
    }

    private static Optional<ClientId> owner(List<StoredEvent> stream) {
        ClientId owner = null;
        for (StoredEvent stored : stream) {
            owner = switch (stored.event().orElseThrow()) {
                case ContactPointLinked linked -> linked.clientId();
                case HubEvent _ -> null;
            };
        }
        return Optional.ofNullable(owner);
    }

    private static ContactPointLinked link(ContactPoint point) {
        return new ContactPointLinked(point, ClientId.next(NOON), Method.STAFF, null, null, null);
    }

    private static NewEvent event(UUID stream, HubEvent fact) {
        return new NewEvent(stream, fact, NOON, EventMetadata.NONE, null);
    }
}
