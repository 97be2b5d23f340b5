package org.interactionhub.benchmarks.conformance;

import java.nio.file.Path;
import java.util.List;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.NotItsContentType;
import tools.jackson.databind.JsonNode;

/** One reply of each common mail program, as a mail or as the HTML of one. To this origin a signature is part of the reply. */
record ProgramReplies(Corpora corpora) implements Source {

    @Override
    public String name() {
        return "email/talon-replies";
    }

    @Override
    public List<Sample> samples() {
        JsonNode expected = corpora.json(name(), "expected.json");
        return corpora.files(name(), "replies").stream()
                .map(file -> new Sample(file.getFileName().toString(),
                        () -> read(file, expected.path(file.getFileName().toString()))))
                .toList();
    }

    private static Outcome read(Path file, JsonNode expected) throws NotItsContentType {
        boolean page = file.toString().endsWith(".html");
        MailReading mail = page
                ? MailReading.ofText("html", Corpora.text(file))
                : MailReading.of(Corpora.bytes(file));
        String own = mail.own() + "\n\n" + mail.attribute("signature");
        return new Gathering(mail.refusal())
                .hold(OwnWords.REPLY, words(expected.path("reply_text").asString("")), words(own))
                .outcome();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }
}
