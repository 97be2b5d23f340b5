package org.interactionhub.benchmarks.conformance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.NotItsContentType;

/**
 * Calendars as programs write them, each the whole of a mail. Their origin says nothing of them, so that only what can
 * be seen in the text without understanding it is held against the reading: which event comes first, and that it begins.
 */
record Calendars(Corpora corpora) implements Source {

    private static final Pattern EVENT = Pattern.compile("(?s)BEGIN:VEVENT\\r?\\n(.*?)END:VEVENT");
    private static final Pattern UID = Pattern.compile("(?m)^UID[^:\\r\\n]*:(.+?)\\s*$");

    @Override
    public String name() {
        return "email/icalendar";
    }

    @Override
    public List<Sample> samples() {
        return corpora.files(name(), "calendars", "events").stream()
                .map(file -> new Sample(file.getFileName().toString(), () -> read(file))).toList();
    }

    private static Outcome read(Path file) throws NotItsContentType {
        String calendar = Corpora.text(file);
        MailReading mail = MailReading.ofText("calendar", calendar);
        Gathering fields = new Gathering(mail.refusal());
        Matcher event = EVENT.matcher(unfolded(calendar));
        if (event.find()) {
            Map<?, ?> meeting = mail.report().attributes().get("meeting") instanceof Map<?, ?> map ? map : Map.of();
            fields.hold("uid", uid(event.group(1)).orElse(null), meeting.get("uid"));
            fields.hold("start", event.group(1).matches("(?s)(?:.*\\n)?DTSTART.*"), meeting.containsKey("startsAt"));
        }
        return fields.outcome();
    }

    private static Optional<String> uid(String event) {
        Matcher uid = UID.matcher(event);
        return uid.find() ? Optional.of(uid.group(1).replaceAll("\\\\(.)", "$1").strip()) : Optional.empty();
    }

    private static String unfolded(String calendar) {
        return new String(calendar.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("\\r?\\n[ \\t]", "");
    }
}
