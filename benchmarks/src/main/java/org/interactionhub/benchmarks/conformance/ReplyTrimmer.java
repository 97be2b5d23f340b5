package org.interactionhub.benchmarks.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Replies by mail to a forum in 13 languages: the reply alone stands in a file beside each. */
record ReplyTrimmer(Corpora corpora) implements Source {

    @Override
    public String name() {
        return "email/discourse-reply-trimmer";
    }

    @Override
    public List<Sample> samples() {
        Path trimmed = corpora.folder(name()).resolve("trimmed");
        return corpora.files(name(), "emails").stream()
                .map(file -> new Sample(file.getFileName().toString(), () -> OwnWords
                        .hold(MailReading.ofText("plain", Corpora.text(file)),
                                Corpora.text(trimmed.resolve(file.getFileName())))
                        .outcome()))
                .toList();
    }

    @Override
    public Map<String, String> others() {
        return Map.of(OwnWords.REPLY, "Zapier email_reply_parser: 16 of 35");
    }
}
