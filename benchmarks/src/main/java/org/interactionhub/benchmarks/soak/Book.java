package org.interactionhub.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the hub has said yes to, kept outside of it. Safe for any number of threads. */
final class Book {

    private final Queue<UUID> receipts = new ConcurrentLinkedQueue<>();
    private final Queue<String> mails = new ConcurrentLinkedQueue<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private long lastYes = System.nanoTime();
    private long longestSilence;

    /** A client whom staff registered, and the position that the hub answered with. */
    record Told(long position, String name) {}

    void receipt(UUID report) {
        receipts.add(report);
        yes();
    }

    /** By SMTP, which gives no receipt: known by its subject. */
    void mail(String subject) {
        mails.add(subject);
        yes();
    }

    void told(long position, String name) {
        told.add(new Told(position, name));
        yes();
    }

    /** Something the hub should not have said. */
    void fault(String sentence) {
        faults.add(sentence);
    }

    List<UUID> receipts() {
        return List.copyOf(receipts);
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    int size() {
        return receipts.size() + mails.size() + told.size();
    }

    /** The longest time between one yes, whoever got it, and the next. */
    synchronized Duration longestSilence() {
        return Duration.ofNanos(longestSilence);
    }

    private synchronized void yes() {
        long now = System.nanoTime();
        longestSilence = Math.max(longestSilence, now - lastYes);
        lastYes = now;
    }
}
