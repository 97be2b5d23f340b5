package org.interactionhub.queries.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.interactionhub.queries.segment.Rule.All;
import org.interactionhub.queries.segment.Rule.Any;
import org.interactionhub.queries.segment.Rule.Clause;
import org.interactionhub.queries.segment.Rule.Not;
import org.jspecify.annotations.Nullable;

/** Holds a rule against a client. Pure: the moment is part of what is asked. */
final class Evaluation {

    private Evaluation() {}

    static boolean holds(Rule rule, Subject subject) {
        return switch (rule) {
            case All all -> all.all().stream().allMatch(one -> holds(one, subject));
            case Any any -> any.any().stream().anyMatch(one -> holds(one, subject));
            case Not not -> !holds(not.not(), subject);
            case Clause clause -> holds(clause, clause.field().of(subject), subject);
        };
    }

    /** Every condition of the rule with what it found, in the order in which the rule names them. */
    static List<Check> checks(Rule rule, Subject subject) {
        List<Check> checks = new ArrayList<>();
        collect(rule, subject, false, checks);
        return checks;
    }

    private static void collect(Rule rule, Subject subject, boolean negated, List<Check> checks) {
        switch (rule) {
            case All all -> all.all().forEach(one -> collect(one, subject, negated, checks));
            case Any any -> any.any().forEach(one -> collect(one, subject, negated, checks));
            case Not not -> collect(not.not(), subject, !negated, checks);
            case Clause clause -> {
                Object actual = clause.field().of(subject);
                checks.add(new Check(clause, actual, holds(clause, actual, subject), negated));
            }
        }
    }

    private static boolean holds(Clause clause, @Nullable Object actual, Subject subject) {
        if (actual == null) {
            return false;
        }
        return switch (clause.op()) {
            case EQ -> actual instanceof Number ? compare(actual, clause) == 0 : actual.equals(clause.value());
            case IN -> clause.value() instanceof Collection<?> several && several.contains(actual);
            case GT -> compare(actual, clause) > 0;
            case GTE -> compare(actual, clause) >= 0;
            case LT -> compare(actual, clause) < 0;
            case LTE -> compare(actual, clause) <= 0;
            case WITHIN -> Period.of(String.valueOf(clause.value())).holds((Instant) actual, subject.standing().at(),
                    subject.standing().hours().zone());
        };
    }

    private static int compare(Object actual, Clause clause) {
        return Double.compare(((Number) actual).doubleValue(), ((Number) clause.value()).doubleValue());
    }
}
