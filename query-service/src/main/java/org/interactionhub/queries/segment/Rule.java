package org.interactionhub.queries.segment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Whom a segment holds: a tree of conditions over the fields of the catalogue. As JSON it is
 * {@code {"all|any": [rule...]}}, {@code {"not": rule}} or {@code {"field", "op", "value"}}.
 */
public sealed interface Rule {

    /** Each of these holds. */
    record All(List<Rule> all) implements Rule {
        public All {
            all = List.copyOf(all);
        }
    }

    /** One of these holds. */
    record Any(List<Rule> any) implements Rule {
        public Any {
            any = List.copyOf(any);
        }
    }

    /** This does not hold. */
    record Not(Rule not) implements Rule {}

    /**
     * A condition on one field. It does not hold for a client of whom the field says nothing.
     *
     * @param value what the field is held against, of a type that the field takes
     */
    record Clause(Field field, Op op, Object value) implements Rule {

        /** @throws IllegalArgumentException in a sentence, if the field takes no such operator or value */
        public Clause {
            field.check(op, value);
        }
    }

    /** How a field is held against a value. */
    enum Op {
        EQ, IN, GT, GTE, LT, LTE, WITHIN;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Rule all(Rule... rules) {
        return new All(List.of(rules));
    }

    static Rule clause(Field field, Op op, Object value) {
        return new Clause(field, op, value);
    }

    /** True if some condition in it is on this field. */
    static boolean asks(Rule rule, Field field) {
        return switch (rule) {
            case All all -> all.all().stream().anyMatch(one -> asks(one, field));
            case Any any -> any.any().stream().anyMatch(one -> asks(one, field));
            case Not not -> asks(not.not(), field);
            case Clause clause -> clause.field() == field;
        };
    }
}
