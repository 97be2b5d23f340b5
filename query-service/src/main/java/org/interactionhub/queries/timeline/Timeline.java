package org.interactionhub.queries.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.interactionhub.door.Refusal;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.reading.Cursor;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.timeline.TimelineTable.Contact;
import org.jspecify.annotations.Nullable;

/** Answers what passed between a client and us, newest first, plans included. */
public final class Timeline {

    private static final String POSITION = "position:";

    private final TimelineTable table;
    private final EventLog log;

    public Timeline(TimelineTable table, EventLog log) {
        this.table = table;
        this.log = log;
    }

    /** @throws Refusal 404 if there is no such client, 400 if the question makes no sense */
    public Page<TimelineItem> page(TimelineQuestion question) {
        Slice slice = slice(question);
        List<Contact> contacts = table.page(slice);
        Long until = slice.until();
        if (contacts.isEmpty() && !table.knows(slice.client(), until == null ? Long.MAX_VALUE : until)) {
            throw Refusal.notFound("There is no client '" + question.client() + "'"
                    + (until == null ? "." : " at position " + until + " of the log."));
        }
        List<Contact> shown = contacts.subList(0, Math.min(contacts.size(), question.limit()));
        return new Page<>(items(shown), contacts.size() > shown.size() ? cursor(shown.getLast()) : null);
    }

    static List<TimelineItem> items(List<Contact> contacts) {
        return contacts.stream().flatMap(contact -> TimelineFold.item(contact.facts(), contact.decisions()).stream())
                .toList();
    }

    private static String cursor(Contact last) {
        Instant at = last.placedAt();
        return Cursor.of(at.getEpochSecond(), at.getNano(), last.id()).text();
    }

    /** Asks for one contact more than the page has, to know whether there is a next page. */
    private Slice slice(TimelineQuestion question) {
        String before = question.before();
        Cursor cursor = before == null ? null : Cursor.parse(before, 3);
        return new Slice(question.client().value(), question.limit() + 1,
                cursor == null ? null : cursor.time(0, 1),
                cursor == null ? null : cursor.uuid(2), question.channel(), question.direction(), question.from(),
                question.to(), question.q(), until(question.asOf()), question.at());
    }

    private @Nullable Long until(@Nullable String asOf) {
        if (asOf == null) {
            return null;
        }
        if (asOf.toLowerCase(Locale.ROOT).startsWith(POSITION)) {
            return Parameters.value("asOf", asOf.substring(POSITION.length()), Timeline::position);
        }
        Instant moment = Parameters.time("asOf", asOf);
        return moment == null ? null : log.recordedBy(moment);
    }

    private static Long position(String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' is no position of the log, such as position:1250");
        }
        return Long.valueOf(text);
    }
}
