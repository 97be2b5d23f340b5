package org.interactionhub.queries.segment;

import java.util.List;

/** A client, held against rules at one moment among all the others. */
public record Subject(Features features, Standing standing) {

    public boolean isIn(Segment segment) {
        return Evaluation.holds(segment.rule(), this);
    }

    /** Every condition of the segment with what it found, in the order in which the rule names them. */
    public List<Check> checks(Segment segment) {
        return Evaluation.checks(segment.rule(), this);
    }

    int contacts() {
        return features.contactsIn(standing.quarter());
    }
}
