package org.interactionhub.benchmarks.crowd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Contacts of many clients, one contact each, made before any clock runs and the same at every run. */
public final class Contacts {

    private static final Instant END = Instant.parse("2026-11-24T00:00:00Z");

    private Contacts() {}

    /** As many contacts as hold so many facts, in groups of {@code size} contacts (the last one smaller). */
    public static List<List<Contact>> batches(int facts, int size) {
        Crowd crowd = new Crowd(END);
        List<List<Contact>> batches = new ArrayList<>();
        int number = 0;
        for (int made = 0; made < facts;) {
            List<Contact> batch = new ArrayList<>(size);
            while (batch.size() < size && made < facts) {
                Contact contact = Contact.of(number, crowd.report(number));
                batch.add(contact);
                made += contact.facts().size();
                number++;
            }
            batches.add(batch);
        }
        return batches;
    }
}
