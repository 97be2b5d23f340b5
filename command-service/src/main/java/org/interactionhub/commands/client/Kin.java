package org.interactionhub.commands.client;

import java.util.HashMap;
import java.util.Map;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientEvent.ClientAbsorbed;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.ClientRestored;
import org.interactionhub.events.ClientEvent.ClientWithdrawn;
import org.interactionhub.events.ClientEvent.ClientsMerged;
import org.interactionhub.events.ClientEvent.ClientsUnmerged;
import org.interactionhub.events.ClientEvent.DeclaredDistinct;
import org.interactionhub.events.ClientEvent.DistinctionWithdrawn;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What a client's own stream tells of her and others.
 *
 * @param known whether she is registered, and not withdrawn
 * @param survivor the client as whom she counts, null if she stands for herself
 * @param absorbed who was merged into her and still is, with the version of her stream that says so
 * @param distinct who was declared somebody else, with the position at which it stands
 */
record Kin(boolean known, @Nullable ClientId survivor, Map<ClientId, Long> absorbed, Map<ClientId, Long> distinct) {

    static final Kin NONE = new Kin(false, null, Map.of(), Map.of());

    Kin {
        absorbed = Map.copyOf(absorbed);
        distinct = Map.copyOf(distinct);
    }

    /**
     * @param version of her stream that {@code event} is
     * @param position at which it stands in the log
     */
    Kin with(ClientEvent event, long version, long position) {
        return switch (event) {
            case ClientRegistered _ -> new Kin(true, survivor, absorbed, distinct);
            case ClientWithdrawn _ -> new Kin(false, survivor, absorbed, distinct);
            case ClientAbsorbed lost -> new Kin(known, lost.survivor(), absorbed, distinct);
            case ClientRestored _ -> new Kin(known, null, absorbed, distinct);
            case ClientsMerged merged -> {
                Map<ClientId, Long> more = new HashMap<>(absorbed);
                more.put(merged.other(), version);
                yield new Kin(known, survivor, more, distinct);
            }
            case ClientsUnmerged unmerged -> {
                Map<ClientId, Long> fewer = new HashMap<>(absorbed);
                fewer.remove(unmerged.other());
                yield new Kin(known, survivor, fewer, distinct);
            }
            case DeclaredDistinct declared -> {
                Map<ClientId, Long> more = new HashMap<>(distinct);
                more.put(declared.other(), position);
                yield new Kin(known, survivor, absorbed, more);
            }
            case DistinctionWithdrawn withdrawn -> {
                Map<ClientId, Long> fewer = new HashMap<>(distinct);
                fewer.remove(withdrawn.other());
                yield new Kin(known, survivor, absorbed, fewer);
            }
            case ClientRenamed _,OwnerAssigned _,SameClientSuggested _ -> this;
        };
    }
}
