package org.interactionhub.benchmarks.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report in Markdown: the same on the terminal and in docs/performance.md. */
public record Table(Report report) {

    /** The goals first, then every variant behind them, then the machine. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(goals());
        lines.add("");
        lines.addAll(variants());
        lines.add("");
        lines.addAll(environment());
        return lines;
    }

    private List<String> goals() {
        List<String> lines = new ArrayList<>(
                List.of("| row | what | value | target (stretch) | |", "|---|---|--:|--:|---|"));
        for (Row row : report.rows()) {
            String name = "**" + row.name() + "**";
            for (Figure figure : row.figures()) {
                lines.add(String.format(Locale.ROOT, "| %s | %s | %s %s | %s | %s |", name, figure.name(),
                        number(figure.value()), figure.unit(), goal(figure), verdict(row, figure)));
                name = "";
            }
            for (String remark : row.remarks()) {
                lines.add("| " + name + " | " + remark + " | | | |");
                name = "";
            }
        }
        return lines;
    }

    private static String verdict(Row row, Figure figure) {
        Goal goal = figure.goal();
        if (!row.wrong().isEmpty()) {
            return "wrong: " + String.join("; ", row.wrong());
        }
        if (goal == null) {
            return "";
        }
        return goal.isStretchMetBy(figure.value()) ? "stretch" : goal.isMetBy(figure.value()) ? "met" : "**missed**";
    }

    private static String goal(Figure figure) {
        Goal goal = figure.goal();
        if (goal == null) {
            return "";
        }
        Double stretch = goal.stretch();
        return goal.sense().sign() + " " + number(goal.target())
                + (stretch == null ? "" : " (" + number(stretch) + ")");
    }

    private List<String> variants() {
        List<String> lines = new ArrayList<>(List.of(
                "| variant | events/s min | median | max | CPU µs per event | legs |", "|---|--:|--:|--:|--:|--:|"));
        Legs legs = new Legs(report.rows().stream().flatMap(row -> row.legs().stream()).distinct().toList());
        for (String variant : legs.variants()) {
            Spread speed = legs.spread(variant, Leg::perSecond);
            lines.add(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %d |", variant, number(speed.min()),
                    number(speed.median()), number(speed.max()),
                    number(legs.median(variant, Leg::cpuMicrosPerEvent)), legs.of(variant).size()));
        }
        return lines;
    }

    private List<String> environment() {
        List<String> lines = new ArrayList<>(List.of("| measured on | |", "|---|---|"));
        report.environment().facts().forEach((name, value) -> lines.add("| " + name + " | " + value + " |"));
        return lines;
    }

    /** Three digits that say something. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
