package org.interactionhub.queries.segment;

import java.util.List;
import org.interactionhub.queries.segment.Field.Type;
import org.interactionhub.queries.segment.Field.Unit;
import org.interactionhub.queries.segment.Rule.Op;

/**
 * A segment as lists show it.
 *
 * @param rule the tree of conditions
 * @param conditions the same in words, all of which must hold
 * @param members how many are in it now
 */
public record SegmentEntry(String name, String title, String description, Rule rule, List<String> conditions,
        long members) {

    static SegmentEntry of(Segment segment, Standing standing, SegmentWords words) {
        return new SegmentEntry(segment.name(), words.title(segment), words.about(segment), segment.rule(),
                words.conditions(segment), standing.count(segment));
    }

    /** A field of the catalogue: what a rule can ask. */
    public record FieldEntry(Field field, String title, String description, Type type, Unit unit, List<Op> ops,
            List<String> choices) {

        static FieldEntry of(Field field, SegmentWords words) {
            return new FieldEntry(field, words.field(field), words.about(field), field.type(), field.unit(),
                    field.ops(), field.choices());
        }
    }
}
