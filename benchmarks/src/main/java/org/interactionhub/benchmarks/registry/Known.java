package org.interactionhub.benchmarks.registry;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;

/** A client of the registry, by number. */
record Known(int number, Kind kind, String name, List<ContactPoint> points) {

    /** With so many addresses: each third one a phone number, the others mail addresses. */
    static Known of(int number, Kind kind, String name, int addresses) {
        return new Known(number, kind, name,
                IntStream.range(0, addresses).mapToObj(address -> point(number, address)).toList());
    }

    private static ContactPoint point(int number, int address) {
        return address % 3 == 1
                ? new ContactPoint(ContactPoint.Type.PHONE, "+79%05d%04d".formatted(number % 100_000, address))
                : new ContactPoint(ContactPoint.Type.EMAIL, "c%d.%d@registry.example".formatted(number, address));
    }

    ClientId id() {
        return new ClientId(new UUID(0, number + 1L));
    }
}
