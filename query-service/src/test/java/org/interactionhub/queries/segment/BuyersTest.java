package org.interactionhub.queries.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interactionhub.queries.segment.Purchases.Paid;
import org.interactionhub.queries.segment.Rfm.Group;
import org.interactionhub.readers.matching.CsvRow;
import org.interactionhub.readers.matching.NotAList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BuyersTest {

    private static final Map<Group, String> NAMES = Map.ofEntries(Map.entry(Group.CHAMPIONS, "Champions"),
            Map.entry(Group.POTENTIAL_LOYALISTS, "Potential Loyalist"), Map.entry(Group.LOYAL, "Loyal Customers"),
            Map.entry(Group.PROMISING, "Promising"), Map.entry(Group.NEW, "New Customers"),
            Map.entry(Group.CANNOT_LOSE, "Can't Lose Them"), Map.entry(Group.AT_RISK, "At Risk"),
            Map.entry(Group.NEED_ATTENTION, "Need Attention"), Map.entry(Group.ABOUT_TO_SLEEP, "About To Sleep"),
            Map.entry(Group.LOST, "Lost"), Map.entry(Group.OTHERS, "Others"));

    @Test
    void who_bought_yesterday_often_and_much_is_a_champion_and_who_never_came_back_is_lost() {
        List<Buyer> all = IntStream.rangeClosed(1, 10).mapToObj(i -> new Buyer(10L * i, 10 * (11 - i), 100 * (11 - i)))
                .toList();

        Buyers buyers = new Buyers(all);

        assertThat(buyers.rfm(all.getFirst())).isEqualTo(new Rfm(5, 5, 5));
        assertThat(buyers.rfm(all.getFirst()).group()).isEqualTo(Group.CHAMPIONS);
        assertThat(buyers.rfm(all.getLast()).score()).isEqualTo(111);
        assertThat(buyers.rfm(all.getLast()).group()).isEqualTo(Group.LOST);
    }

    @Test
    void the_few_who_bring_most_of_it_are_of_class_a() {
        Buyers buyers = new Buyers(List.of(bought(70), bought(15), bought(10), bought(3), bought(2)));

        assertThat(List.of(bought(70), bought(15), bought(10), bought(3), bought(2), bought(0)))
                .extracting(buyers::abc).containsExactly("a", "a", "b", "c", "c", "c");
    }

    @Test
    void a_hundred_thousand_buyers_are_told_apart_at_once() {
        List<Buyer> all = IntStream.rangeClosed(1, 100_000).mapToObj(i -> bought(i)).toList();
        Buyers buyers = new Buyers(all);

        Map<String, Long> classes = assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> all.stream().collect(Collectors.groupingBy(buyers::abc, Collectors.counting())));

        assertThat(classes).isEqualTo(Map.of("a", 55279L, "b", 22361L, "c", 22360L));
    }

    @Test
    void a_single_buyer_is_of_class_a() {
        assertThat(new Buyers(List.of(bought(5))).abc(bought(5))).isEqualTo("a");
    }

    @Test
    void what_went_back_is_no_payment_and_lessens_the_value() {
        Purchases purchases = new Purchases(1, day(1),
                List.of(new Paid(day(1), BigDecimal.TEN), new Paid(day(2), BigDecimal.ONE.negate()),
                        new Paid(day(9), BigDecimal.TEN)));

        assertThat(purchases.buyer(day(4))).isEqualTo(new Buyer(3, 1, 9));
        assertThat(purchases.buyer(day(0))).isNull();
        assertThat(purchases.value(day(2), day(9))).isEqualByComparingTo("9");
    }

    /** Scores and groups of others, over orders of a thousand customers that lie beside the project. */
    @Test
    void everybody_of_a_published_table_gets_her_scores_and_her_group() throws IOException, NotAList {
        String named = System.getenv("HUB_CORPORA");
        Path folder = Path.of(named == null ? "../../shared/corpora" : named).resolve("purchases/rfm");
        assumeTrue(Files.isDirectory(folder), "the corpora are not here; name their folder in HUB_CORPORA");
        Map<String, Buyer> buyers = buyers(rows(folder.resolve("rfm_data_orders.csv")));
        Buyers all = new Buyers(buyers.values());
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        rows(folder.resolve("expected-orders.csv"))
                .forEach(row -> wanted.put(row.getFirst(), List.of(row.get(7), row.get(8))));

        Map<String, List<String>> found = new HashMap<>();
        buyers.forEach((customer, buyer) -> found.put(customer, List.of(String.valueOf(all.rfm(buyer).score()),
                Objects.requireNonNull(NAMES.get(all.rfm(buyer).group())))));

        assertThat(found).hasSize(995).isEqualTo(wanted);
    }

    private static Map<String, Buyer> buyers(List<List<String>> orders) {
        Map<String, List<Paid>> paid = new HashMap<>();
        orders.forEach(order -> paid.computeIfAbsent(order.get(0), _ -> new ArrayList<>())
                .add(new Paid(LocalDate.parse(order.get(1)).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        new BigDecimal(order.get(2)))));
        Map<String, Buyer> buyers = new HashMap<>();
        paid.forEach((customer, all) -> {
            all.sort(Comparator.comparing(Paid::at));
            buyers.put(customer, Objects.requireNonNull(
                    new Purchases(all.size(), null, all).buyer(Instant.parse("2006-12-31T00:00:00Z"))));
        });
        return buyers;
    }

    private static List<List<String>> rows(Path csv) throws IOException, NotAList {
        return CsvRow.read(Files.readAllBytes(csv)).stream().skip(1).map(CsvRow::cells).toList();
    }

    private static Buyer bought(double value) {
        return new Buyer(1, 1, value);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * day);
    }
}
