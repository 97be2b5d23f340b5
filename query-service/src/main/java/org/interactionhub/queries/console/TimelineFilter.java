package org.interactionhub.queries.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Direction;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.console.frame.Chosen;
import org.interactionhub.queries.reading.AsOf;
import org.interactionhub.queries.timeline.TimelineQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a visitor wants to see, as it stands in the address: empty means all. What is no channel, direction or
 * date counts as empty, since addresses are typed by people too.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param thread one alone, as its id
 * @param known the day up to whose end it was known
 */
record TimelineFilter(String q, String channel, String direction, String from, String to, String thread,
        String known) {

    private static final List<String> CHANNELS = Arrays.stream(Channel.values()).map(Channel::value).toList();
    private static final List<String> DIRECTIONS = Arrays.stream(Direction.values()).map(Direction::value).toList();

    static TimelineFilter of(Map<String, String> parameters) {
        Chosen chosen = new Chosen(parameters);
        return new TimelineFilter(chosen.words("q"), chosen.oneOf("channel", CHANNELS),
                chosen.oneOf("direction", DIRECTIONS), chosen.day("from"), chosen.day("to"),
                thread(parameters.get("thread")), chosen.day("known"));
    }

    /** @param before the cursor of the page before, null for the first */
    TimelineQuestion question(ClientId client, int limit, @Nullable String before, ZoneId zone) {
        return new TimelineQuestion(client, limit, before,
                channel.isEmpty() ? null : Channel.of(channel), direction.isEmpty() ? null : Direction.of(direction),
                Chosen.beginOf(from, zone), Chosen.endOf(to, zone), Chosen.filled(q), asOf(zone), null,
                thread.isEmpty() ? null : ThreadId.of(thread));
    }

    /** The moment up to which it was known, as {@link AsOf} takes it; null for now. */
    @Nullable
    String asOf(ZoneId zone) {
        Instant end = Chosen.endOf(known, zone);
        return end == null ? null : end.toString();
    }

    /** The choices as parameters of an address. */
    Map<String, String> choices() {
        Map<String, String> choices = new HashMap<>();
        choices.put("q", q);
        choices.put("channel", channel);
        choices.put("direction", direction);
        choices.put("from", from);
        choices.put("to", to);
        choices.put("thread", thread);
        choices.put("known", known);
        return choices;
    }

    /** The same choices of what is known now. */
    public Map<String, String> today() {
        Map<String, String> choices = choices();
        choices.remove("known");
        return choices;
    }

    public boolean any() {
        return choices().values().stream().anyMatch(choice -> !choice.isEmpty());
    }

    public List<String> channels() {
        return CHANNELS;
    }

    public List<String> directions() {
        return DIRECTIONS;
    }

    private static String thread(@Nullable String value) {
        try {
            return value == null ? "" : ThreadId.of(value).toString();
        } catch (IllegalArgumentException e) {
            return ""; // no id, no thread
        }
    }
}
