package org.interactionhub.readers.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ImportEvent.Row;
import org.interactionhub.events.ImportEvent.Verdict;

class SortingLawsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    /** Whatever a list holds, nobody loses a contact point by it, and after it a second look finds nothing more to do. */
    @Property
    void importing_a_list_again_adds_nothing(@ForAll("rows") List<List<Integer>> rows) {
        Map<ContactPoint, ClientId> owners = new HashMap<>();
        List<Row> first = sort(rows, owners);
        Map<ContactPoint, ClientId> after = Map.copyOf(owners);

        List<Row> second = sort(rows, owners);

        assertThat(owners).isEqualTo(after);
        assertThat(second).noneMatch(row -> row.verdict() == Verdict.NEW).allMatch(row -> row.linked().isEmpty());
        assertThat(first).filteredOn(row -> row.verdict() == Verdict.CONFLICT)
                .allMatch(row -> row.clients().size() > 1 && row.linked().isEmpty());
    }

    @Provide
    Arbitrary<List<List<Integer>>> rows() {
        return Arbitraries.integers().between(0, 6).list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(12);
    }

    private static List<Row> sort(List<List<Integer>> rows, Map<ContactPoint, ClientId> owners) {
        Sorting sorting = new Sorting();
        List<Row> sorted = new ArrayList<>();
        for (List<Integer> points : rows) {
            ListedClient listed = new ListedClient(sorted.size() + 2, "Anna", Kind.CLIENT,
                    points.stream().distinct().map(SortingLawsTest::phone).toList(), Particulars.NONE, null, null,
                    List.of());
            Row row = sorting.sort(listed, point -> Optional.ofNullable(owners.get(point)), () -> ClientId.next(NOON));
            row.linked().forEach(point -> {
                assertThat(owners).doesNotContainKey(point);
                owners.put(point, row.clients().getFirst());
            });
            sorted.add(row);
        }
        return sorted;
    }

    private static ContactPoint phone(int number) {
        return new ContactPoint(ContactPoint.Type.PHONE, "+7916123456" + number);
    }
}
