package org.interactionhub.benchmarks.frame;

import java.util.List;

/**
 * One row of the table.
 *
 * @param figures the first one is what the row is known by; none if it was not measured
 * @param legs the raw turns
 * @param remarks sentences a reader needs: what was compared, why something was not measured
 */
public record Row(String name, List<Figure> figures, List<Leg> legs, List<String> remarks) {

    public Row {
        figures = List.copyOf(figures);
        legs = List.copyOf(legs);
        remarks = List.copyOf(remarks);
    }

    public static Row notMeasured(String name, String why) {
        return new Row(name, List.of(), List.of(), List.of("not measured: " + why));
    }

    /** What the checks found. A fast wrong store scores zero. */
    public List<String> wrong() {
        return legs.stream().flatMap(leg -> leg.wrong().stream().map(found -> leg.variant() + ": " + found)).distinct()
                .toList();
    }

    /** Whether it was measured, nothing is wrong, and every figure reaches its target. */
    public boolean isMet() {
        return !figures.isEmpty() && wrong().isEmpty() && figures.stream().allMatch(Figure::isMet);
    }
}
