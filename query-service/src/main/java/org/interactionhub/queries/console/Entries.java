package org.interactionhub.queries.console;

import java.util.List;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/** Words the contacts of a timeline for one visitor. */
record Entries(Visitor visitor) {

    EntryView view(TimelineItem item) {
        Marks marks = new Marks(visitor);
        return new EntryView(item.interactionId().toString(), version(item, marks), item.channel().value(),
                icon(item), item.direction().value(), item.state().value(), item.deleted(),
                visitor.times().moment(item.occurredAt()), title(item), marks.of(item),
                new Parties(words()).of(item), Words.of(item.text(), item.reply()), new Fields(words()).of(item),
                item.attachments().stream().map(this::file).toList(),
                item.decisions().stream().map(this::decision).toList(), original(item));
    }

    private static String version(TimelineItem item, Marks marks) {
        return item.position() + (marks.isOverdue(item) ? "-overdue" : "");
    }

    private static String icon(TimelineItem item) {
        return item.channel() == Channel.PHONE && Call.of(item).course() == Call.Course.MISSED
                ? "phone-missed"
                : item.channel().value();
    }

    private String title(TimelineItem item) {
        String subject = item.subject();
        if (subject != null && !subject.isBlank()) {
            return subject.strip();
        }
        return item.channel() == Channel.PHONE
                ? words().say("call.title") + Call.of(item).duration().map(length -> ", " + length).orElse("")
                : words().say("channel." + item.channel().value());
    }

    private EntryView.File file(Attachment attachment) {
        String name = attachment.name();
        return new EntryView.File(name == null || name.isBlank() ? attachment.type() : name,
                Sizes.bytes(attachment.size(), words()));
    }

    private EntryView.DecisionView decision(TimelineItem.Decision decision) {
        Moment at = visitor.times().moment(decision.recordedAt());
        String options = decision.options().isEmpty()
                ? null
                : words().say("decision.options", String.join(" · ", decision.options()));
        String reason = decision.reason() == null ? null : words().say("decision.reason", decision.reason());
        String by = decision.by() == null ? words().say("decision.nobody") : decision.by();
        return new EntryView.DecisionView(decision.decision(), options, reason,
                words().say("decision.by", by, at.relative()), at);
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

    static List<EntryView> views(List<TimelineItem> items, Visitor visitor) {
        Entries entries = new Entries(visitor);
        return items.stream().map(entries::view).toList();
    }
}
