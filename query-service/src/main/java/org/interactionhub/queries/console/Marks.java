package org.interactionhub.queries.console;

import java.util.ArrayList;
import java.util.List;
import org.interactionhub.events.Channel;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Sizes;
import org.interactionhub.queries.timeline.Exchange;
import org.interactionhub.queries.timeline.TimelineItem;

/** Finds what is to be noticed about a contact beside its words. */
record Marks(Visitor visitor) {

    List<EntryView.Mark> of(Exchange exchange) {
        TimelineItem item = exchange.newest();
        List<EntryView.Mark> marks = new ArrayList<>();
        if (item.channel() == Channel.PHONE && item.state() == TimelineItem.State.RECORDED) {
            marks.add(call(Call.of(item, visitor.times().now())));
        }
        if (exchange.calledBackAfter() != null) {
            marks.add(new EntryView.Mark("good", visitor.words().say("call.back",
                    Sizes.span(exchange.calledBackAfter(), visitor.words()))));
        }
        if (exchange.unanswered()) {
            marks.add(mark("warn", "exchange.unanswered"));
        }
        state(item, marks);
        if (item.edits() > 0) {
            marks.add(mark("", "entry.edited"));
        }
        if (item.deleted()) {
            marks.add(mark("bad", "entry.deleted"));
        }
        if (item.copies() > 1) {
            marks.add(new EntryView.Mark("", visitor.words().count("entry.copies", item.copies())));
        }
        return marks;
    }

    /** True if the contact should have taken place by now and nobody said what came of it. */
    boolean isOverdue(TimelineItem item) {
        return item.state() == TimelineItem.State.PLANNED && !visitor.times().isAhead(item.occurredAt());
    }

    private EntryView.Mark call(Call call) {
        return switch (call.course()) {
            case RINGING -> mark("good", "call.ringing");
            case ONGOING -> mark("good", "call.ongoing");
            case ANSWERED -> answered(call);
            case MISSED -> mark("bad", "call.missed");
            case UNANSWERED -> mark("", "call.unanswered");
            case UNENDED -> mark("", "call.unended");
        };
    }

    private EntryView.Mark answered(Call call) {
        return call.agent().map(agent -> new EntryView.Mark("good", visitor.words().say("call.answered.by", agent)))
                .orElseGet(() -> mark("good", "call.answered"));
    }

    private void state(TimelineItem item, List<EntryView.Mark> marks) {
        switch (item.state()) {
            case RECORDED -> {
            }
            case PLANNED -> marks.add(isOverdue(item) ? mark("warn", "entry.overdue") : mark("", "entry.planned"));
            case HELD -> marks.add(mark("good", "entry.held"));
            case MISSED -> marks.add(mark("bad", "entry.missed"));
            case CANCELLED -> marks.add(mark("", "entry.cancelled"));
        }
    }

    private EntryView.Mark mark(String tone, String key) {
        return new EntryView.Mark(tone, visitor.words().say(key));
    }
}
