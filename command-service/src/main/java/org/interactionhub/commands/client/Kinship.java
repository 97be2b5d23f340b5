package org.interactionhub.commands.client;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Relation;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.StoredEvent;

/** Who counts as whom, as the log knows it now. */
public final class Kinship {

    private final EventLog log;

    public Kinship(EventLog log) {
        this.log = log;
    }

    /** Of one client was said that she belongs to another. */
    record Pair(ClientId clientId, ClientId to) {}

    /** Somebody said of one client, at this position, that she is not another one. */
    record Distinction(ClientId clientId, ClientId other, long position) {}

    /**
     * The client as whom this one counts: herself unless she was merged into another.
     *
     * @throws ClientRefused if nobody is known under this id
     */
    ClientId headOf(ClientId client) {
        ClientId head = client;
        for (Kin kin = of(head); kin.survivor() != null; kin = of(head)) {
            head = kin.survivor();
        }
        return head;
    }

    /**
     * The clients as whom these count, in their order; two who count as one are named once. A level of merges is one read,
     * however many clients there are.
     *
     * @throws ClientRefused if nobody is known under one of the ids
     */
    public List<ClientId> headsOf(Collection<ClientId> clients) {
        Set<ClientId> heads = new LinkedHashSet<>(clients);
        for (Map<ClientId, ClientId> survivors = survivors(heads); !survivors.isEmpty(); survivors = survivors(heads)) {
            Set<ClientId> next = new LinkedHashSet<>();
            for (ClientId client : heads) {
                next.add(survivors.getOrDefault(client, client));
            }
            heads = next;
        }
        return List.copyOf(heads);
    }

    private Map<ClientId, ClientId> survivors(Set<ClientId> clients) {
        Map<ClientId, Kin> kin = read(clients);
        Map<ClientId, ClientId> survivors = new HashMap<>();
        for (ClientId client : clients) {
            Kin own = kin.get(client);
            if (own == null || !own.known()) {
                throw ClientRefused.unknown(client);
            }
            if (own.survivor() != null) {
                survivors.put(client, own.survivor());
            }
        }
        return survivors;
    }

    /** What was said between anybody who counts as the one and anybody who counts as the other, and stands. */
    List<Distinction> distinctions(ClientId head, ClientId otherHead) {
        Map<ClientId, Kin> ours = members(head);
        Map<ClientId, Kin> theirs = members(otherHead);
        Set<Distinction> found = new LinkedHashSet<>();
        said(ours, theirs.keySet(), found);
        said(theirs, ours.keySet(), found);
        return List.copyOf(found);
    }

    private static void said(Map<ClientId, Kin> members, Collection<ClientId> others, Set<Distinction> found) {
        members.forEach((client, kin) -> kin.distinct().forEach((other, position) -> {
            if (others.contains(other)) {
                found.add(new Distinction(client, other, position));
            }
        }));
    }

    /** Who of those who count as the one was said to belong to whom of those who count as the other, in this relation. */
    List<Pair> related(ClientId head, ClientId otherHead, Relation relation) {
        Set<ClientId> theirs = countingAs(otherHead);
        Set<Pair> found = new LinkedHashSet<>();
        members(head).forEach((client, kin) -> kin.ties().stream()
                .filter(tie -> tie.relation() == relation && theirs.contains(tie.to()))
                .forEach(tie -> found.add(new Pair(client, tie.to()))));
        return List.copyOf(found);
    }

    /** Everybody who counts as this one, she included. */
    Set<ClientId> countingAs(ClientId head) {
        return members(head).keySet();
    }

    private Map<ClientId, Kin> members(ClientId head) {
        Map<ClientId, Kin> members = new HashMap<>();
        for (Set<ClientId> next = Set.of(head); !next.isEmpty();) {
            Map<ClientId, Kin> read = read(next);
            members.putAll(read);
            Set<ClientId> below = new HashSet<>();
            read.values().forEach(kin -> below.addAll(kin.absorbed().keySet()));
            below.removeAll(members.keySet());
            next = below;
        }
        return members;
    }

    private Kin of(ClientId client) {
        return Optional.ofNullable(read(Set.of(client)).get(client)).filter(Kin::known)
                .orElseThrow(() -> ClientRefused.unknown(client));
    }

    private Map<ClientId, Kin> read(Set<ClientId> clients) {
        Map<UUID, List<StoredEvent>> streams = log.streams(clients.stream().map(ClientId::value).toList());
        Map<ClientId, Kin> read = new HashMap<>();
        streams.forEach((stream, events) -> {
            Kin kin = Kin.NONE;
            for (StoredEvent stored : events) {
                if (stored.event().orElse(null) instanceof ClientEvent event) {
                    kin = kin.with(event, stored.version(), stored.position());
                }
            }
            read.put(new ClientId(stream), kin);
        });
        return read;
    }
}
