package org.interactionhub.benchmarks.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.NotItsContentType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mails of the RFCs, broken ones and unusual ones, with the tree that another parser makes of each. */
record ParsedMails(Corpora corpora, String name) implements Source {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<Sample> samples() {
        return corpora.files(name, "messages").stream().filter(file -> file.toString().endsWith(".eml"))
                .map(file -> new Sample(file.getFileName().toString(), () -> read(file))).toList();
    }

    private static Outcome read(Path file) throws NotItsContentType {
        JsonNode tree = JSON.readTree(Corpora.bytes(Path.of(file.toString().replaceFirst("\\.eml$", ".json"))));
        MailReading mail = MailReading.of(Corpora.bytes(file));
        Gathering fields = new Gathering(mail.refusal());
        header(tree, "from").map(from -> from.path("Address").path("List").path(0).path("address"))
                .filter(address -> address.asString("").contains("@"))
                .ifPresent(address -> fields.hold("sender", address.asString("").toLowerCase(Locale.ROOT),
                        mail.sender()));
        header(tree, "subject").map(subject -> subject.path("Text")).filter(JsonNode::isString)
                .ifPresent(subject -> fields.hold("subject", subject.asString("").strip(), mail.subject()));
        header(tree, "date").flatMap(date -> StatedTime.ofParts(date.path("DateTime")))
                .ifPresent(date -> fields.hold("date", date, mail.report().occurredAt()));
        return fields.outcome();
    }

    private static Optional<JsonNode> header(JsonNode tree, String name) {
        return tree.path("parts").path(0).path("headers").valueStream()
                .filter(header -> header.path("name").asString("").equals(name)).map(header -> header.path("value"))
                .findFirst();
    }
}
