package org.interactionhub.queries.colleague;

import java.util.List;
import javax.sql.DataSource;

/** Answers who of us said anything yet or looks after a client. */
public final class Colleagues {

    private static final int MOST = 500;

    private final ColleagueTable table;

    public Colleagues(DataSource database) {
        table = new ColleagueTable(database);
    }

    /** By name in alphabetical order, at most 500. */
    public List<String> names() {
        return table.names(MOST);
    }
}
