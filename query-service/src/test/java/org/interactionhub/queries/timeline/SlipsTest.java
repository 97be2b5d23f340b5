package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SlipsTest {

    @Property
    void one_slip_away_is_all_that_one_step_makes_of_a_word_and_nothing_else(@ForAll("words") String word,
            @ForAll("words") String other) {
        assertThat(Slips.of(word).contains(other)).isEqualTo(steps(word, other) == 1);
    }

    @Property
    void whoever_slips_finds_the_way_back(@ForAll("words") String word) {
        assertThat(Slips.of(word)).filteredOn(slip -> slip.length() >= 4 && slip.contains("0") && slip.contains("ж"))
                .allSatisfy(slip -> assertThat(Slips.of(slip)).contains(word));
    }

    @Test
    void a_number_is_near_to_numbers_alone() {
        assertThat(Slips.of("2231")).contains("2321", "223", "22311", "2237").doesNotContain("2231", "223а", "223a");
    }

    @Test
    void what_is_very_short_or_very_long_is_near_to_nothing() {
        assertThat(Slips.of("кот")).isEmpty();
        assertThat(Slips.of("0".repeat(41))).isEmpty();
    }

    /** Few letters, so that words are near each other. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars('0', 'ж', 'я').ofMinLength(4).ofMaxLength(6)
                .filter(word -> word.contains("0") && (word.contains("ж") || word.contains("я")));
    }

    /** Of Damerau and Levenshtein, with no letter touched twice. */
    private static int steps(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(one, other, steps, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int least(String one, String other, int[][] steps, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(steps[i - 1][j - 1] + same, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
