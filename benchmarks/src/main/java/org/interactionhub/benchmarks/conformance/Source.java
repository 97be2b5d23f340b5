package org.interactionhub.benchmarks.conformance;

import java.util.List;
import java.util.Map;

/** Inputs of one origin, with what it says of them. */
interface Source {

    /** Kind and origin, as the folders of the corpora are named: {@code email/zammad-AGPL}. */
    String name();

    /** In the order of their names; none where the folder is absent. */
    List<Sample> samples();

    /** What others reach on the same inputs, by field; for the page, never for the count. */
    default Map<String, String> others() {
        return Map.of();
    }
}
