package org.interactionhub.queries.console.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.interactionhub.eventstore.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables and views of the command side, by its own scripts, filled by hand. */
final class CommandSide {

    private static final Path SCRIPTS = Path.of("..", "command-service", "src", "main", "resources", "org",
            "interactionhub", "commands", "migrations");

    private final JdbcClient database;

    CommandSide(TestDatabase database) {
        this.database = JdbcClient.create(database.asCommand());
    }

    void publishes() throws IOException {
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            for (Path script : scripts.sorted().toList()) {
                for (String statement : Files.readString(script).split(";\\s*\n")) {
                    database.sql(statement).update();
                }
            }
        }
    }

    UUID setsAside(String channel, String account, String code, byte[] raw) {
        UUID id = UUID.randomUUID();
        database.sql("""
                insert into intake.dead_letter (id, channel, account, received_at, topic, topic_id, partition,
                    record_offset, raw, kind, reason_code, sentence, last_attempt_at)
                values (:id, :channel, :account, clock_timestamp(), 'topic', 'id', 0,
                    (select count(*) from intake.dead_letter), :raw, :kind, :code, 'It is odd.', clock_timestamp())""")
                .param("id", id).param("channel", channel).param("account", account).param("raw", raw)
                .param("kind", code.startsWith("report-against") ? "refused" : "unreadable").param("code", code)
                .update();
        return id;
    }

    void wasRedriven(UUID letter) {
        database.sql("update intake.dead_letter set state = 'redriven', attempts = 2 where id = ?").param(letter)
                .update();
    }

    /** @param figures received, recorded, duplicate, dead-lettered, refused */
    void books(String channel, String account, List<Integer> figures) {
        database.sql("""
                insert into intake.account_ledger (channel, account, received, recorded, duplicate, dead_lettered,
                    refused, last_received_at) values (?, ?, ?, ?, ?, ?, ?, now())""")
                .params(Stream.concat(Stream.of(channel, account), figures.stream()).toList()).update();
    }

    /** The database would not let this happen: its own check goes first. */
    void losesOne(String account) {
        database.sql("alter table intake.account_ledger drop constraint account_ledger_check").update();
        database.sql("update intake.account_ledger set received = received + 1 where account = ?").param(account)
                .update();
    }

    void listens(String state, String sentence, int secondsAgo) {
        database.sql("""
                insert into intake.listener (id, state, sentence, partitions, position, waiting, millis_behind,
                    per_second, told_at)
                values (gen_random_uuid(), ?, ?, 8, 1234567, 42, 1500, 300, now() - make_interval(secs => ?))""")
                .params(state, sentence, secondsAgo).update();
    }

    void nobodyListens() {
        database.sql("delete from intake.listener").update();
    }
}
