package org.interactionhub.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives groups their places, one after the other; each one sees those before it as if they stood in the log. */
final class Resolution {

    private final Map<UUID, Standing> streams;
    private final Map<Long, Sha256> firstOriginals;
    private final List<Placed> placed = new ArrayList<>();
    private final List<KeptOriginal> originals = new ArrayList<>();
    private long head;

    /**
     * @param head the last position of the log
     * @param streams how far the groups' streams have come
     * @param firstOriginals the hash of the first original at the positions where those streams begin
     */
    Resolution(long head, Map<UUID, Standing> streams, Map<Long, Sha256> firstOriginals) {
        this.head = head;
        this.streams = new HashMap<>(streams);
        this.firstOriginals = new HashMap<>(firstOriginals);
    }

    Outcome place(List<EncodedEvent> group) {
        return repeated(group).or(() -> conflicted(group)).orElseGet(() -> appended(group));
    }

    List<Placed> placed() {
        return placed;
    }

    List<KeptOriginal> originals() {
        return originals;
    }

    // asked before conflicts: what a repeat would judge was judged when it came first
    private Optional<Outcome> repeated(List<EncodedEvent> group) {
        EncodedEvent repeat = null;
        int kept = originals.size();
        for (EncodedEvent event : group) {
            if (event.entry() instanceof Entry.IfAbsent && streams.containsKey(event.stream())) {
                repeat = repeat == null ? event : repeat;
                variant(event).ifPresent(originals::add);
            }
        }
        return repeat == null
                ? Optional.empty()
                : Optional.of(new Outcome.Repeated(first(repeat), originals.size() == kept));
    }

    private Optional<KeptOriginal> variant(EncodedEvent repeat) {
        NewOriginal original = repeat.entry().event().original();
        Sha256 first = firstOriginals.get(first(repeat));
        if (original == null || first == null || first.equals(original.hash())) {
            return Optional.empty();
        }
        return Optional.of(new KeptOriginal(first(repeat), original, true));
    }

    private long first(EncodedEvent event) {
        Standing standing = streams.get(event.stream());
        if (standing == null) {
            throw new IllegalStateException("Stream " + event.stream() + " has no events");
        }
        return standing.first();
    }

    private Optional<Outcome> conflicted(List<EncodedEvent> group) {
        Map<UUID, Integer> next = HashMap.newHashMap(group.size());
        for (EncodedEvent event : group) {
            int found = next.computeIfAbsent(event.stream(), this::nextVersion);
            if (event.version() != found) {
                return Optional.of(new Outcome.Conflicted(event.stream(), event.version(), found));
            }
            next.put(event.stream(), found + 1);
        }
        return Optional.empty();
    }

    private int nextVersion(UUID stream) {
        Standing standing = streams.get(stream);
        return standing == null ? 0 : standing.last() + 1;
    }

    private Outcome appended(List<EncodedEvent> group) {
        long before = head;
        for (EncodedEvent event : group) {
            head++;
            placed.add(new Placed(head, event));
            Standing standing = streams.get(event.stream());
            streams.put(event.stream(), new Standing(standing == null ? head : standing.first(), event.version()));
            keepOriginal(event);
        }
        return new Outcome.Appended(before + 1, head);
    }

    private void keepOriginal(EncodedEvent event) {
        NewOriginal original = event.entry().event().original();
        if (original != null) {
            originals.add(new KeptOriginal(head, original, false));
            firstOriginals.put(head, original.hash());
        }
    }
}
