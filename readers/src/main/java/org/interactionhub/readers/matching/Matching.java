package org.interactionhub.readers.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interactionhub.readers.Phones;

/** Suggests which rows of a list may be the same person or company. It decides nothing and links nothing. */
public final class Matching {

    private static final Comparator<Weighed> STRONGEST_FIRST = Comparator
            .comparingDouble((Weighed weighed) -> -Math.abs(weighed.weight()));

    private final Keys keys;
    private final Scoring scoring = new Rarity();

    /** @param region ISO 3166 code of the country in which phone numbers without a country are read, such as {@code RU} */
    public Matching(String region) {
        keys = new Keys(new Phones(region));
    }

    private record Weighed(Comparison comparison, double weight) {}

    /** The strongest first, equally strong ones in the order of the list; no pair twice, and none of a row with itself. */
    public List<Pair> suggest(ClientList list) {
        List<Column> columns = columns(list);
        Blocks blocks = new Blocks(columns, list.size());
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < list.size(); row++) {
            int one = row;
            blocks.laterThan(row, other -> pair(list, columns, one, other).ifPresent(pairs::add));
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        return pairs;
    }

    private Optional<Pair> pair(ClientList list, List<Column> columns, int row, int other) {
        List<Weighed> all = compare(columns, row, other)
                .map(comparison -> new Weighed(comparison, scoring.weight(comparison)))
                .sorted(STRONGEST_FIRST).toList();
        double score = all.stream().mapToDouble(Weighed::weight).sum();
        return score < scoring.enough()
                ? Optional.empty()
                : Optional.of(new Pair(list.nameOf(row), list.nameOf(other), Math.round(score * 10) / 10.0,
                        sentences(all, true), sentences(all, false)));
    }

    private static List<String> sentences(List<Weighed> all, boolean pro) {
        return all.stream().map(Weighed::comparison).filter(comparison -> comparison.speaksFor() == pro)
                .map(Comparison::inWords).toList();
    }

    private static Stream<Comparison> compare(List<Column> columns, int row, int other) {
        List<Optional<Comparison>> found = new ArrayList<>();
        columns.forEach(column -> found.add(column.compare(row, other)));
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                if (mayBeSwapped(columns.get(i), columns.get(j)) && isUnlike(found.get(i)) && isUnlike(found.get(j))) {
                    Optional<Comparison> swapped = columns.get(i).swapped(columns.get(j), row, other);
                    if (swapped.isPresent()) {
                        found.set(i, swapped);
                        found.set(j, Optional.empty());
                    }
                }
            }
        }
        return found.stream().flatMap(Optional::stream);
    }

    private static boolean mayBeSwapped(Column one, Column other) {
        return one.kind.family == other.kind.family
                && (one.kind.family == Kind.Family.PERSON || one.kind.family == Kind.Family.PLACE);
    }

    private static boolean isUnlike(Optional<Comparison> comparison) {
        return comparison.isPresent() && !comparison.get().speaksFor();
    }

    private List<Column> columns(ClientList list) {
        List<Integer> compared = IntStream.range(0, list.columns().size()).filter(i -> !list.isId(i)).boxed().toList();
        Map<Kind, Long> ofKind = new HashMap<>();
        compared.forEach(i -> ofKind.merge(Kind.of(list.columns().get(i)), 1L, Long::sum));
        return compared.stream().map(i -> {
            String header = list.columns().get(i);
            Kind kind = Kind.of(header);
            boolean alone = kind != Kind.WORDS && ofKind.getOrDefault(kind, 0L) == 1;
            return new Column(kind, alone ? kind.inWords : header.replace('_', ' '), values(list, i, kind));
        }).toList();
    }

    /** Equal values are one object, since a long list has few that differ. */
    private List<Value> values(ClientList list, int column, Kind kind) {
        Map<String, Value> seen = new HashMap<>();
        return list.values(column).stream()
                .map(shown -> seen.computeIfAbsent(shown, raw -> keys.value(kind, raw))).toList();
    }
}
