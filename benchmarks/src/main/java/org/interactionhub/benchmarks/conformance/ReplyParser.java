package org.interactionhub.benchmarks.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.NotItsContentType;
import tools.jackson.databind.JsonNode;

/** Replies in many languages and some that are made to mislead, with what tests of their origin say of fragments. */
record ReplyParser(Corpora corpora) implements Source {

    @Override
    public String name() {
        return "email/crisp-reply-parser";
    }

    @Override
    public List<Sample> samples() {
        JsonNode expected = corpora.json(name(), "expected.json");
        return corpora.files(name(), "replies").stream()
                .map(file -> new Sample(file.getFileName().toString(),
                        () -> read(file, expected.path(file.getFileName().toString()))))
                .toList();
    }

    @Override
    public Map<String, String> others() {
        return Map.of(OwnWords.REPLY, "Zapier email_reply_parser: 12 of 31");
    }

    private static Outcome read(Path file, JsonNode expected) throws NotItsContentType {
        MailReading mail = MailReading.ofText("plain", Corpora.text(file));
        Optional<String> stated = stated(expected);
        if (stated.isPresent()) {
            return OwnWords.hold(mail, stated.get()).outcome();
        }
        Gathering fields = new Gathering(mail.refusal());
        if (expected.path("fragments").asInt(0) == 1) {
            fields.hold("all-own", OwnWords.tidy(mail.text()), OwnWords.tidy(mail.own()));
        }
        expected.path("fragment_matches").path("0").valueStream().map(JsonNode::asString)
                .forEach(words -> fields.hold("holds", words, mail.own(),
                        Pattern.compile(words, Pattern.MULTILINE).matcher(mail.own()).find()));
        return fields.outcome();
    }

    /** What is visible of the whole, else the first fragment. */
    private static Optional<String> stated(JsonNode expected) {
        return Stream
                .of(expected.path("visible_text"), expected.path("visible_text_trimmed"),
                        expected.path("fragment_text_trimmed").path("0"), expected.path("fragment_text").path("0"))
                .filter(JsonNode::isString).map(JsonNode::asString).findFirst();
    }
}
