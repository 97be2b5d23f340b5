package org.interactionhub.queries.clientcard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SoughtTest {

    @ParameterizedTest
    @CsvSource({"000-17,00017", "017,017", "07700 9006,77009006", "(495) 000-01,49500001", "17,''", "котёл,''"})
    void zeros_are_a_prefix_only_in_front_of_a_number(String typed, String digits) {
        assertThat(Sought.of(typed).digits()).isEqualTo(digits);
    }
}
