package org.interactionhub.queries.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ThreadId;

/**
 * Entries of one thread without a long pause between them, newest first; or a single entry of no thread.
 *
 * @param entries at least one
 */
record Stretch(List<Entry> entries) {

    /** A night does not end a talk; who writes again after days has something else to say. */
    private static final Duration CHAT_PAUSE = Duration.ofDays(1);
    private static final Duration MAIL_PAUSE = Duration.ofDays(30);

    Entry newest() {
        return entries.getFirst();
    }

    Entry oldest() {
        return entries.getLast();
    }

    List<Entry> decided() {
        return entries.stream().filter(Entry::decided).toList();
    }

    UUID id() {
        return newest().id();
    }

    /**
     * Folds entries as they stand on a timeline. A stretch stands where its newest entry stood, and takes in whatever
     * else of it comes below, so that each entry is in exactly one stretch and none moves to a later time.
     *
     * @param newestFirst of one timeline
     * @param most stretches; the entries from the one that would begin another one on are left
     */
    static List<Stretch> of(List<Entry> newestFirst, int most) {
        List<Stretch> stretches = new ArrayList<>();
        Map<ThreadId, Stretch> open = new HashMap<>();
        for (Entry entry : newestFirst) {
            Stretch begun = entry.thread() == null ? null : open.get(entry.thread());
            if (begun != null && begun.reaches(entry)) {
                begun.entries.add(entry);
                continue;
            }
            if (stretches.size() == most) {
                break;
            }
            Stretch next = new Stretch(new ArrayList<>(List.of(entry)));
            stretches.add(next);
            if (entry.thread() != null) {
                open.put(entry.thread(), next);
            }
        }
        return stretches;
    }

    private boolean reaches(Entry earlier) {
        Duration pause = earlier.channel() == Channel.EMAIL ? MAIL_PAUSE : CHAT_PAUSE;
        return !earlier.at().plus(pause).isBefore(oldest().at());
    }
}
