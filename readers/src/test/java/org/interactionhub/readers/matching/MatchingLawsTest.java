package org.interactionhub.readers.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MatchingLawsTest {

    private final Matching matching = new Matching("RU");

    @Property(tries = 200)
    void the_order_of_the_rows_does_not_matter(@ForAll("clients") List<String> clients, @ForAll long seed)
            throws NotAList {
        List<String> rows = IntStream.range(0, clients.size()).mapToObj(i -> "k-" + i + "," + clients.get(i)).toList();
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(unordered(suggest(shuffled))).isEqualTo(unordered(suggest(rows)));
    }

    @Property(tries = 200)
    void nothing_is_suggested_twice_or_with_itself(@ForAll("clients") List<String> clients) throws NotAList {
        List<Pair> pairs = suggest(clients.stream().map(client -> "k," + client).toList());

        assertThat(pairs).allSatisfy(
                pair -> assertThat(Integer.parseInt(pair.row())).isLessThan(Integer.parseInt(pair.other())));
        assertThat(unordered(pairs)).hasSameSizeAs(pairs);
    }

    @Property(tries = 100)
    void a_suggestion_has_something_that_speaks_for_it(@ForAll("clients") List<String> clients) throws NotAList {
        assertThat(suggest(clients.stream().map(client -> "k," + client).toList()))
                .allSatisfy(pair -> assertThat(pair.pro()).isNotEmpty());
    }

    private List<Pair> suggest(List<String> rows) throws NotAList {
        String csv = "id,surname,given name,company,city,phone,note\n" + String.join("\n", rows) + "\n";
        return matching.suggest(ClientList.read(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<String> unordered(List<Pair> pairs) {
        return pairs.stream().map(pair -> new TreeSet<>(List.of(pair.row(), pair.other())) + " " + pair.score())
                .collect(Collectors.toSet());
    }

    /** Few different values, some of them misspelt, so that there is much to suggest. */
    @Provide
    Arbitrary<List<String>> clients() {
        Arbitrary<String> phones = Arbitraries.of("", "+7 903 765-43-21", "8 903 765-43-12", "84951234567");
        return Combinators
                .combine(word("Ivanov", "Иванов", "Ivanova", "Lindqvist", "Anna", "Ван дер Берг"),
                        word("Anna", "Анна", "Yuri", "Юрий", "Y.", "Ivanov"),
                        word("ООО «Ромашка»", "Romashka LLC", "Maple Street Works", "Works Maple"),
                        word("Kazan", "Казань", "Omsk"),
                        phones, Arbitraries.strings().alpha().ofMaxLength(3))
                .as((surname, given, company, city, phone, note) -> String.join(",", surname, given, company, city,
                        phone, note))
                .list().ofMinSize(1).ofMaxSize(25);
    }

    /** One of the words, or none, or one with two letters swapped. */
    private static Arbitrary<String> word(String... words) {
        return Combinators.combine(Arbitraries.of(words), Arbitraries.integers().between(0, 9))
                .as((word, slip) -> slip == 0
                        ? ""
                        : slip > 2 || word.length() < 4
                                ? word
                                : word.substring(0, slip) + word.charAt(slip + 1) + word.charAt(slip)
                                        + word.substring(slip + 2));
    }
}
