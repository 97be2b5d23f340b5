package org.interactionhub.readers.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that a mail invites to, moves or calls off (RFC 5545, RFC 5546).
 *
 * @param method {@code request}, {@code cancel}, {@code reply}, {@code publish}..., in lower case; null if none was said
 * @param uid names the meeting, the same in all mails about it; null if the calendar has none
 * @param sequence the later version of a meeting has the higher number
 * @param summary what it is about, null if nothing was said
 * @param location null if none was said
 * @param startsAt null if it cannot be told
 * @param endsAt null if it cannot be told or was not said
 * @param allDay whether it is of days, which begin at midnight UTC here
 * @param organizer address of who invites, null if nobody is named
 * @param attendees addresses of who is invited
 * @param status {@code confirmed}, {@code tentative}, {@code cancelled}; null if none was said
 * @param recurrence the rule by which it comes again, as RFC 5545 has it; null if it does not
 * @param occurrence which one of a series this is about, as it was to begin; null if it is about all
 */
public record Meeting(@Nullable String method, @Nullable String uid, int sequence, @Nullable String summary,
        @Nullable String location, @Nullable Instant startsAt, @Nullable Instant endsAt, boolean allDay,
        @Nullable String organizer, List<String> attendees, @Nullable String status, @Nullable String recurrence,
        @Nullable Instant occurrence) {

    public Meeting {
        attendees = List.copyOf(attendees);
    }
}
