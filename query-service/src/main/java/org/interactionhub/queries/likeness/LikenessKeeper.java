package org.interactionhub.queries.likeness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.interactionhub.queries.likeness.DescriptionTable.State;
import org.interactionhub.queries.likeness.LikenessTable.Reached;
import org.interactionhub.readers.matching.Commonness;
import org.interactionhub.readers.matching.Description;
import org.interactionhub.readers.matching.Likeness;
import org.interactionhub.readers.matching.Portraits;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the pairs of clients who resemble each other up with the history. They are a function of it: whoever is touched
 * is described anew, and if that, or how common something of hers is, has changed, she and those whom it concerns are
 * compared again. Of any number of processes one does it at a time.
 */
final class LikenessKeeper {

    /** So many positions of the log are one transaction. */
    private static final long MOST_AT_ONCE = 1000;

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final LikenessTable table;
    private final DescriptionTable history;
    private final TransactionTemplate transaction;
    private final Portraits portraits = new Portraits();

    LikenessKeeper(DataSource source) {
        table = new LikenessTable(source);
        history = new DescriptionTable(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** What a build is at. */
    enum Phase {
        WAITING, DESCRIBING, COMPARING, DONE
    }

    /** Is told how far a build is, and may stop it. */
    interface Watch {

        /**
         * @param clients so many are done
         * @return false if it is to stop
         */
        boolean goesOn(Phase phase, long clients, long of);
    }

    void prepare() {
        transaction.executeWithoutResult(_ -> table.prepare());
    }

    long position() {
        return table.position();
    }

    /** Takes in what is left of the history. */
    void catchUp() {
        while (step((_, _, _) -> true)) {
            // the next positions
        }
    }

    Likeness between(UUID client, UUID other) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            table.enter();
            return new Encounters(table, portraits, _ -> false).between(client, other);
        }));
    }

    /** @return true if something is left to take in */
    boolean step(Watch watch) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            table.enter();
            return !isUpTo(table.reached(), history.state())
                    && table.take().map(reached -> step(reached, history.state(), watch, status)).orElse(false);
        }));
    }

    private boolean step(Reached reached, State state, Watch watch, TransactionStatus status) {
        return isStale(reached, state) ? build(state, watch, status) : step(reached, state);
    }

    private static boolean isUpTo(Reached reached, State state) {
        return !isStale(reached, state) && reached.position() == state.position();
    }

    /** Another build of the history, or another version of the hub, may tell anything. */
    private static boolean isStale(Reached reached, State state) {
        return reached.build() != state.build() || !reached.rules().equals(LikenessRules.HERE.fingerprint())
                || reached.position() > state.position();
    }

    private boolean step(Reached reached, State state) {
        long last = Math.min(state.position(), reached.position() + MOST_AT_ONCE);
        touch(history.touched(reached.position(), last));
        table.reach(new Reached(last, state.build(), LikenessRules.HERE.fingerprint()));
        return last < state.position();
    }

    /**
     * Builds everything anew, beside what is shown, once nobody else writes.
     *
     * @return false if it was stopped
     */
    boolean build(Watch watch) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            table.enter();
            table.await();
            return build(history.state(), watch, status);
        }));
    }

    private boolean build(State state, Watch watch, TransactionStatus status) {
        boolean isDone = build(state, watch);
        if (!isDone) {
            status.setRollbackOnly();
        }
        return isDone;
    }

    private boolean build(State state, Watch watch) {
        table.enterNext();
        long all = history.clients();
        long done = 0;
        UUID last = FIRST;
        for (List<UUID> page = history.behind(last, PAGE); !page.isEmpty(); page = history.behind(last, PAGE)) {
            write(history.of(page));
            last = page.getLast();
            done += page.size();
            if (!watch.goesOn(Phase.DESCRIBING, done, all)) {
                return false;
            }
        }
        table.indexNext();
        return compareAll(done, watch) && show(state);
    }

    private boolean compareAll(long all, Watch watch) {
        Encounters encounters = new Encounters(table, portraits, _ -> true);
        long done = 0;
        UUID last = FIRST;
        for (List<UUID> page = table.behind(last, PAGE); !page.isEmpty(); page = table.behind(last, PAGE)) {
            table.pair(encounters.of(page));
            last = page.getLast();
            done += page.size();
            if (!watch.goesOn(Phase.COMPARING, done, all)) {
                return false;
            }
        }
        return true;
    }

    private boolean show(State state) {
        table.reach(new Reached(state.position(), state.build(), LikenessRules.HERE.fingerprint()));
        table.swap();
        return true;
    }

    private void touch(Set<UUID> touched) {
        Map<UUID, Description> now = history.of(touched);
        Map<UUID, Description> was = table.described(touched);
        Set<UUID> changed = touched.stream().filter(client -> !Objects.equals(now.get(client), was.get(client)))
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return;
        }
        now.keySet().retainAll(changed);
        was.keySet().retainAll(changed);
        Set<Long> moved = Stream.of(now, was).flatMap(each -> each.values().stream()).map(portraits::of)
                .flatMap(portrait -> portrait.all().stream()).collect(Collectors.toSet());
        Map<Long, Commonness> before = table.commonness(moved);
        table.forget(changed);
        table.unmark(changed);
        write(now);
        Map<Long, Commonness> after = table.commonness(moved);
        Set<UUID> concerned = new HashSet<>(changed);
        table.holders(moved.stream().filter(mark -> before.get(mark) != after.get(mark)).toList())
                .forEach(holder -> concerned.add(holder.client()));
        table.unpair(concerned);
        Encounters encounters = new Encounters(table, portraits, concerned::contains);
        List<UUID> again = List.copyOf(concerned);
        for (int from = 0; from < again.size(); from += PAGE) {
            table.pair(encounters.of(again.subList(from, Math.min(again.size(), from + PAGE))));
        }
    }

    private void write(Map<UUID, Description> clients) {
        table.describe(clients);
        List<Marked> marks = new ArrayList<>();
        clients.forEach((client, told) -> portraits.of(told).all()
                .forEach(mark -> marks.add(new Marked(mark, client))));
        table.mark(marks);
    }
}
