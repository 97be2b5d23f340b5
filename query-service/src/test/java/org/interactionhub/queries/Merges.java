package org.interactionhub.queries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.ClientId;

/** Who was merged into whom and is so still: what the history is held against. */
public final class Merges {

    private record Merge(ClientId survivor, ClientId other, long position) {}

    private final Company company;
    private final Map<ClientId, ClientId> survivors = new HashMap<>();
    private final List<Merge> merges = new ArrayList<>();

    public Merges(Company company) {
        this.company = company;
    }

    /** As whom she counts. */
    public ClientId headOf(ClientId client) {
        ClientId head = client;
        while (survivors.containsKey(head)) {
            head = survivors.get(head);
        }
        return head;
    }

    /** The second counts as the first, unless they are one already. */
    public void merge(ClientId client, ClientId other) {
        ClientId survivor = headOf(client);
        ClientId absorbed = headOf(other);
        if (!survivor.equals(absorbed)) {
            merges.add(new Merge(survivor, absorbed, company.merged(survivor, absorbed)));
            survivors.put(absorbed, survivor);
        }
    }

    /** Takes back one of the merges that stand, whichever this number says; none if none stands. */
    public void undo(int which) {
        if (!merges.isEmpty()) {
            Merge merge = merges.remove(which % merges.size());
            company.unmerged(merge.survivor(), merge.other(), merge.position());
            survivors.remove(merge.other());
        }
    }
}
