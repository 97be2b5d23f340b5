package org.interactionhub.benchmarks.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.benchmarks.frame.BenchDatabase;
import org.interactionhub.benchmarks.frame.LegWatch;
import org.interactionhub.benchmarks.frame.Variant;

/** The hub's rebuild of all tables of the history, to the swap and beyond. */
final class HubRebuild implements Variant {

    static final String WHOLE = "hub rebuild";
    static final String WITHOUT_WORDS = "hub rebuild, no text index";

    private final String name;
    private final BenchDatabase database;
    private final HubHistory history;
    private final Words words;
    private final long events;

    private HubRebuild(String name, BenchDatabase database, HubHistory history, Words words, long events) {
        this.name = name;
        this.database = database;
        this.history = history;
        this.words = words;
        this.events = events;
    }

    /** With everything that the hub shows. */
    static HubRebuild whole(BenchDatabase database, HubHistory history, Words words, long events) {
        return new HubRebuild(WHOLE, database, history, words, events);
    }

    /** The words that are searched for stay away; all else is as ever. */
    static HubRebuild withoutWords(BenchDatabase database, HubHistory history, Words words, long events) {
        return new HubRebuild(WITHOUT_WORDS, database, history, words, events);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int round) throws SQLException {
        words.wanted(name.equals(WHOLE));
    }

    @Override
    public long work(LegWatch watch) throws InterruptedException {
        return history.rebuild().run() ? events : 0;
    }

    @Override
    public List<String> check(long done) throws SQLException {
        List<String> wrong = new ArrayList<>();
        long position = database.number("SELECT position FROM history.progress");
        if (done != events || position != events) {
            wrong.add("The history holds events up to %d instead of %d.".formatted(position, events));
        }
        boolean found = database.number("SELECT count(words) FROM history.interaction_fact") > 0;
        if (found != name.equals(WHOLE)) {
            wrong.add(found ? "There are words." : "There are no words.");
        }
        return wrong;
    }
}
