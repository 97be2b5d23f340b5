package org.interactionhub.queries.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.queries.segment.Rule.Op;
import org.jspecify.annotations.Nullable;

/** Reads a rule as JSON has it. What is wrong with one is said in a sentence. */
final class RuleReader {

    private static final int DEEPEST = 20;
    private static final int MOST_CLAUSES = 200;

    private int clauses;

    private RuleReader() {}

    /**
     * @param json as Jackson gives what has no type
     * @throws IllegalArgumentException in a sentence, if it is no rule
     */
    static Rule read(@Nullable Object json) {
        return new RuleReader().rule(json, 1);
    }

    private Rule rule(@Nullable Object json, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("The rule is nested more than " + DEEPEST + " deep");
        }
        if (!(json instanceof Map<?, ?> node)) {
            throw none(json);
        }
        if (node.keySet().equals(Set.of("all"))) {
            return new Rule.All(rules(node.get("all"), depth));
        }
        if (node.keySet().equals(Set.of("any"))) {
            return new Rule.Any(rules(node.get("any"), depth));
        }
        if (node.keySet().equals(Set.of("not"))) {
            return new Rule.Not(rule(node.get("not"), depth + 1));
        }
        return clause(node);
    }

    private List<Rule> rules(@Nullable Object json, int depth) {
        if (!(json instanceof List<?> list) || list.isEmpty()) {
            throw new IllegalArgumentException("'all' and 'any' hold a list of rules, at least one");
        }
        List<Rule> rules = new ArrayList<>();
        for (Object one : list) {
            rules.add(rule(one, depth + 1));
        }
        return rules;
    }

    private Rule clause(Map<?, ?> node) {
        if (!node.keySet().equals(Set.of("field", "op", "value"))
                || node.get("value") == null) {
            throw none(node);
        }
        if (++clauses > MOST_CLAUSES) {
            throw new IllegalArgumentException("The rule has more than " + MOST_CLAUSES + " conditions");
        }
        return new Rule.Clause(Field.of(String.valueOf(node.get("field"))), op(String.valueOf(node.get("op"))),
                node.get("value"));
    }

    private static Op op(String value) {
        for (Op op : Op.values()) {
            if (op.value().equals(value)) {
                return op;
            }
        }
        throw new IllegalArgumentException("'" + value + "' is no operator; known are "
                + Stream.of(Op.values()).map(Op::value).collect(Collectors.joining(", ")));
    }

    private static IllegalArgumentException none(@Nullable Object json) {
        String shown = String.valueOf(json);
        return new IllegalArgumentException("A rule is {\"all\": [...]}, {\"any\": [...]}, {\"not\": ...} or"
                + " {\"field\", \"op\", \"value\"}, not " + (shown.length() > 200 ? shown.substring(0, 200) : shown));
    }
}
