package org.interactionhub.commands.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.events.ClientEvent.ClientAbsorbed;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRelated;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.ClientRestored;
import org.interactionhub.events.ClientEvent.ClientUnrelated;
import org.interactionhub.events.ClientEvent.ClientWithdrawn;
import org.interactionhub.events.ClientEvent.ClientsMerged;
import org.interactionhub.events.ClientEvent.ClientsUnmerged;
import org.interactionhub.events.ClientEvent.DeclaredDistinct;
import org.interactionhub.events.ClientEvent.DistinctionWithdrawn;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What a client's own stream tells of her and others.
 *
 * @param known whether she is registered, and not withdrawn
 * @param survivor the client as whom she counts, null if she stands for herself
 * @param absorbed who was merged into her and still is, with the version of her stream that says so
 * @param ties to whom she belongs, and when
 * @param distinct who was declared somebody else, with the position at which it stands
 */
record Kin(boolean known, @Nullable ClientId survivor, Map<ClientId, Long> absorbed, Map<ClientId, Long> distinct,
        List<Tie> ties) {

    static final Kin NONE = new Kin(false, null, Map.of(), Map.of(), List.of());

    Kin {
        absorbed = Map.copyOf(absorbed);
        distinct = Map.copyOf(distinct);
        ties = List.copyOf(ties);
    }

    /**
     * @param version of her stream that {@code event} is
     * @param position at which it stands in the log
     */
    Kin with(ClientEvent event, long version, long position) {
        return switch (event) {
            case ClientRegistered _ -> new Kin(true, survivor, absorbed, distinct, ties);
            case ClientWithdrawn _ -> new Kin(false, survivor, absorbed, distinct, ties);
            case ClientAbsorbed lost -> new Kin(known, lost.survivor(), absorbed, distinct, ties);
            case ClientRestored _ -> new Kin(known, null, absorbed, distinct, ties);
            case ClientsMerged merged -> {
                Map<ClientId, Long> more = new HashMap<>(absorbed);
                more.put(merged.other(), version);
                yield new Kin(known, survivor, more, distinct, ties);
            }
            case ClientsUnmerged unmerged -> {
                Map<ClientId, Long> fewer = new HashMap<>(absorbed);
                fewer.remove(unmerged.other());
                yield new Kin(known, survivor, fewer, distinct, ties);
            }
            case DeclaredDistinct declared -> {
                Map<ClientId, Long> more = new HashMap<>(distinct);
                more.put(declared.other(), position);
                yield new Kin(known, survivor, absorbed, more, ties);
            }
            case DistinctionWithdrawn withdrawn -> {
                Map<ClientId, Long> fewer = new HashMap<>(distinct);
                fewer.remove(withdrawn.other());
                yield new Kin(known, survivor, absorbed, fewer, ties);
            }
            case ClientRelated told -> {
                Tie tie = Tie.of(told);
                yield with(Stream.concat(ties.stream().filter(each -> !each.meets(tie)), Stream.of(tie)).toList());
            }
            case ClientUnrelated not -> with(
                    ties.stream().filter(each -> !each.joins(not.to(), not.relation())).toList());
            case ClientRenamed _,OwnerAssigned _,SameClientSuggested _,PartyStated _ -> this;
        };
    }

    private Kin with(List<Tie> changed) {
        return new Kin(known, survivor, absorbed, distinct, changed);
    }
}
