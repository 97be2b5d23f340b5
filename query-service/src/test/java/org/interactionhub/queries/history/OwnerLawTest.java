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
import org.interactionhub.events.HandoverId;
import org.interactionhub.queries.Company;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnerLawTest {

    private enum Way {
        ASSIGNED, HANDED_OVER, STOOD_IN
    }

    /**
     * Somebody looks after two clients from some day on, 0 for nobody.
     *
     * @param days for how long somebody stands in
     * @param undone after how many more tellings a handover is undone, 0 for never
     */
    record Said(Way way, int who, int day, int days, int undone) {
        @Nullable
        String owner() {
            return who == 0 ? null : "Owner " + who;
        }

        Instant since() {
            return dayOf(day);
        }

        Instant until() {
            return way == Way.STOOD_IN ? dayOf(day + days) : Instant.MAX;
        }
    }

    /** @param toPosition where it was undone */
    record Told(Said said, long position, long toPosition) {
        boolean isKnownAt(long asOf) {
            return position <= asOf && asOf < toPosition;
        }

        boolean covers(Instant time) {
            return !said.since().isAfter(time) && said.until().isAfter(time);
        }

        boolean isForATime() {
            return said.way() == Way.STOOD_IN;
        }

        /** The same of another client: a handover tells of all at once, assignments one after the other. */
        Told of(int client) {
            return new Told(said, said.way() == Way.ASSIGNED ? position + client : position, toPosition);
        }
    }

    private static final int DAYS = 6;
    private static final Company COMPANY = new Company();
    private static final Readable READABLE = new Readable(COMPANY.database());

    @AfterContainer
    static void close() {
        READABLE.close();
        COMPANY.close();
    }

    /**
     * In whatever order it is told, and however the log is cut into batches: by what was told so far and not undone, the
     * last day named before a time says whose she was then, and above it whoever stands in for that time, unless somebody
     * was named later for a day within it.
     */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void at_any_time_and_as_known_at_any_position_one_owner_holds(@ForAll("tellings") List<Said> tellings,
            @ForAll("batch") int batch) {
        List<ClientId> clients = List.of(COMPANY.client("Acme"), COMPANY.client("Лотос"));
        List<Told> told = tell(clients, tellings);

        READABLE.caughtUp(batch);

        long first = told.getFirst().position();
        for (long position = first; position <= COMPANY.store().log().head(); position++) {
            for (int day = -1; day <= DAYS * 2; day++) {
                Instant time = dayOf(day).plusSeconds(3_600);
                for (int i = 0; i < clients.size(); i++) {
                    int client = i;
                    List<Told> own = told.stream().map(one -> one.of(client)).toList();
                    assertThat(shown(clients.get(i), time, position)).as("day %s at %s, by %s", day, position, own)
                            .isEqualTo(meant(own, time, position));
                }
            }
        }
    }

    /** Everything is as if a handover had never been told, once it is undone. */
    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void a_handover_that_is_undone_leaves_what_was_said_before_and_meanwhile(@ForAll("tellings") List<Said> tellings,
            @ForAll("handover") Said handover, @ForAll("place") int place) {
        ClientId handedOver = COMPANY.client("Acme");
        ClientId other = COMPANY.client("Лотос");
        List<ClientId> both = List.of(handedOver, other);
        int middle = Math.min(place, tellings.size());
        tell(both, tellings.subList(0, middle));
        HandoverId id = COMPANY.handedOver(null, handover.owner(), List.of(handedOver), handover.since(),
                handover.until().equals(Instant.MAX) ? null : handover.until());
        tell(both, tellings.subList(middle, tellings.size()));

        long undone = COMPANY.undone(id);

        READABLE.caughtUp(3);
        assertThat(periods(handedOver, undone)).isEqualTo(periods(other, undone));
    }

    private static List<Told> tell(List<ClientId> clients, List<Said> tellings) {
        List<Told> told = new ArrayList<>();
        List<Integer> countdown = new ArrayList<>();
        List<Optional<HandoverId>> handovers = new ArrayList<>();
        for (Said said : tellings) {
            Optional<HandoverId> handover = Optional.empty();
            if (said.way() == Way.ASSIGNED) {
                told.add(new Told(said, COMPANY.store().log().head() + 1, Long.MAX_VALUE));
                clients.forEach(client -> COMPANY.owned(client, said.owner(), said.since()));
            } else {
                handover = Optional.of(COMPANY.handedOver(null, said.owner(), clients, said.since(),
                        said.way() == Way.STOOD_IN ? said.until() : null));
                told.add(new Told(said, COMPANY.store().log().head(), Long.MAX_VALUE));
            }
            handovers.add(handover);
            countdown.add(handover.isEmpty() ? 0 : said.undone());
            undoDue(told, countdown, handovers);
        }
        return told;
    }

    private static void undoDue(List<Told> told, List<Integer> countdown, List<Optional<HandoverId>> handovers) {
        for (int i = 0; i < told.size(); i++) {
            int left = countdown.get(i);
            countdown.set(i, left - 1);
            if (left == 1) {
                Told one = told.get(i);
                told.set(i, new Told(one.said(), one.position(), COMPANY.undone(handovers.get(i).orElseThrow())));
            }
        }
    }

    @Provide
    Arbitrary<List<Said>> tellings() {
        return said(Arbitraries.of(Way.class)).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Said> handover() {
        return said(Arbitraries.of(Way.HANDED_OVER, Way.STOOD_IN));
    }

    @Provide
    Arbitrary<Integer> batch() {
        return Arbitraries.integers().between(1, 5);
    }

    @Provide
    Arbitrary<Integer> place() {
        return Arbitraries.integers().between(0, 8);
    }

    private static Arbitrary<Said> said(Arbitrary<Way> ways) {
        return Combinators.combine(ways, Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, DAYS - 1), Arbitraries.integers().between(1, DAYS),
                Arbitraries.integers().between(0, 4)).as(Said::new);
    }

    private static Instant dayOf(int day) {
        return MONDAY.plusSeconds(86_400L * day);
    }

    private static List<Optional<String>> meant(List<Told> told, Instant time, long position) {
        List<Told> covering = told.stream().filter(one -> one.isKnownAt(position) && one.covers(time)).toList();
        List<Told> lasting = covering.stream().filter(one -> !one.isForATime()).toList();
        Optional<Told> last = lasting.stream()
                .max(Comparator.comparing((Told one) -> one.said().since()).thenComparing(Told::position));
        Optional<Told> passing = covering.stream().filter(Told::isForATime)
                .filter(one -> lasting.stream().noneMatch(other -> other.position() > one.position()
                        && !other.said().since().isBefore(one.said().since())))
                .max(Comparator.comparing(Told::position));
        return passing.or(() -> last).map(one -> List.of(Optional.ofNullable(one.said().owner())))
                .orElse(List.of());
    }

    private static List<Optional<String>> shown(ClientId client, Instant time, long position) {
        return JdbcClient.create(READABLE.database()).sql("""
                SELECT owner FROM client_owner
                WHERE client_id = :client AND valid_from <= :time AND valid_to > :time
                  AND from_position <= :position AND to_position > :position""").param("client", client.value())
                .param("time", time.atOffset(ZoneOffset.UTC)).param("position", position)
                .query((row, _) -> Optional.ofNullable(row.getString("owner"))).list();
    }

    private static List<String> periods(ClientId client, long position) {
        return JdbcClient.create(READABLE.database()).sql("""
                SELECT owner, valid_from, valid_to FROM client_owner
                WHERE client_id = :client AND from_position <= :position AND to_position > :position
                ORDER BY valid_from""").param("client", client.value()).param("position", position)
                .query((row, _) -> row.getString("owner") + " " + row.getString("valid_from") + " "
                        + row.getString("valid_to"))
                .list();
    }
}
