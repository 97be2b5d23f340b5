package org.interactionhub.queries.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.interactionhub.queries.timeline.WordsTable.Term;

/** Finds what may have been meant, word by word, when no entry holds what was typed. */
final class Nearby {

    /** How a number is joined to what stands before it. */
    private static final Pattern JOINED = Pattern.compile("^[-+/]");
    /** A word that so many contacts hold is not misspelt; of a number nobody can tell. */
    private static final int NO_SLIP = 20;

    private final WordsTable words;

    Nearby(WordsTable words) {
        this.words = words;
    }

    /** A word that no entry holds, and what is wanted in its place. */
    record Meant(String typed, String wanted) {}

    /** @param meant empty if there is nothing near, or nothing to widen */
    record Widened(Slice slice, List<Meant> meant) {}

    /**
     * The slice with near words in the place of those that its client's timeline does not hold at all.
     *
     * @param holds tells whether anything at all is in a slice
     */
    Widened of(Slice slice, String typed, Predicate<Slice> holds) {
        List<Meant> meant = new ArrayList<>();
        Slice widened = slice;
        for (Term term : words.terms(typed)) {
            Optional<String> near = near(term, slice); // asked first: to look through a long timeline costs more
            if (near.isPresent() && !holds.test(slice.throughout(term.wanted()))) {
                meant.add(new Meant(asTyped(term, typed), near.get()));
                widened = widened.wanting(words.instead(String.valueOf(widened.words()), term.wanted(), near.get()));
            }
        }
        return new Widened(widened, meant);
    }

    private Optional<String> near(Term term, Slice slice) {
        String word = bare(term);
        long until = slice.until() == null ? Long.MAX_VALUE : slice.until();
        if (word.chars().noneMatch(Character::isDigit) && words.isHeldBy(NO_SLIP, term.wanted(), until)) {
            return Optional.empty();
        }
        Set<String> near = new LinkedHashSet<>(Slips.of(word));
        OtherScript.of(word).ifPresent(near::add);
        return near.isEmpty()
                ? Optional.empty()
                : words.anyOf(near, until);
    }

    private static String bare(Term term) {
        return JOINED.matcher(term.typed()).replaceFirst("");
    }

    private static String asTyped(Term term, String typed) {
        String word = bare(term);
        int at = typed.toLowerCase(Locale.ROOT).indexOf(word);
        return at < 0 || at + word.length() > typed.length() ? word : typed.substring(at, at + word.length());
    }
}
