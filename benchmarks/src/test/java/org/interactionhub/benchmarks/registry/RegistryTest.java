package org.interactionhub.benchmarks.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.interactionhub.events.InteractionReport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistryTest {

    private static final int SIZE = 2_000;

    @Test
    void is_the_same_every_time() {
        assertThat(reports()).isEqualTo(reports());
    }

    @Test
    void a_tenth_of_all_contacts_is_one_clients_and_a_tenth_the_organisations() {
        List<InteractionReport> reports = reports();

        assertThat(reports).filteredOn(report -> isOf(report, Registry.TENTH)).hasSize(SIZE / 10);
        assertThat(reports).filteredOn(report -> isOf(report, Registry.ORGANISATION)).hasSize(SIZE / 10);
        assertThat(reports).filteredOn(report -> isOf(report, Registry.HUNDRED)).hasSize(100);
    }

    @Test
    void texts_are_as_long_as_mails_are() {
        assertThat(reports()).extracting(InteractionReport::text).filteredOn(text -> text != null)
                .allSatisfy(text -> assertThat(text.length()).isBetween(600, 1_100));
    }

    private static List<InteractionReport> reports() {
        Registry registry = new Registry(SIZE);
        return IntStream.range(0, SIZE).mapToObj(registry::report).toList();
    }

    private static boolean isOf(InteractionReport report, Known client) {
        return client.name().equals(report.participants().getFirst().name());
    }
}
