package org.interactionhub.queries.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.Company;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnerLawTest {

    /** Somebody looks after the client from some day on, 0 for nobody. */
    record Said(int who, int day) {
        @Nullable
        String owner() {
            return who == 0 ? null : "Owner " + who;
        }

        Instant since() {
            return MONDAY.plusSeconds(86_400L * day);
        }
    }

    record Told(Said said, long position) {}

    private static final int DAYS = 6;
    private static final Company COMPANY = new Company();
    private static final Readable READABLE = new Readable(COMPANY.database());

    @AfterContainer
    static void close() {
        READABLE.close();
        COMPANY.close();
    }

    /** In whatever order it is told: by what was told so far, the last day named before a time says whose she was then. */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void at_any_time_and_as_known_at_any_position_one_owner_holds(@ForAll("tellings") List<Said> tellings,
            @ForAll("batch") int batch) {
        ClientId client = COMPANY.client("Acme");
        List<Told> told = new ArrayList<>();
        tellings.forEach(said -> told.add(new Told(said,
                COMPANY.owned(client, said.owner(), said.since(), told.size() + 1))));

        READABLE.caughtUp(batch);

        for (Told known : told) {
            for (int day = -1; day <= DAYS; day++) {
                Instant time = MONDAY.plusSeconds(86_400L * day + 3_600);
                assertThat(shown(client, time, known.position())).as("day %s, by %s", day, told)
                        .isEqualTo(meant(told, time, known.position()));
            }
        }
    }

    @Provide
    Arbitrary<List<Said>> tellings() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, DAYS - 1))
                .as(Said::new).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Integer> batch() {
        return Arbitraries.integers().between(1, 5);
    }

    private static List<Optional<String>> meant(List<Told> told, Instant time, long position) {
        return told.stream().filter(one -> one.position() <= position && !one.said().since().isAfter(time))
                .max(Comparator.comparing((Told one) -> one.said().since()).thenComparing(Told::position))
                .map(one -> List.of(Optional.ofNullable(one.said().owner()))).orElse(List.of());
    }

    private static List<Optional<String>> shown(ClientId client, Instant time, long position) {
        return JdbcClient.create(READABLE.database()).sql("""
                SELECT owner FROM client_owner
                WHERE client_id = :client AND valid_from <= :time AND valid_to > :time
                  AND from_position <= :position AND to_position > :position""").param("client", client.value())
                .param("time", time.atOffset(ZoneOffset.UTC)).param("position", position)
                .query((row, _) -> Optional.ofNullable(row.getString("owner"))).list();
    }
}
