package org.interactionhub.queries.console.views;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interactionhub.queries.view.Column.Kind;

/** Months and quarters as views write them: {@code 2026-03} and {@code 2026-Q1}. */
final class Periods {

    /** Of twenty years of months; a view may also say something of the year 1. */
    private static final int MOST = 240;
    private static final int MONTHS = 3;
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    private Periods() {}

    /** A month in it; empty if it is none, since a view may call anything a month. */
    static Optional<YearMonth> month(String period) {
        Matcher quarter = QUARTER.matcher(period);
        if (quarter.matches()) {
            return Optional.of(YearMonth.of(Integer.parseInt(quarter.group(1)),
                    Integer.parseInt(quarter.group(2)) * MONTHS));
        }
        try {
            return Optional.of(YearMonth.parse(period));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** From the first to the last, whether something happened in all of them or not. */
    static List<String> between(Kind kind, Collection<String> seen) {
        TreeSet<String> periods = new TreeSet<>(seen);
        if (!periods.isEmpty() && periods.stream().allMatch(period -> month(period).isPresent())) {
            YearMonth last = month(periods.last()).orElseThrow();
            YearMonth next = month(periods.first()).orElseThrow();
            while (next.isBefore(last) && periods.size() < MOST) {
                next = next.plusMonths(kind == Kind.QUARTER ? MONTHS : 1);
                periods.add(text(kind, next));
            }
        }
        return List.copyOf(periods);
    }

    private static String text(Kind kind, YearMonth month) {
        return kind == Kind.QUARTER
                ? month.getYear() + "-Q" + (month.getMonthValue() + MONTHS - 1) / MONTHS
                : month.toString();
    }
}
