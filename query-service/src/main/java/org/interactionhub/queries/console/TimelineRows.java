package org.interactionhub.queries.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.timeline.Exchange;

/** Parts contacts into what is planned ahead and what was, and each of them into days. */
final class TimelineRows {

    private final Visitor visitor;
    private final Entries entries;
    private final List<TimelineRow> rows = new ArrayList<>();

    private TimelineRows(Entries entries) {
        this.entries = entries;
        this.visitor = entries.visitor();
    }

    static List<TimelineRow> of(List<Exchange> exchanges, Entries entries) {
        TimelineRows timeline = new TimelineRows(entries);
        Visitor visitor = entries.visitor();
        Map<Boolean, List<Exchange>> parts = exchanges.stream().collect(Collectors.partitioningBy(timeline::isAhead));
        List<Exchange> ahead = parts.getOrDefault(true, List.of());
        if (!ahead.isEmpty()) {
            timeline.rows.add(TimelineRow.divider("ahead", visitor.words().say("timeline.ahead")));
            timeline.days("ahead-", ahead);
            timeline.rows.add(TimelineRow.divider("now", visitor.words().say("timeline.now")));
        }
        timeline.days("", parts.getOrDefault(false, List.of()));
        return timeline.rows;
    }

    /** A message whose clock runs fast is no plan: it stays with what was. */
    private boolean isAhead(Exchange exchange) {
        return exchange.newest().account() == null && visitor.times().isAhead(exchange.newest().occurredAt());
    }

    private void days(String prefix, List<Exchange> exchanges) {
        Map<LocalDate, List<Exchange>> days = exchanges.stream().collect(Collectors.groupingBy(
                one -> visitor.times().dayOf(one.newest().occurredAt()), LinkedHashMap::new, Collectors.toList()));
        days.forEach((day, those) -> {
            rows.add(TimelineRow.day(prefix + day, visitor.times().day(day)));
            those.forEach(one -> rows.add(TimelineRow.entry(entries.view(one))));
        });
    }
}
