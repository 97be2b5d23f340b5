package org.interactionhub.benchmarks.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.NotItsContentType;
import tools.jackson.databind.JsonNode;

/** Real mails to a support desk, with what the desk's own program makes of them. */
record SupportMail(Corpora corpora) implements Source {

    @Override
    public String name() {
        return "email/zammad-AGPL";
    }

    @Override
    public List<Sample> samples() {
        JsonNode expected = corpora.json(name(), "expected.json");
        return corpora.files(name(), "messages").stream()
                .map(file -> new Sample(file.getFileName().toString(),
                        () -> read(file, expected.path(file.getFileName().toString()))))
                .toList();
    }

    @Override
    public Map<String, String> others() {
        return Map.of("subject", "Mime4j as it comes: 56 of 58", "sender", "Mime4j as it comes: 56 of 58",
                "sender-name", "Mime4j as it comes: 51 of 58", "attachment-names", "Mime4j as it comes: 9 of 15");
    }

    private static Outcome read(Path file, JsonNode expected) throws NotItsContentType {
        MailReading mail = MailReading.of(Corpora.bytes(file));
        Gathering fields = new Gathering(mail.refusal());
        if (expected.hasNonNull("from_email")) {
            fields.hold("sender", lower(expected.path("from_email")), mail.sender())
                    .hold("sender-name", expected.path("from_display_name").asString("").strip(), mail.senderName());
        }
        if (expected.hasNonNull("subject")) {
            fields.hold("subject", expected.path("subject").asString("").strip(), mail.subject());
        }
        List<String> names = names(expected.path("attachments"));
        if (!names.isEmpty()) {
            fields.hold("attachment-names", names, mail.attachmentNames().stream().sorted().toList());
        }
        return fields.outcome();
    }

    /** The desk keeps an HTML text as a file too. */
    private static List<String> names(JsonNode attachments) {
        return Stream.of(attachments).flatMap(JsonNode::valueStream)
                .filter(one -> !one.path("is_message_body").asBoolean())
                .map(one -> one.path("filename").asString(""))
                .sorted()
                .toList();
    }

    private static String lower(JsonNode value) {
        return value.asString("").toLowerCase(Locale.ROOT);
    }
}
