package org.interactionhub.queries.console.arrivals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.queries.arrival.ArrivalQuestion;
import org.interactionhub.queries.arrival.Verdict;
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

    static ArrivalFilter of(Map<String, String> chosen) {
        return new ArrivalFilter(text(chosen.get("q")), known(chosen.get("channel"), CHANNELS),
                text(chosen.get("account")), known(chosen.get("verdict"), VERDICTS), date(chosen.get("from")),
                date(chosen.get("to")));
    }

    /** @param after the cursor of the page before, null for the first */
    ArrivalQuestion question(@Nullable String after, ZoneId zone) {
        return new ArrivalQuestion(ArrivalQuestion.DEFAULT, after, filled(channel), filled(account),
                verdict.isEmpty() ? null : Verdict.of(verdict), startOf(from, 0, zone), startOf(to, 1, zone),
                filled(q));
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

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replace("\0", "").strip();
    }

    private static @Nullable String filled(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String known(@Nullable String value, List<String> values) {
        return value != null && values.contains(value) ? value : "";
    }

    private static String date(@Nullable String value) {
        try {
            LocalDate date = LocalDate.parse(value == null ? "" : value);
            return date.getYear() >= 1 && date.getYear() <= 9998 ? date.toString() : "";
        } catch (DateTimeException e) {
            return ""; // no date, no bound
        }
    }

    private static @Nullable Instant startOf(String day, int later, ZoneId zone) {
        return day.isEmpty() ? null : LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
    }
}
