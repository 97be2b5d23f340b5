package org.interactionhub.benchmarks.conformance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.mail.MailParser;
import org.interactionhub.readers.mail.MailTooMuch;

/** Small mailboxes with what an IMAP server must answer: trees of what answers what, and order by subject. */
record Conversations(Corpora corpora) implements Source {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    @Override
    public String name() {
        return "email/imaptest-threads";
    }

    @Override
    public List<Sample> samples() {
        return corpora.files(name(), "").stream().filter(file -> file.toString().endsWith(".mbox"))
                .map(file -> new Sample(file.getFileName().toString(), () -> read(file))).toList();
    }

    private static Outcome read(Path mailbox) throws MailTooMuch {
        Path script = Path.of(mailbox.toString().replaceFirst("mbox$", "txt"));
        Gathering fields = new Gathering(null);
        new Session(mails(mailbox), fields).play(Files.exists(script) ? Corpora.text(script) : "");
        return fields.outcome();
    }

    private static List<MailThreads.Message> mails(Path mailbox) throws MailTooMuch {
        List<MailThreads.Message> mails = new ArrayList<>();
        for (String mail : ("\n" + Corpora.text(mailbox)).split("\r?\nFrom (?=\\S+ )")) {
            if (!mail.isBlank()) {
                String[] stamped = mail.split("\r?\n", 2);
                byte[] bytes = stamped[1].getBytes(StandardCharsets.UTF_8);
                mails.add(MailThreads.Message.of(mails.size(), MailParser.parse(bytes).headers(), time(stamped[0])));
            }
        }
        return mails;
    }

    private static Instant time(String stamp) {
        String time = stamp.replaceFirst("^\\S+\\s+\\w{3} ", "").replaceFirst(" [+-]\\d{4}$", "").replaceAll(" +", " ");
        String zone = stamp.matches(".* [+-]\\d{4}$") ? stamp.substring(stamp.length() - 5) : "+0000";
        return LocalDateTime.parse(time.strip(), STAMP).toInstant(ZoneOffset.of(zone));
    }

    /** One client at the server: mails come in, go, and are asked about. */
    private static final class Session {

        private final List<MailThreads.Message> coming;
        private final List<MailThreads.Message> here = new ArrayList<>();
        private final Set<Integer> leaving = new HashSet<>();
        private final Gathering fields;
        private String asked = "";

        Session(List<MailThreads.Message> coming, Gathering fields) {
            this.coming = new ArrayList<>(coming);
            this.fields = fields;
        }

        void play(String script) {
            script.lines().map(line -> line.strip().toLowerCase(Locale.ROOT)).forEach(this::step);
        }

        private void step(String line) {
            if (line.equals("messages: all")) {
                here.addAll(coming);
            } else if (line.equals("ok append") && !coming.isEmpty()) {
                here.add(coming.removeFirst());
            } else if (line.startsWith("ok store ") && line.endsWith("\\deleted")) {
                Stream.of(line.split(" ")[2].split(",")).map(Integer::valueOf).forEach(leaving::add);
            } else if (line.equals("ok expunge")) {
                leaving.stream().sorted(Comparator.reverseOrder()).forEach(number -> here.remove(number - 1));
                leaving.clear();
            } else if (line.startsWith("* thread")) {
                fields.hold("threads", line.substring(8).strip(), threads());
            } else if (line.startsWith("* sort") && asked.startsWith("ok sort (subject)")) {
                fields.hold("order-by-subject", line.substring(6).strip(), bySubject());
            }
            asked = line.startsWith("ok ") ? line : asked;
        }

        private String threads() {
            List<MailThreads.Message> numbered = new ArrayList<>();
            here.forEach(mail -> numbered.add(new MailThreads.Message(numbered.size() + 1, mail.id(),
                    mail.references(), mail.subject(), mail.sentAt())));
            return (asked.contains("orderedsubject")
                    ? MailThreads.bySubject(numbered)
                    : MailThreads.byReferences(numbered)).stream().map(Session::tree).collect(Collectors.joining());
        }

        private static String tree(MailThreads.Node node) {
            return "(" + members(node).strip() + ")";
        }

        private static String members(MailThreads.Node node) {
            MailThreads.Message mail = node.message();
            String own = mail == null ? "" : mail.number() + " ";
            return own + (node.children().size() == 1
                    ? members(node.children().getFirst())
                    : node.children().stream().map(Session::tree).collect(Collectors.joining()));
        }

        private String bySubject() {
            List<Integer> numbers = new ArrayList<>();
            here.stream().sorted(Comparator.comparing((MailThreads.Message mail) -> MailThreads.key(mail.subject())))
                    .forEach(mail -> numbers.add(here.indexOf(mail) + 1));
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }
}
