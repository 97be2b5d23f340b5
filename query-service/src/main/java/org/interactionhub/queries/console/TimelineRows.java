package org.interactionhub.queries.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.timeline.TimelineItem;

/** Parts contacts into what is planned ahead and what was, and each of them into days. */
final class TimelineRows {

    private final Visitor visitor;
    private final List<TimelineRow> rows = new ArrayList<>();

    private TimelineRows(Visitor visitor) {
        this.visitor = visitor;
    }

    static List<TimelineRow> of(List<TimelineItem> items, Visitor visitor) {
        TimelineRows timeline = new TimelineRows(visitor);
        Map<Boolean, List<TimelineItem>> parts = items.stream().collect(Collectors.partitioningBy(timeline::isAhead));
        List<TimelineItem> ahead = parts.getOrDefault(true, List.of());
        if (!ahead.isEmpty()) {
            timeline.rows.add(TimelineRow.divider("ahead", visitor.words().say("timeline.ahead")));
            timeline.days("ahead-", ahead);
            timeline.rows.add(TimelineRow.divider("now", visitor.words().say("timeline.now")));
        }
        timeline.days("", parts.getOrDefault(false, List.of()));
        return timeline.rows;
    }

    /** A message whose clock runs fast is no plan: it stays with what was. */
    private boolean isAhead(TimelineItem item) {
        return item.account() == null && visitor.times().isAhead(item.occurredAt());
    }

    private void days(String prefix, List<TimelineItem> items) {
        Map<LocalDate, List<TimelineItem>> days = items.stream().collect(Collectors.groupingBy(
                item -> visitor.times().dayOf(item.occurredAt()), LinkedHashMap::new, Collectors.toList()));
        days.forEach((day, contacts) -> {
            rows.add(TimelineRow.day(prefix + day, visitor.times().day(day)));
            Entries.views(contacts, visitor).forEach(entry -> rows.add(TimelineRow.entry(entry)));
        });
    }
}
