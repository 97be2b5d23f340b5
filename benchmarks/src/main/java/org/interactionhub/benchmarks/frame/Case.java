package org.interactionhub.benchmarks.frame;

import java.util.List;
import java.util.Set;

/** Answers one or more rows of the table by measuring. */
public interface Case {

    /** The names of its rows, as the table has them. */
    List<String> rows();

    /**
     * @param wanted some of {@link #rows()}, at least one
     * @return a row for each that is wanted
     * @throws Exception if it cannot be measured here; a store that answers wrong is no exception but a leg that says so
     */
    List<Row> measure(Set<String> wanted, Ground ground) throws Exception;
}
