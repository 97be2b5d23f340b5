package org.interactionhub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.eventstore.Facts.NOON;
import static org.interactionhub.eventstore.Facts.aMail;
import static org.interactionhub.eventstore.Facts.at;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientId;

/** How groups happen to be cut into batches decides nothing. */
class BatchingLawTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final EventStore STORE = new EventStore(DATABASE.asCommand());
    private static final List<ClientId> CLIENTS = IntStream.range(0, 3).mapToObj(_ -> ClientId.next(NOON)).toList();

    @AfterContainer
    static void closeDatabase() {
        STORE.close();
        DATABASE.close();
    }

    @Property(tries = 25)
    void any_batching_of_the_same_groups_gives_the_same_log(@ForAll("groups") List<Group> groups,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 6) Integer> cuts) throws SQLException {
        List<String> oneByOne = logOf(groups, List.of(1));
        List<String> cut = logOf(groups, cuts);

        assertThat(cut).isEqualTo(oneByOne);
    }

    @Provide
    Arbitrary<List<Group>> groups() {
        Arbitrary<Entry> mails = Combinators.combine(Arbitraries.integers().between(0, 4),
                Arbitraries.of("Pump", "Valve")).as((report, words) -> aMail("law-" + report, words));
        Arbitrary<Entry> renamings = Combinators.combine(Arbitraries.of(CLIENTS), Arbitraries.integers().between(0, 3),
                Arbitraries.of("Anna", "Boris")).as(
                        (client, version, name) -> at(version, client.value(),
                                new ClientRenamed(client, name), NOON));
        Arbitrary<Group> group = Combinators.combine(mails.list().ofMaxSize(1), renamings.list().ofMaxSize(2))
                .as((mail, renaming) -> {
                    List<Entry> entries = new ArrayList<>(mail);
                    entries.addAll(renaming);
                    return new Group(entries);
                });
        return group.list().ofMinSize(1).ofMaxSize(12);
    }

    /** Everything that can be told from the log, the clock apart. */
    private static List<String> logOf(List<Group> groups, List<Integer> cuts) throws SQLException {
        Sql.run(DATABASE.asSuperuser(), "DELETE FROM store.event; DELETE FROM store.original");
        List<String> told = new ArrayList<>();
        int begin = 0;
        for (int batch = 0; begin < groups.size(); batch++) {
            int end = Math.min(groups.size(), begin + cuts.get(batch % cuts.size()));
            STORE.append(groups.subList(begin, end)).forEach(outcome -> told.add(outcome.toString()));
            begin = end;
        }
        for (StoredEvent event : STORE.log().after(0, 1000)) {
            told.add(event.position() + " " + event.stream() + " " + event.version() + " "
                    + new String(event.payload(), StandardCharsets.UTF_8));
            STORE.log().originals(event.position())
                    .forEach(original -> told.add(original.sha256() + " " + original.variant()));
        }
        return told;
    }
}
