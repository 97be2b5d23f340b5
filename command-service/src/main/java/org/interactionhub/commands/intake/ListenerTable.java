package org.interactionhub.commands.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of how listeners fare. */
final class ListenerTable {

    private static final IntakeState.Listening NOTHING = new IntakeState.Listening(Set.of(), 0, 0, 0);

    private final JdbcClient database;

    /** @param database as role {@code hub_command} */
    ListenerTable(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Tells how one fares now, and forgets those that have been silent for a day. */
    void tell(UUID id, IntakeState state, long perSecond, Instant at) {
        IntakeState.Listening listening = state instanceof IntakeState.Listening known ? known : NOTHING;
        database.sql("""
                with silent as (
                    delete from intake.listener where told_at < :at::timestamptz - interval '1 day' and id <> :id)
                insert into intake.listener as l (id, state, sentence, partitions, position, waiting, millis_behind,
                    per_second, told_at)
                values (:id, :state, :sentence, :partitions, :position, :waiting, :millis, :perSecond, :at)
                on conflict (id) do update set state = excluded.state, sentence = excluded.sentence,
                    partitions = excluded.partitions,
                    position = case when excluded.state = 'listening' then excluded.position else l.position end,
                    waiting = case when excluded.state = 'listening' then excluded.waiting else l.waiting end,
                    millis_behind = excluded.millis_behind, per_second = excluded.per_second,
                    told_at = excluded.told_at
                """).param("id", id).param("state", state.name()).param("sentence", state.sentence())
                .param("partitions", listening.partitions().size()).param("position", listening.position())
                .param("waiting", listening.lag()).param("millis", listening.millisBehind())
                .param("perSecond", perSecond).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }
}
