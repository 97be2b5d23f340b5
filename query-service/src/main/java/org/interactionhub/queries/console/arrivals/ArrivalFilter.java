package org.interactionhub.queries.console.arrivals;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.queries.arrival.ArrivalQuestion;
import org.interactionhub.queries.arrival.Verdict;
import org.interactionhub.queries.console.frame.Chosen;
import org.jspecify.annotations.Nullable;

/**
 * Which arrivals a visitor wants to see, as it stands in the address: empty means all. What makes no sense counts as
 * empty, since addresses are typed by people too.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
record ArrivalFilter(String q, String channel, String account, String verdict, String from, String to) {

    /** Asks for what leaves no trace but a number. */
    static final String DUPLICATE = "duplicate";

    private static final List<String> CHANNELS = Arrays.stream(Channel.values())
            .filter(channel -> channel != Channel.MEETING && channel != Channel.NOTE).map(Channel::value).toList();
    private static final List<String> VERDICTS = Stream
            .concat(Arrays.stream(Verdict.values()).map(Verdict::value), Stream.of(DUPLICATE)).toList();

    static ArrivalFilter of(Map<String, String> parameters) {
        Chosen chosen = new Chosen(parameters);
        return new ArrivalFilter(chosen.words("q"), chosen.oneOf("channel", CHANNELS), chosen.words("account"),
                chosen.oneOf("verdict", VERDICTS), chosen.day("from"), chosen.day("to"));
    }

    /** @param after the cursor of the page before, null for the first */
    ArrivalQuestion question(@Nullable String after, ZoneId zone) {
        return new ArrivalQuestion(ArrivalQuestion.DEFAULT, after, Chosen.filled(channel), Chosen.filled(account),
                verdict.isEmpty() ? null : Verdict.of(verdict), Chosen.beginOf(from, zone), Chosen.endOf(to, zone),
                Chosen.filled(q));
    }

    boolean asksForRepeats() {
        return verdict.equals(DUPLICATE);
    }

    /** The choices as parameters of an address. */
    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("q", q);
        choices.put("channel", channel);
        choices.put("account", account);
        choices.put("verdict", verdict);
        choices.put("from", from);
        choices.put("to", to);
        return choices;
    }

    public boolean any() {
        return choices().values().stream().anyMatch(choice -> !choice.isEmpty());
    }

    public List<String> channels() {
        return CHANNELS;
    }

    public List<String> verdicts() {
        return VERDICTS;
    }
}
