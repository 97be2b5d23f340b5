package org.interactionhub.commands.intake;

/**
 * How many records are taken together: few at first, so that the first of a backlog is durable soon though the hub is
 * still cold, and twice as many with each portion that became durable. Where portions failed twice in a row, very few:
 * what cannot be taken together may be taken so.
 */
final class PortionSize {

    private static final int FIRST = 100;
    private static final int FIRST_AFTER_FAILURES = 20;

    private int now;

    private PortionSize(int first) {
        this.now = first;
    }

    static PortionSize after(int failures) {
        return new PortionSize(failures > 1 ? FIRST_AFTER_FAILURES : FIRST);
    }

    int now() {
        return now;
    }

    void grow() {
        now = Math.min(2 * now, ReportSource.MOST_RECORDS);
    }
}
