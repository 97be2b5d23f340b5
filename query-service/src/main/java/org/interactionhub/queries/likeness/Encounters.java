package org.interactionhub.queries.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.readers.matching.Commonness;
import org.interactionhub.readers.matching.Likeness;
import org.interactionhub.readers.matching.Portrait;
import org.interactionhub.readers.matching.Portraits;

/** Compares clients with those whom they meet by a mark that is not common. Nobody is compared with everybody. */
final class Encounters {

    /** Some are met again and again; whoever was forgotten is read once more. */
    private static final int MOST_REMEMBERED = 100_000;

    private final LikenessTable table;
    private final Portraits portraits;
    private final Predicate<UUID> isAsked;
    private final Map<UUID, Portrait> remembered = new HashMap<>();

    /** @param isAsked true of whoever is asked for as well: of two such the smaller one meets the other, once */
    Encounters(LikenessTable table, Portraits portraits, Predicate<UUID> isAsked) {
        this.table = table;
        this.portraits = portraits;
        this.isAsked = isAsked;
    }

    /** Who resembles these; those who are not described resemble nobody. */
    List<Alike> of(Collection<UUID> clients) {
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        List<UUID> ones = remember(clients);
        Map<Long, Commonness> commonness = new HashMap<>(table.commonness(marks(ones.stream()
                .map(client -> portrait(client).all()))));
        Map<UUID, Set<UUID>> met = met(ones, commonness);
        List<UUID> others = remember(met.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Set<Long> theirs = marks(others.stream().map(other -> portrait(other).counted()));
        theirs.removeAll(commonness.keySet());
        commonness.putAll(table.commonness(theirs));
        List<Alike> alike = new ArrayList<>();
        met.forEach((client, all) -> all.stream().map(other -> compared(client, other, commonness))
                .filter(pair -> pair.likeness().isEnough()).forEach(alike::add));
        return alike;
    }

    /** How the first resembles the second, be it ever so little. */
    Likeness between(UUID client, UUID other) {
        List<UUID> both = remember(List.of(client, other));
        return both.size() < 2
                ? new Likeness(0, List.of(), List.of())
                : likeness(client, other,
                        table.commonness(marks(both.stream().map(one -> portrait(one).counted()))));
    }

    private Alike compared(UUID client, UUID other, Map<Long, Commonness> commonness) {
        UUID first = Alike.isSmaller(client, other) ? client : other;
        UUID second = first.equals(client) ? other : client;
        return new Alike(first, second, likeness(first, second, commonness));
    }

    private Likeness likeness(UUID client, UUID other, Map<Long, Commonness> commonness) {
        return portrait(client).to(portrait(other),
                mark -> commonness.getOrDefault(mark, Commonness.RARE));
    }

    private Map<UUID, Set<UUID>> met(List<UUID> ones, Map<Long, Commonness> commonness) {
        Set<Long> telling = marks(ones.stream().map(client -> portrait(client).marks()));
        telling.removeIf(mark -> commonness.get(mark) == Commonness.COMMON);
        Map<Long, List<UUID>> holders = table.holders(telling).stream().collect(
                Collectors.groupingBy(Marked::mark, Collectors.mapping(Marked::client, Collectors.toList())));
        return ones.stream().collect(Collectors.toMap(client -> client,
                client -> portrait(client).marks().stream()
                        .flatMap(mark -> holders.getOrDefault(mark, List.of()).stream())
                        .filter(other -> meets(client, other)).collect(Collectors.toSet())));
    }

    private boolean meets(UUID client, UUID other) {
        return !client.equals(other) && (!isAsked.test(other) || Alike.isSmaller(client, other));
    }

    /** @return those of them who are described */
    private List<UUID> remember(Collection<UUID> clients) {
        List<UUID> unknown = clients.stream().filter(client -> !remembered.containsKey(client)).toList();
        table.described(unknown).forEach((client, told) -> remembered.put(client, portraits.of(told)));
        return clients.stream().filter(remembered::containsKey).toList();
    }

    private Portrait portrait(UUID client) {
        return Objects.requireNonNull(remembered.get(client));
    }

    private static Set<Long> marks(Stream<Set<Long>> each) {
        return each.flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
