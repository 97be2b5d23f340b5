package org.interactionhub.queries.segment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What the history says of one client, as far as segments ask for it. Nothing in it depends on when it is looked at.
 * Contacts are those that happened; notes among ourselves are none, plans neither.
 *
 * @param registeredAt when the hub first knew her
 * @param firstContactAt null if there was no contact yet
 * @param lastContactAt null if there was no contact yet
 * @param lastInboundAt when she last came to us, and not a machine for her; null if never
 * @param lastChannel which way the last contact took; null if there was none
 * @param counts of contacts
 * @param openPlans how many plans with her nobody has said the outcome of
 * @param owners who of us looks after her, from when until when
 * @param purchases what she has paid
 * @param waiting the oldest contact of hers that nobody has answered; null if none waits
 * @param contacts how many contacts fell into which quarter, by {@link Quarters}
 */
public record Features(ClientId client, String name, ClientEvent.Kind kind, Instant registeredAt,
        @Nullable Instant firstContactAt, @Nullable Instant lastContactAt, @Nullable Instant lastInboundAt,
        @Nullable Channel lastChannel, Counts counts, long openPlans,
        List<Care> owners, Purchases purchases, @Nullable Waiting waiting,
        Map<Integer, Integer> contacts) {

    /**
     * How many contacts there were.
     *
     * @param inbound those that she began
     * @param outbound those that we began
     * @param missed calls of hers that nobody took
     */
    public record Counts(long all, long inbound, long outbound, long missed) {

        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    public Features {
        contacts = Map.copyOf(contacts);
        owners = List.copyOf(owners);
    }

    /** @param until exclusive */
    public record Care(String owner, Instant from, Instant until) {}

    /** Who looks after her at that moment; null if nobody does. */
    @Nullable
    String ownerAt(Instant moment) {
        return owners.stream().filter(care -> !care.from().isAfter(moment) && care.until().isAfter(moment))
                .map(Care::owner).findFirst().orElse(null);
    }

    /** A contact that waits for an answer. */
    public record Waiting(Instant since, Channel channel) {}

    /** Since when we know her: by her first contact, also one that was read in later, or by her registration. */
    public Instant knownSince() {
        Instant first = firstContactAt;
        return first != null && first.isBefore(registeredAt) ? first : registeredAt;
    }

    int contactsIn(int quarter) {
        return contacts.getOrDefault(quarter, 0);
    }
}
