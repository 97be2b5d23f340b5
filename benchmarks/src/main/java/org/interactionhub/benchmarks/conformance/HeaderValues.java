package org.interactionhub.benchmarks.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.events.Participant;
import org.interactionhub.readers.NotItsContentType;
import tools.jackson.databind.JsonNode;

/** Values of header fields, many of them broken or of another age, with what a tolerant reader should make of them. */
record HeaderValues(Corpora corpora) implements Source {

    @Override
    public String name() {
        return "email/stalwart-header-vectors";
    }

    @Override
    public List<Sample> samples() {
        return Stream.of(
                values("address.json", "To", (value, mail) -> addresses(value)
                        .map(expected -> new Gathering(mail.refusal()).hold("addresses", expected,
                                mail.addresses(Participant.Role.TO)))),
                values("date.json", "Date", (value, mail) -> StatedTime.ofParts(value)
                        .map(expected -> new Gathering(mail.refusal()).hold("date", expected,
                                mail.report().occurredAt()))),
                values("unstructured.json", "Subject", (value, mail) -> Optional.of(new Gathering(mail.refusal())
                        .hold("subject", value.asString("").strip(), mail.subject()))))
                .flatMap(List::stream).toList();
    }

    private List<Sample> values(String file, String header,
            BiFunction<JsonNode, MailReading, Optional<Gathering>> held) {
        return corpora.json(name(), file).valueStream()
                .map(row -> new Sample(row.path("case").asString(""), () -> {
                    MailReading mail = mailWith(header, row.path("header").asString(""));
                    return held.apply(row.path("expected"), mail).map(Gathering::outcome)
                            .orElseGet(() -> Outcome.of(mail.refusal()));
                }))
                .toList();
    }

    private static MailReading mailWith(String header, String value) throws NotItsContentType {
        return MailReading.of(("From: anna@acme.example\r\n" + header + ": " + value.stripTrailing() + "\r\n\r\nhello")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Those that are addresses, of groups too. */
    private static Optional<List<String>> addresses(JsonNode value) {
        List<String> all = Stream
                .concat(value.path("List").valueStream(),
                        value.path("Group").valueStream().flatMap(group -> group.path("addresses").valueStream()))
                .map(one -> one.path("address").asString(""))
                .toList();
        return Optional.of(all.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList())
                .filter(list -> !list.isEmpty() && list.stream().allMatch(one -> one.matches("[^@\\s]+@[^@\\s]+")));
    }
}
