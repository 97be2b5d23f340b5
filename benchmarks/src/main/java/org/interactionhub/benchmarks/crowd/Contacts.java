package org.interactionhub.benchmarks.crowd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Contacts of many clients, one contact each, made before any clock runs and the same at every run. */
public final class Contacts {

    private static final Instant END = Instant.parse("2026-11-24T00:00:00Z");

    private final Crowd crowd = new Crowd(END);
    private int made;

    /** The next so many contacts, of one or two facts each. */
    public List<Contact> next(int contacts) {
        List<Contact> next = new ArrayList<>(contacts);
        for (int end = made + contacts; made < end; made++) {
            next.add(Contact.of(made, crowd.report(made)));
        }
        return next;
    }

    /** Contacts that hold so many facts or a few more, {@code size} of them in each group. */
    public static List<List<Contact>> batches(int facts, int size) {
        Contacts contacts = new Contacts();
        List<List<Contact>> batches = new ArrayList<>();
        for (int made = 0; made < facts;) {
            List<Contact> batch = contacts.next(size);
            batches.add(batch);
            made += batch.stream().mapToInt(contact -> contact.facts().size()).sum();
        }
        return batches;
    }

    /** So many contacts of one fact each, {@code size} of them in each group. */
    public static List<List<Contact>> heard(int contacts, int size) {
        Crowd crowd = new Crowd(END);
        List<List<Contact>> batches = new ArrayList<>();
        for (int begin = 0; begin < contacts; begin += size) {
            List<Contact> batch = new ArrayList<>(size);
            for (int number = begin; number < Math.min(contacts, begin + size); number++) {
                batch.add(Contact.heard(crowd.report(number)));
            }
            batches.add(batch);
        }
        return batches;
    }
}
