package org.interactionhub.queries.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.queries.console.EntryView.Folded;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.timeline.Exchange;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/**
 * Words the contacts of a timeline for one visitor.
 *
 * @param path of the client whose timeline it is
 * @param choices under which they were found, as parameters of an address
 */
record Entries(Visitor visitor, String path, Map<String, String> choices) {

    /** How a subject begins that answers or passes on another one, in the languages of our mails. */
    private static final Pattern ANSWERS = Pattern
            .compile("^((re|fwd?|aw|wg|отв|на|пересл)(\\[\\d+])?:\\s*)+",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    EntryView view(Exchange exchange) {
        TimelineItem item = exchange.newest();
        Marks marks = new Marks(visitor);
        Folded folded = exchange.size() > 1 ? folded(exchange) : null;
        Sought sought = Sought.in(item);
        return new EntryView(exchange.oldest().toString(), item.interactionId().toString(),
                version(exchange, marks), item.channel().value(),
                icon(item), item.direction().value(), item.state().value(), item.deleted(),
                visitor.times().moment(item.occurredAt()), title(item, folded != null), marks.of(exchange),
                new Parties(words()).of(item), Words.of(item.text(), item.reply(), sought),
                new Fields(words()).of(item),
                item.attachments().stream().map(this::file).toList(),
                exchange.decisions().stream().map(this::decision).toList(),
                item.notes().stream().map(this::remark).toList(), original(item), folded, sought);
    }

    /** In a talk of two it is enough to say who; a mail may have gone to many. */
    ClientPages.Message message(Exchange exchange) {
        EntryView entry = view(exchange);
        return new ClientPages.Message(exchange.newest().channel() == Channel.CHAT
                ? new Parties(words()).author(exchange.newest())
                : entry.parties(), entry);
    }

    private static String version(Exchange exchange, Marks marks) {
        return exchange.newest().position() + (marks.isOverdue(exchange.newest()) ? "-overdue" : "") + "-"
                + Integer.toHexString(Objects.hash(exchange.size(), exchange.decisions(), exchange.unanswered(),
                        exchange.calledBackAfter()));
    }

    private Folded folded(Exchange exchange) {
        String thread = String.valueOf(exchange.newest().thread());
        Map<String, String> all = new HashMap<>(choices);
        all.putAll(Map.of("thread", thread, "downTo", exchange.first(), "before", exchange.front()));
        return new Folded(words().count("exchange.messages", exchange.size()),
                visitor.times().span(exchange.since(), exchange.newest().occurredAt()),
                Addresses.with(path + "/messages", all), Addresses.with(path, Map.of("thread", thread)));
    }

    private String icon(TimelineItem item) {
        return item.channel() == Channel.PHONE && call(item).course() == Call.Course.MISSED
                ? "phone-missed"
                : item.channel().value();
    }

    private Call call(TimelineItem item) {
        return Call.of(item, visitor.times().now());
    }

    private String title(TimelineItem item, boolean ofMany) {
        if (item.channel() == Channel.BUSINESS) {
            return new BookingWords(words()).line(item);
        }
        String subject = item.subject() == null ? "" : item.subject().strip();
        if (!subject.isEmpty()) {
            String bare = ofMany ? ANSWERS.matcher(subject).replaceFirst("") : subject;
            return bare.isEmpty() ? subject : bare;
        }
        return item.channel() == Channel.PHONE
                ? words().say("call.title") + call(item).duration().map(length -> ", " + length).orElse("")
                : words().say("channel." + item.channel().value());
    }

    private EntryView.File file(Attachment attachment) {
        String name = attachment.name();
        return new EntryView.File(name == null || name.isBlank() ? attachment.type() : name,
                Sizes.bytes(attachment.size(), words()));
    }

    private EntryView.DecisionView decision(TimelineItem.Decision decision) {
        Moment at = visitor.times().moment(decision.occurredAt());
        List<String> others = decision.options().stream().filter(option -> !option.equals(decision.decision()))
                .toList();
        String options = others.isEmpty() ? null : words().say("decision.options", String.join(" · ", others));
        String reason = decision.reason() == null ? null : words().say("decision.reason", decision.reason());
        return new EntryView.DecisionView(decision.decision(), options, reason, words().by(decision.by(), at), at);
    }

    private EntryView.Remark remark(TimelineItem.Note note) {
        Moment at = visitor.times().moment(note.occurredAt());
        return new EntryView.Remark(note.text(), words().by(note.by(), at), at);
    }

    private static EntryView.@Nullable Original original(TimelineItem item) {
        return item.account() == null
                ? null
                : new EntryView.Original(Addresses.original(item.interactionId()) + "/frame",
                        Addresses.download(item.interactionId()));
    }

    private Wording words() {
        return visitor.words();
    }
}
