package org.interactionhub.readers.matching;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interactionhub.readers.Corpora;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Agreement with lists whose truth is known. The floors lie a little below what was measured. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingCorporaTest {

    private static final System.Logger LOG = System.getLogger(MatchingCorporaTest.class.getName());

    private final Matching matching = new Matching("AU");

    private record Agreement(long suggested, long right, long truth) {

        double precision() {
            return suggested == 0 ? 0 : (double) right / suggested;
        }

        double recall() {
            return (double) right / truth;
        }

        double f1() {
            return 2.0 * right / (suggested + truth);
        }
    }

    @Test
    void made_up_people_with_typing_errors_in_one_list() throws NotAList {
        Agreement agreement = told("dataset3 (Splink: F1 0.9954, equal number only: 0.923)",
                text("febrl/dataset3.csv"), MatchingCorporaTest::person, (_, _) -> true);

        assertThat(agreement.f1()).isGreaterThan(0.995);
    }

    @Test
    void made_up_people_with_typing_errors_in_two_lists() throws NotAList {
        String list = text("febrl/dataset4a.csv") + rows(text("febrl/dataset4b.csv"));

        Agreement agreement = told("dataset4a/b (Splink: F1 0.9998, equal number only: 0.954)", list,
                MatchingCorporaTest::person, (one, other) -> one.endsWith("org") != other.endsWith("org"));

        assertThat(agreement.f1()).isGreaterThan(0.995);
    }

    @Test
    void restaurants_of_two_guides() throws NotAList {
        String list = text("restaurants/restaurant-1.csv").replaceAll("(?m)'(\\d+)'$", "a$1")
                + rows(text("restaurants/restaurant-2.csv").replaceAll("(?m)'(\\d+)'$", "b$1"));

        Agreement agreement = told("restaurants (equal name and city only: F1 0.545)", list, id -> id.substring(1),
                (one, other) -> one.charAt(0) != other.charAt(0));

        assertThat(agreement.f1()).isGreaterThan(0.92);
    }

    /** So long a list also shows that the work does not grow with its square. */
    @Test
    void historical_people_by_the_ten_thousand() throws NotAList {
        String list = columns(text("splink-sets/historical_figures_with_errors_50k.csv"), "unique_id", "first_name",
                "surname", "dob", "birth_place", "postcode_fake", "gender", "occupation");

        Agreement agreement = told("historical people (equal name and date only: F1 0.224)", list,
                id -> id.substring(0, id.lastIndexOf('-')), (_, _) -> true);

        assertThat(agreement.f1()).isGreaterThan(0.8);
    }

    /**
     * @param person      of an id
     * @param acrossLists whether a pair of ids is asked for
     */
    private Agreement told(String set, String csv, UnaryOperator<String> person,
            BiPredicate<String, String> acrossLists) throws NotAList {
        ClientList list = ClientList.read(csv.getBytes(StandardCharsets.UTF_8));
        List<Pair> pairs = matching.suggest(list).stream().filter(pair -> acrossLists.test(pair.row(), pair.other()))
                .toList();
        long right = pairs.stream().filter(pair -> person.apply(pair.row()).equals(person.apply(pair.other())))
                .count();
        Agreement agreement = new Agreement(pairs.size(), right, truth(list, person, acrossLists));
        LOG.log(System.Logger.Level.INFO, "%s: precision %.4f, recall %.4f, F1 %.4f".formatted(set,
                agreement.precision(), agreement.recall(), agreement.f1()));
        return agreement;
    }

    private static long truth(ClientList list, UnaryOperator<String> person,
            BiPredicate<String, String> acrossLists) {
        Map<String, List<String>> people = IntStream.range(0, list.size()).mapToObj(list::nameOf)
                .collect(Collectors.groupingBy(person));
        return people.values().stream().mapToLong(same -> same.stream()
                .mapToLong(one -> same.stream()
                        .filter(other -> one.compareTo(other) < 0 && acrossLists.test(one, other)).count())
                .sum()).sum();
    }

    /** {@code rec-12-dup-0} is a row of person 12. */
    private static String person(String id) {
        return id.split("-", 3)[1];
    }

    private static String text(String file) {
        return new String(Corpora.bytes(Corpora.folder("identity").resolve(file)), StandardCharsets.UTF_8).strip()
                + "\n";
    }

    /** Without the one that tells the truth, and those that repeat others. */
    private static String columns(String csv, String... names) {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder().build(text).writeRecord(names);
        CsvReader.builder().ofNamedCsvRecord(csv)
                .forEach(record -> writer.writeRecord(Stream.of(names).map(record::getField).toList()));
        return text.toString();
    }

    private static String rows(String csv) {
        return csv.substring(csv.indexOf('\n') + 1);
    }
}
