package org.interactionhub.readers.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.readers.matching.Comparison.Likeness;

/** One column of the list, with how common each of its values is. */
final class Column {

    final Kind kind;
    private final String inWords;
    private final List<Value> values;
    private final Resemblance resemblance;
    private final Map<String, Integer> holders = new HashMap<>();
    private final int filled;

    Column(Kind kind, String inWords, List<Value> values) {
        this.kind = kind;
        this.inWords = inWords;
        this.values = values;
        List<Value> present = values.stream().filter(value -> !value.isAbsent()).toList();
        resemblance = new Resemblance(kind.family == Kind.Family.CODE, present);
        present.forEach(value -> holders.merge(value.key(), 1, Integer::sum));
        filled = present.size();
    }

    Value value(int row) {
        return values.get(row);
    }

    /** Empty if one of the rows has nothing there. */
    Optional<Comparison> compare(int row, int other) {
        Value one = value(row);
        Value two = value(other);
        if (one.isAbsent() || two.isAbsent()) {
            return Optional.empty();
        }
        double alike = resemblance.between(one, two);
        Likeness likeness = alike == 1
                ? Likeness.EQUAL
                : alike >= Resemblance.NEARLY ? Likeness.NEARLY : Likeness.DIFFERENT;
        return Optional.of(new Comparison(inWords, kind, likeness, one.shown(), two.shown(), alike,
                holdersOfMoreCommon(row, other), filled));
    }

    /** Empty unless what stands here in {@code row} stands there in {@code other}, and the other way round. */
    Optional<Comparison> swapped(Column there, int row, int other) {
        if (!isLike(value(row), there.value(other)) || !isLike(there.value(row), value(other))) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(inWords + " and " + there.inWords, kind, Likeness.SWAPPED,
                value(row).shown() + ", " + there.value(row).shown(),
                value(other).shown() + ", " + there.value(other).shown(), 1, holdersOfMoreCommon(row, other), filled));
    }

    private boolean isLike(Value here, Value there) {
        return resemblance.between(here, there) >= Resemblance.NEARLY;
    }

    private int holdersOfMoreCommon(int row, int other) {
        return Math.max(holders.getOrDefault(value(row).key(), 0), holders.getOrDefault(value(other).key(), 0));
    }
}
