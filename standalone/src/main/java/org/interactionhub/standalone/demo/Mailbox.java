package org.interactionhub.standalone.demo;

import java.nio.charset.Charset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mails of one story: who answers what, and what is quoted. */
final class Mailbox {

    private static final DateTimeFormatter QUOTED_ON = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private static final Pattern WRAPPED = Pattern.compile("(?m)^(.{85,})\\n(?=\\S)");

    private record Thread(List<String> ids, String lastAuthor, String lastText, ZonedDateTime lastDate) {}

    private final String key;
    private final Map<String, Thread> threads = new HashMap<>();
    private int written;

    /** @param key of the story, part of every message's id */
    Mailbox(String key) {
        this.key = key;
    }

    Letter write(Scene.Mail mail, Person from, Person to, @Nullable Person cc, ZonedDateTime date) {
        String topic = topic(mail.mail());
        Thread thread = mail.isReply() ? threads.get(topic) : null;
        if (mail.isReply() && thread == null) {
            throw new IllegalStateException("In " + key + " '" + mail.mail() + "' answers nothing.");
        }
        written++;
        String id = key + "." + written + "@" + from.address().replaceFirst(".*@", "");
        String own = unwrapped(mail.text());
        String text = thread == null || Boolean.FALSE.equals(mail.quotes()) ? own : quoting(own, thread);
        List<String> references = thread == null ? List.of() : thread.ids();
        List<String> ids = new ArrayList<>(references);
        ids.add(id);
        threads.put(topic, new Thread(List.copyOf(ids), from.known(), own, date));
        return new Letter(from, to, cc, mail.mail(), text, date, id, references, mail.html(),
                Charset.forName(mail.charset() == null ? "UTF-8" : mail.charset()), mail.attachments());
    }

    private static String quoting(String own, Thread thread) {
        boolean russian = own.codePoints().anyMatch(letter -> letter >= 'а' && letter <= 'я');
        String when = QUOTED_ON.format(thread.lastDate());
        return own.stripTrailing() + "\n\n"
                + (russian
                        ? when + ", " + thread.lastAuthor() + " пишет:\n"
                        : "On " + when + ", " + thread.lastAuthor() + " wrote:\n")
                + thread.lastText().stripTrailing().lines().map(line -> line.isEmpty() ? ">" : "> " + line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** The lines of a story file are as long as the file is wide; a mail's are as long as their paragraphs. */
    private static String unwrapped(String text) {
        return WRAPPED.matcher(text).replaceAll("$1 ");
    }

    private static String topic(String subject) {
        return subject.replaceFirst("^(Re: ?)+", "");
    }
}
