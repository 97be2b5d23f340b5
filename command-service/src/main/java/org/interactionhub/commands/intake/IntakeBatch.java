package org.interactionhub.commands.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interactionhub.commands.account.Entries;
import org.interactionhub.commands.account.Entries.Kind;
import org.interactionhub.commands.contactpoint.LinkBook;
import org.interactionhub.commands.deadletter.DeadLetter;
import org.interactionhub.events.InteractionId;
import org.interactionhub.eventstore.Batch;
import org.interactionhub.eventstore.Group;
import org.interactionhub.eventstore.Offsets;
import org.interactionhub.eventstore.Outcome;
import org.interactionhub.eventstore.Present;
import org.jspecify.annotations.Nullable;

/** Records read, decided and appended together with all that the command side keeps about them. */
final class IntakeBatch implements Batch {

    private final IntakeTables tables;
    private final LinkBook book;
    private final List<Reading> readings;
    private final @Nullable Offsets offsets;
    private final Instant now;
    private @Nullable Decision decision;
    private List<Ended> ended = List.of();

    /** How one record ended. */
    record Ended(String channel, Kind kind) {}

    IntakeBatch(IntakeTables tables, LinkBook book, List<Reading> readings, @Nullable Offsets offsets, Instant now) {
        this.tables = tables;
        this.book = book;
        this.readings = readings;
        this.offsets = offsets;
        this.now = now;
    }

    @Override
    public Optional<Offsets> offsets() {
        return Optional.ofNullable(offsets);
    }

    @Override
    public List<Group> decide(Present present) {
        Decision decided = Decision.on(readings, book, present, now);
        decision = decided;
        return decided.groups();
    }

    @Override
    public void alongside(Connection connection, List<Outcome> outcomes) throws SQLException {
        Decision decided = decided();
        Set<UUID> kept = setAside(connection, decided);
        Entries entries = new Entries(now);
        Map<InteractionId, Long> interactions = new LinkedHashMap<>();
        List<Ended> ends = new ArrayList<>();
        for (int index = 0; index < readings.size(); index++) {
            switch (readings.get(index)) {
                case Reading.Report report -> {
                    Kind kind = recorded(decided.outcomeOf(index, outcomes), report.told().interactionId(),
                            interactions);
                    String channel = report.heard().channel().value();
                    entries.add(channel, report.heard().account(), kind);
                    ends.add(new Ended(channel, kind));
                }
                case Reading.SetAside(var letter) -> {
                    Kind kind = kept.remove(letter.id()) ? endOf(letter.reason().kind()) : Kind.DUPLICATE;
                    entries.add(letter.channel(), letter.account(), kind);
                    ends.add(new Ended(letter.channel(), kind));
                }
            }
        }
        tables.interactions().add(connection, interactions);
        tables.ledger().book(connection, entries);
        ended = ends;
    }

    private Set<UUID> setAside(Connection connection, Decision decided) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading instanceof Reading.SetAside(var letter) && !decided.isRecorded(letter.id())) {
                letters.add(letter);
            }
        }
        return letters.isEmpty() ? new HashSet<>() : tables.letters().keep(connection, letters);
    }

    private static Kind recorded(Outcome outcome, InteractionId interaction, Map<InteractionId, Long> interactions) {
        return switch (outcome) {
            case Outcome.Appended appended -> {
                interactions.putIfAbsent(interaction, appended.first());
                yield Kind.RECORDED;
            }
            case Outcome.Repeated _ -> Kind.DUPLICATE;
            case Outcome.Conflicted conflict -> throw new IllegalStateException(
                    "a decision under the gate cannot conflict, but did in stream " + conflict.stream());
        };
    }

    static Kind endOf(DeadLetter.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> Kind.DEAD_LETTERED;
            case REFUSED -> Kind.REFUSED;
        };
    }

    private Decision decided() {
        Decision decided = decision;
        if (decided == null) {
            throw new IllegalStateException("nothing was decided yet");
        }
        return decided;
    }

    /**
     * To be told when the batch is durable.
     *
     * @return how each record ended
     */
    List<Ended> durable(List<Outcome> outcomes) {
        decided().keep(outcomes);
        return ended;
    }
}
