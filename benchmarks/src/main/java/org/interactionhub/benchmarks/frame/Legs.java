package org.interactionhub.benchmarks.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What all turns of all variants of one case gave. */
public record Legs(List<Leg> all) {

    public Legs {
        all = List.copyOf(all);
    }

    public List<Leg> of(String... variants) {
        return all.stream().filter(leg -> Arrays.asList(variants).contains(leg.variant())).toList();
    }

    /** @throws IllegalArgumentException if the variant had no turn */
    public Spread spread(String variant, ToDoubleFunction<Leg> what) {
        return Spread.of(of(variant).stream().mapToDouble(what).toArray());
    }

    public double median(String variant, ToDoubleFunction<Leg> what) {
        return spread(variant, what).median();
    }

    /** How many times the median of {@code one} is that of {@code other}. */
    public double ratio(String one, String other, ToDoubleFunction<Leg> what) {
        return median(one, what) / median(other, what);
    }

    /** The variants in the order of their first turn. */
    public List<String> variants() {
        return new ArrayList<>(new LinkedHashSet<>(all.stream().map(Leg::variant).toList()));
    }
}
