package org.interactionhub.queries.console.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.interactionhub.door.Refusal;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.operations.LetterPage.Reason;
import org.interactionhub.queries.console.operations.LetterPage.State;
import org.interactionhub.queries.intake.Inflow;
import org.interactionhub.queries.intake.Letter;
import org.interactionhub.queries.intake.LetterCount;
import org.interactionhub.queries.intake.RawLetter;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Composes the pages of dead letters. */
final class LetterPages {

    static final String PATH = "/operations/dead-letters";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Inflow inflow;

    LetterPages(Inflow inflow) {
        this.inflow = inflow;
    }

    /** How many are open by account and reason; absent while nothing is published. */
    Optional<List<LetterCount>> open() {
        return inflow.openLetters();
    }

    /**
     * @param after the cursor of the page before, null for the first
     * @param origin under which the visitor reached us
     */
    LetterPage page(LetterFilter filter, @Nullable String after, String origin, Visitor visitor) {
        Optional<Page<Letter>> asked = inflow.letters(filter.question(after));
        Page<Letter> found = asked.orElse(new Page<>(List.of(), null));
        List<LetterCount> open = inflow.openLetters().orElse(List.of());
        Map<String, String> choices = filter.choices();
        String self = Addresses.with(PATH, choices);
        choices.put("after", found.next() == null ? "" : found.next());
        long waiting = open.stream().filter(count -> meant(count, filter)).mapToLong(LetterCount::letters).sum();
        return new LetterPage(asked.isEmpty() ? State.UNPUBLISHED : state(filter, after, found), filter,
                distinct(open, LetterCount::channel, filter.channel()),
                distinct(open, LetterCount::account, filter.account()), reasons(open, filter, visitor),
                found.items().stream().map(letter -> LetterRow.of(letter, visitor)).toList(), self,
                found.next() == null ? null : Addresses.with(PATH, choices), wanted(filter),
                waiting == 0 || filter.state().equals(LetterFilter.REDRIVEN)
                        ? null
                        : visitor.words().count("letters.waiting", waiting),
                Commands.unreadable(origin, visitor.times().now().getEpochSecond()));
    }

    /** @throws Refusal 404 if there is no such letter, or nothing is published */
    LetterDetail letter(UUID id, Visitor visitor) {
        Letter letter = inflow.letter(id).orElseThrow(() -> none(id));
        RawLetter raw = inflow.raw(id, RawView.MOST_READ).orElseThrow(() -> none(id));
        return new LetterDetail(LetterRow.of(letter, visitor), RawView.original(raw, visitor).orElse(null),
                RawView.of(raw.beginning(), raw.size(), visitor), "/api/dead-letters/" + id + "/raw",
                "POST /api/dead-letters/" + id + "/redrive", PATH + "/" + id);
    }

    private static Refusal none(UUID id) {
        return Refusal.notFound("There is no dead letter " + id + ".");
    }

    private static State state(LetterFilter filter, @Nullable String after, Page<Letter> found) {
        if (!found.items().isEmpty() || after != null) {
            return State.SOME;
        }
        return filter.any() ? State.NO_HITS : State.NONE;
    }

    private static boolean meant(LetterCount count, LetterFilter filter) {
        return (filter.channel().isEmpty() || filter.channel().equals(count.channel()))
                && (filter.account().isEmpty() || filter.account().equals(count.account()))
                && (filter.code().isEmpty() || filter.code().equals(count.code()));
    }

    private static List<String> distinct(List<LetterCount> counts, Function<LetterCount, String> of, String chosen) {
        return Stream.concat(counts.stream().map(of), Stream.of(chosen))
                .filter(value -> !value.isEmpty()).distinct().sorted().toList();
    }

    private static List<Reason> reasons(List<LetterCount> counts, LetterFilter filter, Visitor visitor) {
        return distinct(counts, LetterCount::code, filter.code()).stream()
                .map(code -> new Reason(code, LetterRow.reason(code, code, visitor.words()))).toList();
    }

    private static String wanted(LetterFilter filter) {
        Map<String, String> wanted = new TreeMap<>(filter.choices());
        wanted.remove("state");
        return JSON.writeValueAsString(wanted);
    }
}
