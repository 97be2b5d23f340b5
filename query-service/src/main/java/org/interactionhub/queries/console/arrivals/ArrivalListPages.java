package org.interactionhub.queries.console.arrivals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.queries.arrival.Arrival;
import org.interactionhub.queries.arrival.Arrivals;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.Figures;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.intake.Balance;
import org.interactionhub.queries.intake.Inflow;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;

/** Composes the page of arrivals. */
final class ArrivalListPages {

    static final String PATH = "/arrivals";

    private final Arrivals arrivals;
    private final Inflow inflow;

    ArrivalListPages(Arrivals arrivals, Inflow inflow) {
        this.arrivals = arrivals;
        this.inflow = inflow;
    }

    /**
     * @param after the cursor of the page before, null for the first
     * @param origin under which the visitor reached us
     */
    ArrivalPage page(ArrivalFilter filter, @Nullable String after, String origin, Visitor visitor) {
        Optional<List<Balance>> books = inflow.balances();
        Page<Arrival> found = filter.asksForRepeats()
                ? new Page<>(List.of(), null)
                : arrivals.page(filter.question(after, visitor.times().zone()));
        Map<String, String> choices = filter.choices();
        String self = Addresses.with(PATH, choices);
        choices.put("after", found.next() == null ? "" : found.next());
        return new ArrivalPage(state(filter, after, found), filter, accounts(books.orElse(List.of()), filter),
                found.items().stream().map(arrival -> ArrivalRow.of(arrival, visitor)).toList(),
                filter.asksForRepeats() ? repeats(books.orElse(List.of()), filter, visitor) : List.of(),
                books.isPresent(), self, found.next() == null ? null : Addresses.with(PATH, choices),
                Commands.chat(origin, visitor));
    }

    private static ArrivalPage.State state(ArrivalFilter filter, @Nullable String after, Page<Arrival> found) {
        if (filter.asksForRepeats()) {
            return ArrivalPage.State.REPEATS;
        }
        if (!found.items().isEmpty() || after != null) {
            return ArrivalPage.State.SOME;
        }
        return filter.any() ? ArrivalPage.State.NO_HITS : ArrivalPage.State.EMPTY_HUB;
    }

    private static List<String> accounts(List<Balance> books, ArrivalFilter filter) {
        return books.stream().filter(book -> filter.channel().isEmpty() || book.channel().equals(filter.channel()))
                .map(Balance::account).distinct().sorted().toList();
    }

    private static List<ArrivalPage.Repeats> repeats(List<Balance> books, ArrivalFilter filter, Visitor visitor) {
        return books.stream().filter(book -> book.duplicate() > 0)
                .filter(book -> filter.channel().isEmpty() || book.channel().equals(filter.channel()))
                .filter(book -> filter.account().isEmpty() || book.account().equals(filter.account()))
                .map(book -> new ArrivalPage.Repeats(book.channel(), book.account(),
                        new Figures(visitor.words()).of(book.duplicate()), "/operations/accounts"))
                .toList();
    }
}
