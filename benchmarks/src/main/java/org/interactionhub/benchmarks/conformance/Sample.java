package org.interactionhub.benchmarks.conformance;

/** One input of a source. */
record Sample(String name, Trial trial) {

    /** Has the hub read the input, and holds the reading against what is said of it. */
    interface Trial {

        /** @throws Exception is a defect of the hub: it reads everything, or refuses it with a reason */
        Outcome run() throws Exception;
    }
}
