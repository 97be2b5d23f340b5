package org.interactionhub.queries.console.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Figures;
import org.interactionhub.queries.console.frame.Stamp;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.intake.Balance;
import org.interactionhub.queries.intake.Inflow;
import org.interactionhub.queries.timeline.Ours;

/** Composes the page of the ledger. */
final class AccountPages {

    private final Inflow inflow;

    AccountPages(Inflow inflow) {
        this.inflow = inflow;
    }

    AccountPage page(Visitor visitor) {
        Optional<List<Balance>> asked = inflow.balances();
        List<Balance> books = asked.orElse(List.of());
        int wrong = (int) books.stream().filter(book -> !book.addsUp() || !book.isShown()).count();
        return new AccountPage(asked.isPresent(), books.stream().map(book -> row(book, visitor)).toList(),
                sums(books, new Figures(visitor.words())), wrong);
    }

    private static AccountPage.Row row(Balance book, Visitor visitor) {
        Wording words = visitor.words();
        long ends = book.recorded() + book.duplicate() + book.deadLettered() + book.refused();
        Map<String, String> account = Map.of("channel", book.channel(), "account", book.account());
        return new AccountPage.Row(book.channel(), book.account(),
                book.ours() == null ? "" : book.ours().line(), fill(book), sums(List.of(book), new Figures(words)),
                book.addsUp(), book.addsUp() ? "" : words.say("accounts.off", book.received(), ends), book.isShown(),
                missing(book, words), book.lastReceivedAt() == null ? null : Stamp.of(book.lastReceivedAt(), visitor),
                Addresses.with("/arrivals", account),
                Addresses.with(LetterPages.PATH, account));
    }

    private static String fill(Balance book) {
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("channel", book.channel(), "account", book.account()));
        Ours ours = book.ours();
        if (ours != null) {
            fields.put("title", Objects.requireNonNullElse(ours.title(), ""));
            fields.put("office", Objects.requireNonNullElse(ours.office(), ""));
            fields.put("legalEntity", Objects.requireNonNullElse(ours.legalEntity(), ""));
        }
        return Addresses.with("", fields).substring(1);
    }

    private static String missing(Balance book, Wording words) {
        long missing = book.recorded() - book.shown();
        if (missing == 0) {
            return "";
        }
        return book.isShown()
                ? words.count("accounts.underway", missing)
                : words.say("accounts.missing", book.recorded(), book.shown());
    }

    private static AccountPage.Sums sums(List<Balance> books, Figures figures) {
        return new AccountPage.Sums(sum(books, Balance::received, figures), sum(books, Balance::recorded, figures),
                sum(books, Balance::duplicate, figures), sum(books, Balance::deadLettered, figures),
                sum(books, Balance::refused, figures), sum(books, Balance::shown, figures));
    }

    private static String sum(List<Balance> books, ToLongFunction<Balance> of, Figures figures) {
        return figures.of(books.stream().mapToLong(of).sum());
    }
}
