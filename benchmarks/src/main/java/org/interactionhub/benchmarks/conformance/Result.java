package org.interactionhub.benchmarks.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.benchmarks.conformance.Meter.Measured;

/**
 * What one source came to.
 *
 * @param refused codes of refusals, and how many there were of each
 * @param wrong names of inputs that threw or went out of bounds, and how
 * @param fields by field one mark for each input of which the origin says something: 1 if the hub says the same
 * @param misses the others, as lines for people
 */
record Result(Source source, int samples, Map<String, Integer> refused, Map<String, String> wrong,
        Map<String, List<Integer>> fields, List<String> misses) {

    /** The field that every input has: it ends as a reading or as a refusal with a reason, within bounds. */
    static final String ENDED = "ended";

    static Result of(Source source, Meter meter) {
        List<Sample> samples = source.samples();
        Result result = new Result(source, samples.size(), new LinkedHashMap<>(), new LinkedHashMap<>(),
                new LinkedHashMap<>(), new ArrayList<>());
        samples.forEach(sample -> result.add(sample.name(), meter.run(sample)));
        return result;
    }

    private void add(String sample, Measured measured) {
        String found = measured.wrong();
        mark(ENDED, found == null);
        if (found != null) {
            wrong.put(sample, found);
        }
        Outcome outcome = measured.outcome();
        if (outcome == null) {
            return;
        }
        if (outcome.refusal() != null) {
            refused.merge(outcome.refusal().code(), 1, Integer::sum);
        }
        for (Agreement agreement : outcome.agreements()) {
            mark(agreement.field(), agreement.agrees());
            if (!agreement.agrees()) {
                misses.add(source.name() + "/" + agreement.field() + " " + sample + "\n  expected: "
                        + agreement.expected() + "\n  found:    " + agreement.found());
            }
        }
    }

    private void mark(String field, boolean right) {
        fields.computeIfAbsent(field, _ -> new ArrayList<>()).add(right ? 1 : 0);
    }
}
