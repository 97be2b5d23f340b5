package org.interactionhub.readers.listing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportEvent.Verdict;

/**
 * Says row by row whom a list is about. A contact point that is somebody's is never taken away from her, and two clients
 * are never made one.
 */
public final class Sorting {

    private final Map<ClientId, Integer> rows = new HashMap<>();

    /**
     * @param owner whose a contact point is, as far as is known with the rows before this one
     * @param newClient names a client nobody knew yet
     * @return with the contact points that become hers
     */
    public Row sort(ListedClient listed, Function<ContactPoint, Optional<ClientId>> owner,
            Supplier<ClientId> newClient) {
        if (listed.isRefused()) {
            return row(listed, Verdict.REFUSED, List.of(), List.of());
        }
        SequencedSet<ClientId> owners = new LinkedHashSet<>();
        listed.contactPoints().forEach(point -> owner.apply(point).ifPresent(owners::add));
        List<ContactPoint> free = listed.contactPoints().stream().filter(point -> owner.apply(point).isEmpty())
                .toList();
        Row row = switch (owners.size()) {
            case 0 -> row(listed, Verdict.NEW, List.of(newClient.get()), free);
            case 1 -> row(listed,
                    rows.containsKey(owners.getFirst())
                            ? Verdict.REPEATED
                            : Verdict.KNOWN,
                    List.copyOf(owners), free);
            default -> row(listed, Verdict.CONFLICT, List.copyOf(owners), List.of());
        };
        note(row);
        return row;
    }

    /** To be told of rows that were sorted before, in their order. */
    public void note(Row row) {
        if (row.verdict() == Verdict.NEW || row.verdict() == Verdict.KNOWN) {
            row.clients().forEach(client -> rows.putIfAbsent(client, row.row()));
        }
    }

    private Row row(ListedClient listed, Verdict verdict, List<ClientId> clients, List<ContactPoint> linked) {
        Integer sameAs = verdict == Verdict.REPEATED ? rows.get(clients.getFirst()) : null;
        return new Row(listed.row(), listed.name(), verdict, clients, sameAs, linked, listed.remarks());
    }
}
