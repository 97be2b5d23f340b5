package org.interactionhub.benchmarks.conformance;

import java.util.List;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.mail.BaseSubject;
import tools.jackson.databind.JsonNode;

/** Subjects with the marks of answers and forwards, and what is left without them. */
record MarkedSubjects(Corpora corpora) implements Source {

    @Override
    public String name() {
        return "email/zulip-subjects";
    }

    @Override
    public List<Sample> samples() {
        return corpora.json(name(), "subjects.json").valueStream()
                .map(row -> new Sample(row.path("case").asString(""), () -> read(row.path("row")))).toList();
    }

    private static Outcome read(JsonNode row) {
        return new Gathering(null)
                .hold("base-subject", row.path("stripped_subject").asString("").strip(),
                        BaseSubject.of(row.path("original_subject").asString("")).words())
                .outcome();
    }
}
