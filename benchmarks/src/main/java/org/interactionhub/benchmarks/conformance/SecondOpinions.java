package org.interactionhub.benchmarks.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.NotItsContentType;
import tools.jackson.databind.JsonNode;

/**
 * Mails of whose reading nobody says anything but the mail reader of another language, if that. Where it differs it is
 * not always the hub that is wrong. It gives no names to files that have none, so that those it gives are looked for.
 */
record SecondOpinions(Corpora corpora, String name) implements Source {

    @Override
    public List<Sample> samples() {
        JsonNode opinions = corpora.json(name, "second-opinion.json");
        return corpora.files(name, "messages").stream().filter(SecondOpinions::isMail)
                .map(file -> new Sample(key(file), () -> read(file, opinion(opinions, key(file))))).toList();
    }

    /** Beside some mails lie the parts that their origin makes of them. */
    private static boolean isMail(Path file) {
        String name = file.toString();
        return !name.matches(".*(_decoded.*|\\.xml)$");
    }

    private String key(Path file) {
        return corpora.folder(name).resolve("messages").relativize(file).toString();
    }

    /** Some name a mail by its whole path, some by the end of it, with folders written as {@code __}, or without what stands behind the dot. */
    private static JsonNode opinion(JsonNode opinions, String key) {
        String name = key.replace("__", "/");
        while (!opinions.has(name) && name.contains("/")) {
            name = name.substring(name.indexOf('/') + 1);
        }
        return opinions.path(opinions.has(name) ? name : name.replaceFirst("\\.\\w+$", ""));
    }

    private static Outcome read(Path file, JsonNode opinion) throws NotItsContentType {
        MailReading mail = MailReading.of(Corpora.bytes(file));
        Gathering fields = new Gathering(mail.refusal());
        String sender = opinion.path("from").path(0).path("address").asString("");
        if (sender.matches("[^@\\s]+@[^@\\s]+")) {
            fields.hold("sender", sender.toLowerCase(Locale.ROOT), mail.sender());
        }
        if (opinion.hasNonNull("subject")) {
            fields.hold("subject", opinion.path("subject").asString("").strip(), mail.subject());
        }
        StatedTime.ofText(opinion.path("date").asString(""))
                .ifPresent(date -> fields.hold("date", date, mail.report().occurredAt()));
        if (opinion.hasNonNull("text_start")) {
            String begins = words(opinion.path("text_start").asString(""));
            fields.hold("text", begins, beginning(mail.text()), words(mail.text()).contains(begins));
        }
        List<String> names = opinion.path("parts").valueStream().filter(part -> part.hasNonNull("filename"))
                .map(part -> part.path("filename").asString("")).sorted().toList();
        if (!names.isEmpty()) {
            List<String> found = mail.attachmentNames();
            fields.hold("attachment-names", names, found, found.containsAll(names));
        }
        return fields.outcome();
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u00A0\\uFEFF]+", "");
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), 150));
    }
}
