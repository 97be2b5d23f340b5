package org.interactionhub.queries.segment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/** All clients at one moment: who is in a segment, who would be first. Everything asked of it sees the same state. */
public final class Standing {

    private final Map<ClientId, Features> clients;
    private final Instant at;
    private final WorkingHours hours;
    private final int quarter;
    private int @Nullable [] contacts;
    private @Nullable Buyers buyers;

    Standing(Map<ClientId, Features> clients, Instant at, WorkingHours hours) {
        this.clients = clients;
        this.at = at;
        this.hours = hours;
        quarter = new Quarters(hours.zone()).of(at);
    }

    public Instant at() {
        return at;
    }

    WorkingHours hours() {
        return hours;
    }

    int quarter() {
        return quarter;
    }

    public boolean isEmpty() {
        return clients.isEmpty();
    }

    public Optional<Subject> find(ClientId client) {
        return Optional.ofNullable(clients.get(client)).map(features -> new Subject(features, this));
    }

    /** Everybody in the segment, in its order. */
    public List<Subject> members(Segment segment) {
        return in(segment).sorted(Comparator.comparingLong(segment::place)
                .thenComparing(subject -> subject.features().client().value())).toList();
    }

    public Set<ClientId> ids(Segment segment) {
        return in(segment).map(subject -> subject.features().client()).collect(Collectors.toSet());
    }

    public long count(Segment segment) {
        return in(segment).count();
    }

    private Stream<Subject> in(Segment segment) {
        return clients.values().stream().map(features -> new Subject(features, this))
                .filter(subject -> subject.isIn(segment));
    }

    /** One more than there are prospects and clients with more contacts this quarter. */
    int place(Subject subject) {
        int[] all = contacts();
        int own = subject.contacts();
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all[middle] <= own) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return all.length - low + 1;
    }

    /** The same time of day so many months ago. */
    Instant before(int months) {
        return at.atZone(hours.zone()).minusMonths(months).toInstant();
    }

    /** Among all prospects and clients who have paid; null for whoever never did. */
    @Nullable
    Rfm rfm(Subject subject) {
        Buyer buyer = buyer(subject.features());
        return buyer == null ? null : buyers().rfm(buyer);
    }

    /** The same, by value. */
    @Nullable
    String abc(Subject subject) {
        Buyer buyer = buyer(subject.features());
        return buyer == null ? null : buyers().abc(buyer);
    }

    /** Our own staff and partners are not held against those who buy. */
    private @Nullable Buyer buyer(Features client) {
        return buys(client) ? client.purchases().buyer(at) : null;
    }

    private Buyers buyers() {
        Buyers known = buyers;
        if (known == null) {
            known = new Buyers(
                    clients.values().stream().flatMap(client -> Stream.ofNullable(buyer(client))).toList());
            buyers = known;
        }
        return known;
    }

    private static boolean buys(Features client) {
        return client.kind() == Kind.PROSPECT || client.kind() == Kind.CLIENT;
    }

    private int[] contacts() {
        int[] known = contacts;
        if (known == null) {
            known = clients.values().stream()
                    .filter(Standing::buys)
                    .mapToInt(client -> client.contactsIn(quarter)).toArray();
            Arrays.sort(known);
            contacts = known;
        }
        return known;
    }
}
