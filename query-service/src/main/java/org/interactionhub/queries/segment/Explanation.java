package org.interactionhub.queries.segment;

import java.util.List;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.segment.Rule.Op;
import org.jspecify.annotations.Nullable;

/**
 * Why a client is in a segment, or why not.
 *
 * @param sentence the answer in short
 * @param clauses every condition of the rule with what it found
 */
public record Explanation(String segment, String title, ClientId clientId, String name, boolean member,
        String sentence, List<ClauseEntry> clauses) {

    /**
     * A condition and what it found.
     *
     * @param wanted what the rule asks for
     * @param actual what is known of the client; null if nothing is
     * @param negated true if the rule asks that it does not hold
     * @param change what would have to change for it to speak for her, in a sentence; empty if it does
     */
    public record ClauseEntry(Field field, Op op, Object wanted, @Nullable Object actual, boolean holds,
            boolean negated, String sentence, String change) {}

    static Explanation of(Segment segment, Subject subject, SegmentWords words) {
        return new Explanation(segment.name(), words.title(segment), subject.features().client(),
                subject.features().name(), subject.isIn(segment), words.verdict(segment, subject),
                clauses(segment, subject, words));
    }

    static List<ClauseEntry> clauses(Segment segment, Subject subject, SegmentWords words) {
        return subject.checks(segment).stream().map(check -> clause(check, words)).toList();
    }

    private static ClauseEntry clause(Check check, SegmentWords words) {
        Object actual = check.actual() instanceof Number number ? rounded(number) : check.actual();
        return new ClauseEntry(check.clause().field(), check.clause().op(), check.clause().value(), actual,
                check.holds(), check.negated(), words.check(check), words.change(check));
    }

    /** Two decimals of an hour are enough for anybody. */
    static Number rounded(Number number) {
        return number instanceof Double ? Math.floor(number.doubleValue() * 100) / 100 : number;
    }
}
